// What imported rows are about, and what each of their fields says, as people name it.
import type { Subject } from "@/bindings/Subject";

interface SubjectWords {
  /** As a heading: "Deals". */
  title: string;
  one: string;
  many: string;
}

export const SUBJECT_WORDS: Readonly<Record<Subject, SubjectWords>> = {
  lead: { title: "Leads", one: "lead", many: "leads" },
  account: { title: "Accounts", one: "account", many: "accounts" },
  deal: { title: "Deals", one: "deal", many: "deals" },
  send: { title: "Campaigns", one: "campaign", many: "campaigns" },
  channelDay: { title: "Channels", one: "channel count", many: "channel counts" },
  stageCount: { title: "Stage counts", one: "stage count", many: "stage counts" },
};

/** "deal" of one, else "deals". */
export function saySubject(subject: Subject, count: number): string {
  const { one, many } = SUBJECT_WORDS[subject];
  return count === 1 ? one : many;
}
