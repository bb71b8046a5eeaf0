// Leads that were handed over, in words: their clocks, and what sales says to them.

import type { FollowUpList } from "@/bindings/FollowUpList";
import type { FollowUpRequest } from "@/bindings/FollowUpRequest";
import type { FollowUpRow } from "@/bindings/FollowUpRow";
import type { HotAsk } from "@/bindings/HotAsk";
import type { SalesAnswer } from "@/bindings/SalesAnswer";
import type { TurnBackReason } from "@/bindings/TurnBackReason";
import type { Wait } from "@/bindings/Wait";
import type { WaitSource } from "@/bindings/WaitSource";
import { LOCALE } from "@/locale";
import { type Clock, sayNear } from "./clock";
import { EVENT_WORDS } from "./events";
import { sayStretch } from "./times";

export const LIST_WORDS: Readonly<Record<FollowUpList, string>> = {
  toAnswer: "To answer",
  toCall: "To call",
  accepted: "Accepted",
  turnedBack: "Turned back",
};

export const FOLLOW_UP_LISTS = Object.keys(LIST_WORDS) as FollowUpList[];

export const REPLY_WORDS: Readonly<Record<SalesAnswer, string>> = {
  accepted: "Accepted",
  turnedBack: "Turned back",
};

export const REASON_WORDS: Readonly<Record<TurnBackReason, string>> = {
  notReady: "Not ready",
  noBudget: "No budget",
  wrongPerson: "Wrong person",
  badData: "Bad data",
  competitor: "Competitor",
  duplicate: "Duplicate",
};

const TO_NURTURE = "Back to nurture; handed over again when its interest grows";
const NEVER = "Never handed over again";

/** What becomes of a lead that is turned back so. */
export const REASON_FOLLOWS: Readonly<Record<TurnBackReason, string>> = {
  notReady: TO_NURTURE,
  noBudget: TO_NURTURE,
  wrongPerson: TO_NURTURE,
  badData: "Back to marketing, to put its data right",
  competitor: NEVER,
  duplicate: NEVER,
};

export const TURN_BACK_REASONS = Object.keys(REASON_WORDS) as TurnBackReason[];

const FROM: Readonly<Record<WaitSource, string>> = {
  asset: "of this content",
  formatLevel: "of its format and level",
  persona: "of its persona",
  workspace: "of all requests",
  reference: "reference",
};

/** "28 h, reference", "6 h, of this content". */
export function sayWait({ hours, from }: Wait): string {
  return `${hours.toLocaleString(LOCALE)} h, ${FROM[from]}`;
}

const WHENCE: Readonly<Record<Exclude<WaitSource, "reference">, string>> = {
  asset: "By then half of what will be opened of this content is.",
  formatLevel: "By then half of what people of its level will open of this format is.",
  persona: "By then half of what its persona will open is.",
  workspace: "By then half of what will be opened is, over all requests.",
};

/** Where the wait comes from, in a sentence. */
export function sayWhence({ hours, from }: Wait): string {
  const wait = `${hours.toLocaleString(LOCALE)} h`;
  return from === "reference"
    ? `There are too few requests to tell how long to wait, so it is the ${wait} that NetLine found over 8.5 million leads in 2016.`
    : `The wait is ${wait}. ${WHENCE[from]}`;
}

/** "opened after 7 h", "not opened for 3 days". */
export function sayOpened({ at, openedAt }: Pick<FollowUpRequest, "at" | "openedAt">, now: number): string {
  return openedAt === null
    ? `not opened for ${sayStretch(Math.max(0, now - at))}`
    : `opened after ${sayStretch(openedAt - at)}`;
}

export type Phase = "wait" | "call" | "over" | "done";

/** Where a lead stands between its two clocks. */
export function phaseOf(row: Pick<FollowUpRow, "followUp" | "touchedAt" | "notBefore">, now: number): Phase {
  if (row.touchedAt !== null || row.followUp === "notNeeded") {
    return "done";
  }
  if (row.followUp === "missed") {
    return "over";
  }
  return now < row.notBefore ? "wait" : "call";
}

export interface Moment {
  /** The time that clocks stand at. */
  at: number;
  running: boolean;
  clock: Clock;
}

export interface SaidClocks {
  phase: Phase;
  title: string;
  detail: string;
}

function sayDone(
  { touchedAt, followUp, notBefore, notAfter }: FollowUpRow,
  { at, clock }: Moment,
): SaidClocks {
  if (touchedAt === null) {
    return { phase: "done", title: "Nothing to follow up", detail: "" };
  }
  const title = `In touch ${sayNear(touchedAt, at, clock)}`;
  const punctual: Readonly<Record<string, string>> = {
    early: `${sayStretch(notBefore - touchedAt)} too early`,
    onTime: "on time",
    late: `${sayStretch(touchedAt - notAfter)} late`,
  };
  return { phase: "done", title, detail: punctual[followUp] ?? "" };
}

/** Both clocks: what to do now, and what after that. */
export function sayClocks(row: FollowUpRow, now: Moment): SaidClocks {
  const { notBefore, notAfter, request } = row;
  const { at, running, clock } = now;
  const latest = sayNear(notAfter, at, clock);
  const phase = phaseOf(row, at);
  switch (phase) {
    case "done":
      return sayDone(row, now);
    case "over": {
      const title = running ? `Overdue by ${sayStretch(at - notAfter)}` : "Not called in time";
      return { phase, title, detail: `was due by ${latest}` };
    }
    case "wait": {
      const wait = request === null ? "" : `${sayWait(request.wait)}; `;
      const title = `Wait until ${sayNear(notBefore, at, clock)}`;
      return { phase, title, detail: `${wait}call by ${latest}` };
    }
    case "call":
      return { phase, title: `Call by ${latest}`, detail: `${sayStretch(notAfter - at)} left` };
  }
}

/** "Asked for a demo Tue 14:20". */
export function sayHotAsk({ kind, at }: HotAsk, now: Pick<Moment, "at" | "clock">): string {
  return `${EVENT_WORDS[kind]} ${sayNear(at, now.at, now.clock)}`;
}

/** Why a lead is to be called when it is, in a sentence or two. */
export function sayWhy({ hotAsk, request, notBefore, handedAt }: FollowUpRow): string {
  if (hotAsk !== null && notBefore <= Math.max(handedAt, hotAsk.at)) {
    return `It ${EVENT_WORDS[hotAsk.kind].toLowerCase()}: there is nothing to wait for.`;
  }
  if (request === null) {
    return "It asked for no content by then, so there is no open to wait for.";
  }
  if (request.openedAt !== null) {
    const after = sayStretch(request.openedAt - request.at);
    return `It asked last for “${request.title}” and opened it after ${after}: there is something to talk about.`;
  }
  return `It asked last for “${request.title}” and has not opened it. ${sayWhence(request.wait)} An open ends the wait at once.`;
}
