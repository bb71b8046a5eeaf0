import type { Choice } from "./Choices";

const MAX_OFFERED = 50;

/** The choices that are not picked yet and hold every typed word, those that begin with it first. */
export function offer(choices: readonly Choice[], picked: readonly Choice[], typed: string): Choice[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ label }: Choice) => words.every((word) => label.toLocaleLowerCase().includes(word));
  const rank = ({ label }: Choice) => (label.toLocaleLowerCase().startsWith(words[0] ?? "") ? 0 : 1);
  return choices
    .filter((choice) => fits(choice) && picked.every(({ id }) => id !== choice.id))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MAX_OFFERED);
}
