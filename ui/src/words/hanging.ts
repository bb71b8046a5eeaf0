// What a deletion takes along, in words: shown before it is done.
import type { Hanging } from "@/bindings/Hanging";
import { sayCount } from "./edits";

function join(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** "With CFO go 12 placements and 3 needs. 2 triggers stay without it." */
export function sayHanging(name: string, hanging: readonly Hanging[], pronoun: "it" | "them" = "it"): string {
  const gone = hanging.filter(({ deleted }) => deleted > 0);
  const kept = hanging.filter(({ changed }) => changed > 0);
  const count = (all: readonly Hanging[], of: (one: Hanging) => number) =>
    join(all.map((one) => sayCount(one.kind, of(one))));
  const sum = (all: readonly Hanging[], of: (one: Hanging) => number) =>
    all.reduce((total, one) => total + of(one), 0);
  const goes = sum(gone, ({ deleted }) => deleted) === 1 ? "goes" : "go";
  const stays = sum(kept, ({ changed }) => changed) === 1 ? "stays" : "stay";
  return [
    gone.length > 0 && `With ${name} ${goes} ${count(gone, ({ deleted }) => deleted)}.`,
    kept.length > 0 && `${count(kept, ({ changed }) => changed)} ${stays} without ${pronoun}.`,
  ]
    .filter(Boolean)
    .join(" ");
}
