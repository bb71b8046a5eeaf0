// How much there is to ask somebody, in words.

import type { Askable } from "@/bindings/Askable";
import { LOCALE } from "@/locale";

function counted(count: number, one: string): string {
  return `${count.toLocaleString(LOCALE)} ${count === 1 ? one : `${one}s`}`;
}

/** "14 checks and 1 open need", without what there is none of. */
export function sayOpen({ checks, needs }: Pick<Askable, "checks" | "needs">): string {
  const parts = [checks > 0 ? counted(checks, "check") : "", needs > 0 ? counted(needs, "open need") : ""];
  return parts.filter(Boolean).join(" and ");
}

/** Why there is nothing to ask, where there is not. */
export function sayNothingOpen({ name, checks, needs }: Askable): string | null {
  return checks + needs > 0 ? null : `Nothing is open for ${name}: no check waits and every need is seen to.`;
}
