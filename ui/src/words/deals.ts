// Deals as people speak of them.

import type { DealMove } from "@/bindings/DealMove";
import type { DealOutcome } from "@/bindings/DealOutcome";
import type { DealRow } from "@/bindings/DealRow";
import type { LineInDays } from "@/bindings/LineInDays";
import { LOCALE } from "@/locale";

export const OUTCOMES: readonly DealOutcome[] = ["open", "won", "lost"];

export const OUTCOME_WORDS: Readonly<Record<DealOutcome, string>> = {
  open: "Open",
  won: "Won",
  lost: "Lost",
};

export const MOVE_WORDS: Readonly<Record<DealMove, string>> = {
  advanced: "went on",
  movedBack: "went back",
  lost: "was lost",
  here: "here now",
};

/** A deal that nothing names. */
export const NAMELESS = "Deal without a name";

export const NO_STAGE = "Stage not known";

/** "1 day", "14 days": whole days that have passed. */
export function sayWholeDays(days: number): string {
  const whole = Math.floor(days);
  return whole === 1 ? "1 day" : `${whole.toLocaleString(LOCALE)} days`;
}

/** "14 days", "at least 14 days", "" of a deal that has ended or stands nowhere. */
export function sayAge({ days, sinceExact }: Pick<DealRow, "days" | "sinceExact">): string {
  return days === null ? "" : `${sinceExact ? "" : "at least "}${sayWholeDays(days)}`;
}

/** "12 days"; of a line under three days to the tenth: it is a bound, and so are its parts. */
export function sayLineDays({ days }: LineInDays): string {
  const digits = days < 3 ? 1 : 0;
  const said = days.toLocaleString(LOCALE, { maximumFractionDigits: digits });
  return said === "1" ? "1 day" : `${said} days`;
}

/** "12 d", where room is short. */
export function sayShortLine({ days }: LineInDays): string {
  return `${days.toLocaleString(LOCALE, { maximumFractionDigits: days < 3 ? 1 : 0 })} d`;
}

/** "n 41", "n 3, too few". */
export function sayCount({ n, tooFew }: LineInDays): string {
  return `n ${n.toLocaleString(LOCALE)}${tooFew ? ", too few" : ""}`;
}

/** Where a line comes from: "9 in 10 of 41 deals that went on had by then", "twice the median of 3 deals …". */
export function sayLineSource({ n, tooFew }: LineInDays): string {
  const deals = n === 1 ? "1 stay" : `${n.toLocaleString(LOCALE)} stays`;
  return tooFew
    ? `twice the median of ${deals} that went on: too few for more`
    : `nine in ten of ${deals} that went on were no longer`;
}

/** "3 of 5 personas: CFO, IT; missing CISO". */
export function sayCommittee(present: readonly string[], missing: readonly string[]): string {
  const all = present.length + missing.length;
  const parts = [
    present.length > 0 ? `: ${present.join(", ")}` : "",
    missing.length > 0 ? `; missing ${missing.join(", ")}` : "",
  ];
  return `${present.length} of ${all} personas${parts.join("")}`;
}
