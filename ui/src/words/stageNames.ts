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

export interface NamedStage {
  /** As it is called here, where theirs is known to mean one of ours; else as they call it. */
  name: string;
  /** As they call it, where that is another word. */
  theirs: string | null;
}

export function stageNamed(theirs: string, stages: readonly Stage[]): NamedStage {
  const wanted = plain(theirs);
  const own = stages.find(({ name }) => plain(name) === wanted);
  if (own !== undefined) {
    return { name: own.name, theirs: null };
  }
  const known = stages.find(({ knownAs }) => knownAs.some((name) => plain(name) === wanted));
  return known === undefined ? { name: theirs, theirs: null } : { name: known.name, theirs };
}
