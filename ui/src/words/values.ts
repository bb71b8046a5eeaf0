// A value of the plan as people read it, whatever it is: ids by name, dates, money, times of day, lists.

import type { KpiSettings } from "@/bindings/KpiSettings";
import type { Money } from "@/bindings/Money";
import type { QualitySettings } from "@/bindings/QualitySettings";
import { LOCALE } from "@/locale";
import { sayField } from "./fields";
import { REASON_WORDS, REPLY_WORDS } from "./followUp";
import { sayNumbers } from "./kpis";
import { sayMoney } from "./money";
import { sayQuality } from "./quality";
import { CONTEXT_WORDS } from "./sla";
import { sayDate } from "./text";
import { sayMoment } from "./times";

/** What ids are called; `currency` is that of the workspace. */
export type Names = Readonly<Record<string, string | undefined>>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** A Monday, to name weekdays after. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY = 86_400_000;

type Shape = (value: number) => string;

function nameIn(options: Intl.DateTimeFormatOptions): (millis: number) => string {
  return (millis) => new Date(millis).toLocaleDateString(LOCALE, { ...options, timeZone: "UTC" });
}

function timeOfDay(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const NUMBERS: Readonly<Record<string, Shape>> = {
  position: (at) => (at + 1).toLocaleString(LOCALE),
  asOf: sayMoment,
  answeredAt: sayMoment,
  handedAt: sayMoment,
  touchedAt: sayMoment,
  workStarts: timeOfDay,
  workEnds: timeOfDay,
  workingDays: (day) => nameIn({ weekday: "long" })(MONDAY + (day - 1) * DAY),
  fiscalYearStart: (month) => nameIn({ month: "long" })(Date.UTC(2026, month - 1, 1)),
};

/** What stands in the plan in one word, and is said in others. */
const SAID: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  answer: REPLY_WORDS,
  reason: REASON_WORDS,
  context: CONTEXT_WORDS,
};

function isMoney(value: object): value is Money {
  return "minor" in value && "currency" in value && typeof value.minor === "number";
}

function sayText(text: string, names: Names): string {
  if (UUID.test(text)) {
    return names[text] ?? "something that is gone";
  }
  return DATE.test(text) ? sayDate(text) : text;
}

function sayParts(of: string, value: object, names: Names): readonly string[] {
  return Object.entries(value).flatMap(([name, part]) => {
    const said = sayValue(name, part, names);
    return said.length === 0 ? [] : [`${sayField(name, of)}: ${said.join(", ")}`];
  });
}

/** The value in parts, one a line of a list; none where there is nothing. */
export function sayValue(name: string, value: unknown, names: Names): readonly string[] {
  if (value === null || value === undefined || value === "") {
    return [];
  }
  if (typeof value === "boolean") {
    return [value ? "yes" : "no"];
  }
  if (typeof value === "number") {
    return [(NUMBERS[name] ?? ((number: number) => number.toLocaleString(LOCALE)))(value)];
  }
  if (typeof value === "string") {
    return [SAID[name]?.[value] ?? sayText(value, names)];
  }
  if (Array.isArray(value)) {
    return value.map((one: unknown) => sayValue(name, one, names).join(", ")).filter(Boolean);
  }
  if (name === "numbers") {
    return sayNumbers(value as KpiSettings, names.currency ?? "EUR");
  }
  if (name === "quality") {
    return sayQuality(value as QualitySettings);
  }
  if (typeof value === "object") {
    return isMoney(value) ? [sayMoney(value)] : sayParts(name, value, names);
  }
  return [String(value)];
}
