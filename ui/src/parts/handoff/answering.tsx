// What sales says to a lead, wherever it is said.
import { type ReactNode, useCallback, useMemo, useState } from "react";
import type { SalesAnswer } from "@/bindings/SalesAnswer";
import { mutate } from "@/rpc/mutate";
import { AnswerDialog, type Asked } from "./AnswerDialog";
import { type Answerable, nameOf } from "./who";

export interface Answering {
  /** Takes a lead on, at once. */
  accept: (lead: Answerable) => void;
  /** Asks why it is turned back. */
  turnBack: (lead: Answerable) => void;
  /** Asks when somebody was in touch with it. */
  tell: (lead: Answerable) => void;
  dialog: ReactNode;
}

function acceptLead(lead: Answerable): void {
  const toast = `${nameOf(lead)} accepted`;
  void mutate("followUp.answer", { key: lead.key, answer: "accepted" }, { toast });
}

export function useAnswering(): Answering {
  const [asked, setAsked] = useState<Asked | null>(null);
  const asking = useMemo(() => {
    const ask = (answer: SalesAnswer, isTold: boolean) => (lead: Answerable) =>
      setAsked({ lead, answer, isTold });
    return { accept: acceptLead, turnBack: ask("turnedBack", false), tell: ask("accepted", true) };
  }, []);
  const close = useCallback(() => setAsked(null), []);
  return { ...asking, dialog: asked && <AnswerDialog asked={asked} onClose={close} /> };
}
