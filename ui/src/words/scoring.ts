// Scores and where leads stand, in words.

import type { FieldRule } from "@/bindings/FieldRule";
import type { FieldTest } from "@/bindings/FieldTest";
import type { LeadState } from "@/bindings/LeadState";
import type { Repeat } from "@/bindings/Repeat";
import type { ScoredField } from "@/bindings/ScoredField";
import { LOCALE } from "@/locale";

export const STATE_WORDS: Readonly<Record<LeadState, string>> = {
  nurture: "Nurture",
  warm: "Warm",
  hot: "Hot",
  accepted: "Accepted",
  turnedBack: "Turned back",
  excluded: "Excluded",
};

export const LEAD_STATES = Object.keys(STATE_WORDS) as LeadState[];

export const SCORED_FIELDS: Readonly<Record<ScoredField, string>> = {
  persona: "Persona",
  title: "Job title",
  level: "Level",
  company: "Company",
  industry: "Industry",
  country: "Country",
  source: "Source channel",
  size: "Employees",
  fits: "Fits the ideal profile",
};

export const FIELD_TESTS: Readonly<Record<FieldTest, string>> = {
  is: "is",
  contains: "contains",
  atLeast: "is at least",
  known: "is known",
};

/** "+15", "−30". */
export function sayPoints(points: number): string {
  const rounded = Math.round(points * 10) / 10;
  return rounded < 0 ? `−${Math.abs(rounded).toLocaleString(LOCALE)}` : `+${rounded.toLocaleString(LOCALE)}`;
}

/** "62.5": a score with no more decimals than it takes to tell two apart. */
export function sayScore(score: number): string {
  return (Math.round(score * 10) / 10).toLocaleString(LOCALE);
}

/** "each time", "the latest alone", "3 a day at most". */
export function sayRepeat(repeat: Repeat): string {
  switch (repeat.how) {
    case "every":
      return "each time";
    case "once":
      return "the latest alone";
    case "perDay":
      return `${repeat.times.toLocaleString(LOCALE)} a day at most`;
  }
}

/** "halves in 30 days", "stays". */
export function sayHalfLife(days: number | null): string {
  return days === null ? "stays" : `halves in ${days.toLocaleString(LOCALE)} ${days === 1 ? "day" : "days"}`;
}

/** "Level contains VP, Director". */
export function sayFieldRule(rule: FieldRule, personas: ReadonlyMap<string, string>): string {
  const named = rule.values.map((value) => personas.get(value) ?? value);
  const values = rule.test === "known" ? "" : ` ${named.join(", ")}`;
  return `${SCORED_FIELDS[rule.field]} ${FIELD_TESTS[rule.test]}${values}`;
}
