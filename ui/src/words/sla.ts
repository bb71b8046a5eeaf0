// What marketing and sales promise each other, and what became of it, in words.

import type { AgreementFields } from "@/bindings/AgreementFields";
import type { ContextField } from "@/bindings/ContextField";
import type { FollowUpStatus } from "@/bindings/FollowUpStatus";
import type { Promised } from "@/bindings/Promised";
import type { PromiseKind } from "@/bindings/PromiseKind";
import type { SlaMonth } from "@/bindings/SlaMonth";
import { LOCALE } from "@/locale";
import { sayRoundMoney } from "./money";
import { sayMonth } from "./months";
import { sayShare } from "./shares";

export const CONTEXT_WORDS: Readonly<Record<ContextField, string>> = {
  email: "e-mail",
  name: "name",
  title: "job title",
  level: "level",
  company: "company",
  industry: "industry",
  country: "country",
  persona: "persona",
  request: "what it requested",
};

export const FOLLOW_UP_WORDS: Readonly<Record<FollowUpStatus, string>> = {
  onTime: "On time",
  early: "Early",
  late: "Late",
  missed: "Missed",
  open: "Open",
  notNeeded: "Not needed",
};

/** What is promised by marketing and by sales, and what each is to bring. */
export const SIDES = {
  marketing: { promises: ["leads", "accepted", "context"], quota: ["marketingLeads", "marketingRevenue"] },
  sales: { promises: ["time", "answered", "touches"], quota: ["salesLeads", "salesRevenue"] },
} as const satisfies Record<string, Record<"promises" | "quota", readonly PromiseKind[]>>;

export type Side = keyof typeof SIDES;

const all = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** "1 lead", "1,200 leads". */
export function sayLeads(count: number): string {
  return `${count.toLocaleString(LOCALE)} ${count === 1 ? "lead" : "leads"}`;
}

function sayTimes(count: number): string {
  return count === 1 ? "once" : `${count.toLocaleString(LOCALE)} times`;
}

function counted(count: number, one: string): string {
  return `${count.toLocaleString(LOCALE)} ${one}${count === 1 ? "" : "s"}`;
}

/** "2 working hours" where minutes are whole hours, else "45 working minutes". */
function sayWorking(minutes: number): string {
  const isWhole = minutes >= 60 && minutes % 60 === 0;
  return isWhole ? counted(minutes / 60, "working hour") : counted(minutes, "working minute");
}

/** A promise as it was agreed. */
export function sayPromise({ kind, promised }: Promised, agreed: AgreementFields, currency: string): string {
  const { hours, hotMinutes, touches, days } = agreed.sales;
  const known = agreed.marketing.context.map((field) => CONTEXT_WORDS[field]);
  switch (kind) {
    case "leads":
    case "marketingLeads":
      return `${sayLeads(promised)} handed over`;
    case "accepted":
      return `At least ${sayShare(promised)} of answered leads accepted`;
    case "context":
      return `Known of each lead: ${all.format(known)}`;
    case "time":
      return `Followed up within ${counted(hours, "hour")}, a hot lead within ${sayWorking(hotMinutes)}`;
    case "answered":
      return `At least ${sayShare(promised)} of leads answered`;
    case "touches":
      return `In touch with each accepted lead at least ${sayTimes(touches)} in ${counted(days, "day")}`;
    case "marketingRevenue":
      return `${sayRoundMoney({ minor: promised, currency })} won from its leads`;
    case "salesLeads":
      return `${sayLeads(promised)} accepted`;
    case "salesRevenue":
      return `${sayRoundMoney({ minor: promised, currency })} won`;
  }
}

const COUNTS: ReadonlySet<PromiseKind> = new Set(["leads", "marketingLeads", "salesLeads"]);
const REVENUES: ReadonlySet<PromiseKind> = new Set(["marketingRevenue", "salesRevenue"]);

/** "72%", "54", "€40,000"; "no data" where nothing is known. What falls short is not rounded up to what was
 * promised. */
export function sayFact({ kind, promised, fact }: Promised, currency: string): string {
  if (fact === null) {
    return "no data";
  }
  if (COUNTS.has(kind)) {
    return fact.toLocaleString(LOCALE);
  }
  if (REVENUES.has(kind)) {
    return sayRoundMoney({ minor: fact, currency });
  }
  const [said, owed] = [sayShare(fact), sayShare(promised)];
  return fact < promised && said === owed ? `under ${owed}` : said;
}

const OF: Readonly<Record<PromiseKind, (n: string) => string>> = {
  leads: () => "handed over",
  marketingLeads: () => "handed over",
  salesLeads: () => "accepted",
  accepted: (n) => `of ${n} answered`,
  context: (n) => `of ${n} handed over`,
  time: (n) => `of ${n} due`,
  answered: (n) => `of ${n} handed over`,
  touches: (n) => `of ${n} whose time is over`,
  marketingRevenue: (n) => `from ${n} ${n === "1" ? "deal" : "deals"}`,
  salesRevenue: (n) => `from ${n} ${n === "1" ? "deal" : "deals"}`,
};

const OF_NONE: Readonly<Partial<Record<PromiseKind, string>>> = {
  accepted: "none answered yet",
  context: "none handed over",
  time: "none due yet",
  answered: "none handed over",
  touches: "no time is over yet",
  marketingRevenue: "no deal from them won",
  salesRevenue: "no deals won",
};

/** What a fact is of: "of 18 answered", "from 3 deals"; why there is none. */
export function sayOf({ kind, fact, n }: Promised): string {
  const none = fact === null && n === 0 ? OF_NONE[kind] : undefined;
  return none ?? OF[kind](n.toLocaleString(LOCALE));
}

export type Standing = "kept" | "broken" | "so far" | "no data";

export function standingOf({ kept, fact }: Promised): Standing {
  if (kept !== null) {
    return kept ? "kept" : "broken";
  }
  return fact === null ? "no data" : "so far";
}

/** Where fact and promise stand on a bar from 0 to 1. */
export function barOf({ kind, promised, fact }: Promised): { fact: number; promised: number } {
  const isShare = !COUNTS.has(kind) && !REVENUES.has(kind);
  const whole = isShare ? 1 : Math.max(fact ?? 0, promised, 1);
  return { fact: (fact ?? 0) / whole, promised: promised / whole };
}

export function countOf({ promises }: SlaMonth, standing: Standing): number {
  return promises.filter((one) => standingOf(one) === standing).length;
}

/** "4 promises kept, 1 broken"; "nothing was agreed". */
export function sayKept(month: SlaMonth): string {
  if (month.promises.length === 0) {
    return "nothing was agreed";
  }
  const kept = countOf(month, "kept");
  if (kept + countOf(month, "broken") === 0) {
    return "no promise kept or broken yet";
  }
  return `${counted(kept, "promise")} kept, ${countOf(month, "broken").toLocaleString(LOCALE)} broken`;
}

/** "agreement from November 2026", as the plan names it too. */
export function sayAgreement(startsOn: string): string {
  return `Agreement from ${sayMonth(startsOn)}`;
}
