import { useNavigate } from "@tanstack/react-router";
import { Handshake, Send } from "lucide-react";
import { ActionButton } from "@/actions/ActionButton";
import type { Action } from "@/actions/action";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import styles from "./Sla.module.css";

const WHAT_FOR =
  "An agreement says what each side calls a lead, whom you want to win, how many leads marketing hands over, and how soon sales follows them up. From then on this view holds every month against it, and it leaves as one page to sign.";

/** Published by others, with its source. */
const REFERENCE =
  "24% of 3,300 marketers had a formal agreement; a lead cost them $24, and $49 without one (HubSpot, State of Inbound Marketing 2013).";

/** Before anything is agreed. */
export function NothingAgreed({ begin }: { begin: Action }) {
  return (
    <EmptyState
      icon={Handshake}
      title="What do marketing and sales owe each other?"
      text={
        <>
          {WHAT_FOR}
          <span className={styles.source}>{REFERENCE}</span>
        </>
      }
      action={<ActionButton action={begin} look="primary" />}
    />
  );
}

/** Something is agreed, and no lead was handed over yet. */
export function NothingHanded() {
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={Send}
      title="No leads handed over yet"
      text="A lead is handed to sales when its score crosses your threshold. From the first one on, each month stands here: what was promised, what became of it, and why leads were turned back. It reads files that say who did what."
      action={
        <Button
          look="primary"
          onPress={() => void navigate({ to: "/import", search: { what: "leads" } as never })}
        >
          Import leads…
        </Button>
      }
    />
  );
}
