// What is flagged, what is asked and what must be in order, in words.

import type { AnswerFlag } from "@/bindings/AnswerFlag";
import type { EmailReadiness } from "@/bindings/EmailReadiness";
import type { FlagReason } from "@/bindings/FlagReason";
import type { ProfileField } from "@/bindings/ProfileField";
import type { QualitySettings } from "@/bindings/QualitySettings";
import { LOCALE } from "@/locale";
import { FACT_WORDS } from "./facts";
import { sayDate } from "./text";

interface Reason {
  label: string;
  /** What is flagged so. */
  why: string;
}

export const FLAG_REASONS: Readonly<Record<FlagReason, Reason>> = {
  throwaway: { label: "Says nothing", why: "words like test or none, dots and dashes, John Doe" },
  keyboardRun: { label: "Keyboard run", why: "keys that lie beside each other, such as asdfgh" },
  repeated: { label: "Digits or one letter", why: "12345, aaaa" },
  saidTwice: { label: "Said twice", why: "the job title is the name or the company" },
  titleAgainstLevel: { label: "Title against level", why: "an intern at C-level" },
  roleAddress: { label: "Role address", why: "info@, sales@: read by a role, not by a person" },
  disposableAddress: { label: "Throw-away address", why: "its domain hands out addresses for an hour" },
};

/** What sales says of a lead that it turned back for it. */
export const BY_SALES = "Bad data, says sales";

export const FLAG_REASON_IDS = Object.keys(FLAG_REASONS) as FlagReason[];

/** What can be asked, in the usual order. */
export const PROFILE_FIELDS: readonly ProfileField[] = [
  "email",
  "name",
  "title",
  "company",
  "level",
  "industry",
  "country",
  "domain",
];

export function sayAsked(field: ProfileField): string {
  return field === "domain" ? "Company’s site" : FACT_WORDS[field];
}

/** "Name: keyboard run". */
export function sayFlag({ field, reason }: AnswerFlag): string {
  return `${sayAsked(field)}: ${FLAG_REASONS[reason].label.toLowerCase()}`;
}

interface Check {
  label: string;
  hint: string;
}

export const READINESS: Readonly<Record<keyof EmailReadiness, Check>> = {
  domainWhitelisted: {
    label: "Domain whitelisted",
    hint: "Receivers you write to often let your sending domain through.",
  },
  notBlacklisted: {
    label: "Not blacklisted",
    hint: "Neither your domain nor your sending address is on a public blacklist.",
  },
  dedicatedIp: {
    label: "Dedicated IP",
    hint: "Nobody else sends from the IP address that your e-mails go out from.",
  },
  privacyPolicy: {
    label: "Privacy policy up to date",
    hint: "It says what you keep of leads and how they leave your list.",
  },
};

export const READINESS_IDS = Object.keys(READINESS) as (keyof EmailReadiness)[];

/** "1 e-mail", "12 e-mails". */
export function sayEmails(count: number): string {
  return `${count.toLocaleString(LOCALE)} ${count === 1 ? "e-mail" : "e-mails"}`;
}

/** "1 lead", "12 leads". */
export function sayLeads(count: number): string {
  return `${count.toLocaleString(LOCALE)} ${count === 1 ? "lead" : "leads"}`;
}

/** "1 day", "7 days". */
export function sayDays(count: number): string {
  return `${count.toLocaleString(LOCALE)} ${count === 1 ? "day" : "days"}`;
}

const DAYS_OF_YEAR = 365.25;

/** "12 days", "8 months", "4.0 years". */
export function sayAge(days: number): string {
  if (days < 61) {
    return sayDays(days);
  }
  const years = days / DAYS_OF_YEAR;
  return years < 1
    ? `${Math.floor(years * 12).toLocaleString(LOCALE)} months`
    : `${(Math.floor(years * 10) / 10).toLocaleString(LOCALE, { minimumFractionDigits: 1 })} years`;
}

function sayPercent(rate: number): string {
  return `${rate.toLocaleString(LOCALE)}%`;
}

/** The settings line by line, as the history tells them. */
export function sayQuality({ rates, guard, readiness, profile }: QualitySettings): readonly string[] {
  const checks = READINESS_IDS.flatMap((id) => {
    const { ok, checkedOn } = readiness[id];
    const on = checkedOn === null ? "" : `, checked on ${sayDate(checkedOn)}`;
    return ok || checkedOn !== null ? [`${READINESS[id].label}: ${ok ? "yes" : "no"}${on}`] : [];
  });
  return [
    `Goes bad in a year: person ${sayPercent(rates.person)}, address ${sayPercent(rates.address)}, company ${sayPercent(rates.company)}`,
    `At most ${sayEmails(guard.emails)} in ${sayDays(guard.days)}`,
    ...checks,
    `Asked: ${profile.map(sayAsked).join(", ")}`,
  ];
}
