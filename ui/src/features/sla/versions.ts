// Versions of the agreement: from which months on they hold, and which can still be changed.
import type { Agreement } from "@/bindings/Agreement";
import type { AgreementFields } from "@/bindings/AgreementFields";
import { monthAfter } from "@/words/months";

const firstDay = (month: string) => `${month.slice(0, 7)}-01`;

/** The fields of a version to begin the next one with. */
export function copyOf(agreed: AgreementFields): Omit<AgreementFields, "startsOn"> {
  const { definitions, profile, marketing, sales, marketingQuota, salesQuota } = agreed;
  const { notes, marketingSigner, salesSigner } = agreed;
  const said = { definitions, profile, marketing, sales, marketingQuota, salesQuota };
  return { ...said, notes, marketingSigner, salesSigner };
}

/** The fields of the next version: this month's where there is none yet, else a copy of the last one from
 * the month after it, or after this one. */
export function nextOf(versions: readonly AgreementFields[], today: string): Partial<AgreementFields> {
  const [last] = versions.toSorted((a, b) => b.startsOn.localeCompare(a.startsOn));
  if (last === undefined) {
    return { startsOn: firstDay(today) };
  }
  const latest = last.startsOn > today ? last.startsOn : today;
  return { ...copyOf(last), startsOn: firstDay(monthAfter(latest, 1)) };
}

const BACK = 24;
const AHEAD = 12;

/** Months from which a version can hold: around today, without those of others; its own is among them. */
export function monthsFor(
  version: Agreement,
  versions: readonly Agreement[],
  today: string,
): readonly string[] {
  const taken = versions.filter(({ id }) => id !== version.id).map(({ startsOn }) => startsOn);
  const around = Array.from({ length: BACK + AHEAD + 1 }, (_, at) => firstDay(monthAfter(today, AHEAD - at)));
  const all = around.includes(version.startsOn) ? around : [...around, version.startsOn];
  return all.filter((month) => !taken.includes(month));
}

/** The one that holds on a day; undefined where nothing is agreed for it yet. */
export function inForceOn<T extends AgreementFields>(versions: readonly T[], today: string): T | undefined {
  const begun = versions.filter(({ startsOn }) => startsOn <= today);
  return begun.toSorted((a, b) => b.startsOn.localeCompare(a.startsOn))[0];
}

export type VersionState = "in force" | "to come" | "ended";

/** How a version stands to the one in force. */
export function stateOf(version: Agreement, inForce: Agreement | undefined): VersionState {
  if (version.id === inForce?.id) {
    return "in force";
  }
  return inForce !== undefined && version.startsOn < inForce.startsOn ? "ended" : "to come";
}
