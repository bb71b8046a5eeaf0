// What a file calls a stage, and what it is called here.
import type { Stage } from "@/bindings/Stage";

/** As core compares names: letters and digits alone. */
function plain(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The name of our stage, where theirs is known to mean one; else theirs. */
export function nameOfStage(theirs: string, stages: readonly Stage[]): string {
  const wanted = plain(theirs);
  const own = stages.find(({ name }) => plain(name) === wanted);
  const known = own ?? stages.find(({ knownAs }) => knownAs.some((name) => plain(name) === wanted));
  return known?.name ?? theirs;
}
