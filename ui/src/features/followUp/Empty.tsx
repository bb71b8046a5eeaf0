import { useNavigate } from "@tanstack/react-router";
import { CircleCheck, FileInput, Headset, Inbox, Target } from "lucide-react";
import { ActionButton } from "@/actions/ActionButton";
import type { Action } from "@/actions/action";
import type { FollowUpCounts } from "@/bindings/FollowUpCounts";
import type { FollowUpList } from "@/bindings/FollowUpList";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";

const BRING_IN: Action = {
  id: "followUp.bringIn",
  label: "Import leads…",
  icon: FileInput,
  group: "Follow-up",
  isEdit: true,
  run: ({ go }) => go("/import?what=leads"),
};

/** Before there is anybody. */
export function NoLeads() {
  return (
    <Page title="Follow-up">
      <EmptyState
        icon={Headset}
        title="Nobody to call yet"
        text="Leads whose interest crosses your threshold come here, each with two clocks: not to be called before it had time to open what it asked for, and not after the time that sales promised. A brief says what to talk about. It reads leads and what they did."
        action={<ActionButton action={BRING_IN} look="primary" />}
      />
    </Page>
  );
}

/** There are leads, and none was ever handed over. */
export function NobodyHanded() {
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={Target}
      title="No lead has been handed over yet"
      text="A lead comes here when its score crosses the threshold, or at once when it asks for a demo, a quote or a call. Scoring shows how all leads score and where the threshold lies."
      action={<Button onPress={() => void navigate({ to: "/scoring" })}>Go to scoring</Button>}
    />
  );
}

const DONE: Readonly<Record<FollowUpList, readonly [title: string, text: string]>> = {
  toAnswer: ["Every lead is answered", "The next one stands here as soon as it is handed over."],
  toCall: ["Nobody waits for a call", "Whoever sales accepts stands here until somebody is in touch."],
  accepted: [
    "Nobody was called yet",
    "A lead that was accepted stands here once somebody was in touch with it.",
  ],
  turnedBack: ["Nobody was turned back", "A lead that sales gives back stands here, with the reason."],
};

export interface NothingHereProps {
  list: FollowUpList;
  counts: FollowUpCounts;
  /** Somebody's leads alone are on show. */
  isNarrowed: boolean;
  onClear: () => void;
}

/** A part of the queue with nobody in it. */
export function NothingHere({ list, counts, isNarrowed, onClear }: NothingHereProps) {
  if (counts.toAnswer + counts.toCall + counts.accepted + counts.turnedBack === 0) {
    return <NobodyHanded />;
  }
  if (isNarrowed && counts[list] > 0) {
    return (
      <EmptyState
        icon={Inbox}
        title="None of these leads is theirs"
        text="Rules tell who gets which leads."
        action={<Button onPress={onClear}>Show everybody’s</Button>}
      />
    );
  }
  const [title, text] = DONE[list];
  return <EmptyState icon={list === "toAnswer" ? CircleCheck : Inbox} title={title} text={text} />;
}
