// Leads that were handed over to sales, in words: how they were followed up, and why they came back.
import type { FollowUpStatus } from "@/bindings/FollowUpStatus";
import type { TurnBackReason } from "@/bindings/TurnBackReason";

export const FOLLOW_UP_WORDS: Readonly<Record<FollowUpStatus, string>> = {
  early: "early",
  onTime: "on time",
  late: "late",
  missed: "missed",
  open: "open",
  notNeeded: "not needed",
};

export const REASON_WORDS: Readonly<Record<TurnBackReason, string>> = {
  notReady: "not ready",
  noBudget: "no budget",
  wrongPerson: "wrong person",
  badData: "bad data",
  competitor: "competitor",
  duplicate: "duplicate",
};
