import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { writeShortcut } from "@/actions/shortcut";
import type { SalesAnswer } from "@/bindings/SalesAnswer";
import type { TurnBackReason } from "@/bindings/TurnBackReason";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { MomentField } from "@/components/MomentField";
import { RadioGroup } from "@/components/RadioGroup";
import { TextArea } from "@/components/TextArea";
import { mutate } from "@/rpc/mutate";
import { useClock } from "@/rpc/useClock";
import type { Clock } from "@/words/clock";
import { REASON_FOLLOWS, REASON_WORDS, TURN_BACK_REASONS } from "@/words/followUp";
import styles from "./AnswerDialog.module.css";
import { type Answerable, isAccepted, nameOf } from "./who";

export interface Asked {
  lead: Answerable;
  answer: SalesAnswer;
  /** It is about a call that was made. */
  isTold: boolean;
}

const REASONS = TURN_BACK_REASONS.map((id) => ({
  id,
  label: REASON_WORDS[id],
  detail: REASON_FOLLOWS[id],
}));
const MINUTE = 60_000;

function wrongTime(at: number | null, { handedAt }: Answerable, clock: Clock): string | null {
  if (at === null) {
    return null;
  }
  if (at > Date.now()) {
    return "This lies in the future.";
  }
  return at < handedAt ? `It was handed over on ${clock.day(handedAt)}, ${clock.time(handedAt)} only.` : null;
}

interface Draft {
  reason: TurnBackReason | null;
  note: string;
  touchedAt: number | null;
}

/** What was said before stands there again, where it is said again. */
function draftOf({ lead, answer, isTold }: Asked): Draft {
  const before = lead.answer?.answer === answer ? lead.answer : null;
  const now = Math.floor(Date.now() / MINUTE) * MINUTE;
  return {
    reason: before?.reason ?? null,
    note: before?.note ?? "",
    touchedAt: isTold ? Math.max(now, lead.handedAt) : null,
  };
}

interface FieldsProps {
  asked: Asked;
  draft: Draft;
  set: (part: Partial<Draft>) => void;
}

function Fields({ asked: { lead, answer, isTold }, draft, set }: FieldsProps) {
  const clock = useClock();
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector<HTMLElement>("input, [role=spinbutton]")?.focus(), []);
  const touched = (
    <MomentField
      label={isTold ? "When" : "I was in touch on"}
      hint={`In ${clock.zone.replaceAll("_", " ")}, as far as no file tells.`}
      zone={clock.zone}
      value={draft.touchedAt}
      error={wrongTime(draft.touchedAt, lead, clock)}
      onChange={(touchedAt) => set({ touchedAt })}
    />
  );
  return (
    <div ref={first} className={styles.form}>
      {answer === "turnedBack" && (
        <RadioGroup
          label="Why"
          isRequired
          choices={REASONS}
          value={draft.reason}
          onChange={(reason) => set({ reason })}
        />
      )}
      {isTold && touched}
      <TextArea label="Note" rows={2} value={draft.note} onChange={(note) => set({ note })} />
      {!isTold && touched}
    </div>
  );
}

function wordsOf({ lead, answer, isTold }: Asked): { title: string; verb: string; toast: string } {
  const name = nameOf(lead);
  if (answer === "turnedBack") {
    return { title: `Turn back ${name}`, verb: "Turn back", toast: `${name} turned back` };
  }
  return isTold && isAccepted(lead)
    ? { title: `In touch with ${name}`, verb: "Note it", toast: `In touch with ${name}: noted` }
    : { title: `Accept ${name}`, verb: "Accept", toast: `${name} accepted` };
}

/** Why a lead is turned back, or when somebody was in touch with it. */
export function AnswerDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const { lead, answer } = asked;
  const [draft, setDraft] = useState(() => draftOf(asked));
  const clock = useClock();
  const { title, verb, toast } = wordsOf(asked);
  const isReady =
    (answer === "accepted" || draft.reason !== null) && wrongTime(draft.touchedAt, lead, clock) === null;
  const send = () => {
    const { reason, note, touchedAt } = draft;
    void mutate(
      "followUp.answer",
      {
        key: lead.key,
        answer,
        note,
        ...(reason !== null && { reason }),
        ...(touchedAt !== null && { touchedAt }),
      },
      { toast: reason === null ? toast : `${toast}: ${REASON_WORDS[reason].toLowerCase()}` },
    );
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && isReady) {
      event.preventDefault();
      send();
    }
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" keys={writeShortcut("Mod+Enter")} isDisabled={!isReady} onPress={send}>
            {verb}
          </Button>
        </>
      }
    >
      <div onKeyDownCapture={onKeyDown}>
        <Fields asked={asked} draft={draft} set={(part) => setDraft((known) => ({ ...known, ...part }))} />
      </div>
    </Dialog>
  );
}
