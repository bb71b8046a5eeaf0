// The verbs of the queue and of a brief, each with its key.
import { ArrowDown, ArrowUp, Check, PhoneCall, Route, Undo2 } from "lucide-react";
import { useMemo } from "react";
import type { Action } from "@/actions/action";
import type { FollowUpRow } from "@/bindings/FollowUpRow";
import type { Answering } from "@/parts/handoff/answering";
import { canAnswer, isAccepted } from "@/parts/handoff/who";

const GROUP = "Follow-up";

export interface Verbs {
  accept: Action;
  turnBack: Action;
  tell: Action;
  next: Action;
  before: Action;
}

export interface VerbsGiven {
  /** Whom it is about, asked when a verb runs. Pass a stable function. */
  lead: () => FollowUpRow | undefined;
  answering: Answering;
  /** To the lead so many further on. */
  onMove: (by: number) => void;
}

/** What can be said to a lead, and the way to the next one. */
export function useVerbs({ lead, answering, onMove }: VerbsGiven): Verbs {
  const { accept, turnBack, tell } = answering;
  return useMemo(() => {
    const shared = { group: GROUP, isEdit: true };
    const given = () => {
      const one = lead();
      return one !== undefined && canAnswer(one) ? one : undefined;
    };
    const withLead = (run: (one: FollowUpRow) => void) => () => {
      const one = given();
      if (one !== undefined) {
        run(one);
      }
    };
    return {
      accept: {
        ...shared,
        id: "followUp.accept",
        label: "Accept",
        icon: Check,
        shortcut: "A",
        enabled: () => {
          const one = given();
          return one !== undefined && !isAccepted(one);
        },
        run: withLead(accept),
      },
      turnBack: {
        ...shared,
        id: "followUp.turnBack",
        label: "Turn back…",
        icon: Undo2,
        shortcut: "T",
        enabled: () => given() !== undefined,
        run: withLead(turnBack),
      },
      tell: {
        ...shared,
        id: "followUp.tell",
        label: "I was in touch…",
        icon: PhoneCall,
        shortcut: "I",
        enabled: () => given() !== undefined,
        run: withLead(tell),
      },
      next: {
        id: "followUp.next",
        label: "Next lead",
        icon: ArrowDown,
        group: GROUP,
        shortcut: "J",
        run: () => onMove(1),
      },
      before: {
        id: "followUp.before",
        label: "Lead before",
        icon: ArrowUp,
        group: GROUP,
        shortcut: "K",
        run: () => onMove(-1),
      },
    };
  }, [lead, accept, turnBack, tell, onMove]);
}

/** Opens the rules that tell who gets which leads. */
export function rulesAction(open: () => void): Action {
  return {
    id: "followUp.rules",
    label: "Who gets which leads…",
    icon: Route,
    group: GROUP,
    shortcut: "R",
    keywords: ["routing", "rules", "assign", "owner", "territory"],
    run: open,
  };
}
