import { Link } from "@tanstack/react-router";
import { Check, PhoneCall, Undo2 } from "lucide-react";
import type { CallBrief } from "@/bindings/CallBrief";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { useAnswering } from "@/parts/handoff/answering";
import { Clocks } from "@/parts/handoff/Clocks";
import { useBrief, useMoment } from "@/parts/handoff/queries";
import { Reply } from "@/parts/handoff/Reply";
import { canAnswer, isAccepted } from "@/parts/handoff/who";
import { useMembers } from "@/rpc/lists";
import { sayHotAsk } from "@/words/followUp";
import styles from "./Handoff.module.css";

function Verbs({ brief: { lead } }: { brief: CallBrief }) {
  const { accept, turnBack, tell, dialog } = useAnswering();
  return (
    <div className={styles.verbs}>
      {isAccepted(lead) ? (
        <Button isEdit icon={PhoneCall} onPress={() => tell(lead)}>
          I was in touch…
        </Button>
      ) : (
        <Button
          isEdit
          look={lead.answer === null ? "primary" : "secondary"}
          icon={Check}
          onPress={() => accept(lead)}
        >
          Accept
        </Button>
      )}
      <Button isEdit icon={Undo2} onPress={() => turnBack(lead)}>
        Turn back…
      </Button>
      {dialog}
    </div>
  );
}

function Known({ brief }: { brief: CallBrief }) {
  const { lead } = brief;
  const now = useMoment(brief);
  const owner = useMembers().find(({ id }) => id === lead.ownerId)?.name;
  const isWithSales = canAnswer(lead);
  return (
    <Card title="With sales" aside={owner ?? "unassigned"}>
      <div className={styles.handoff}>
        {!isWithSales && (
          <p className={styles.quiet}>
            Was handed over on {now.clock.day(lead.handedAt)}, and has fallen below the threshold since.
          </p>
        )}
        {lead.hotAsk !== null && <p>{sayHotAsk(lead.hotAsk, now)}</p>}
        {lead.answer && <Reply reply={lead.answer} clock={now.clock} />}
        {isWithSales && lead.answer?.answer !== "turnedBack" && <Clocks row={lead} now={now} />}
        {isWithSales && <Verbs brief={brief} />}
        <Link to="/follow-up/$key" params={{ key: String(lead.key) }} className={styles.link}>
          Read the brief
        </Link>
      </div>
    </Card>
  );
}

/** Where a lead stands with sales; nothing where it was never handed over. */
export function Handoff({ leadKey }: { leadKey: number }) {
  const { data } = useBrief(leadKey);
  return data === undefined ? null : <Known brief={data} />;
}
