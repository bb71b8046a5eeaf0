// What a persona rests on: which of the three things interviews have validated, and how often.

import type { Interview } from "@/bindings/Interview";
import { LOCALE } from "@/locale";

export const VALIDATED = [
  { id: "preferences", label: "Content preferences", short: "preferences" },
  { id: "process", label: "Purchase process", short: "process" },
  { id: "problems", label: "Problems", short: "problems" },
] as const;

export type Validated = (typeof VALIDATED)[number]["id"];

export interface Evidence {
  interviews: number;
  validated: Readonly<Record<Validated, number>>;
}

export function evidenceOf(interviews: readonly Interview[], personaId: string): Evidence {
  const own = interviews.filter((interview) => interview.personaId === personaId);
  const count = (what: Validated) => own.filter((interview) => interview[what]).length;
  return {
    interviews: own.length,
    validated: {
      preferences: count("preferences"),
      process: count("process"),
      problems: count("problems"),
    },
  };
}

export function sayInterviews(count: number): string {
  return count === 1 ? "1 interview" : `${count.toLocaleString(LOCALE)} interviews`;
}

/** "Rests on 3 interviews; purchase process not validated yet." */
export function sayEvidence({ interviews, validated }: Evidence): string {
  if (interviews === 0) {
    return "No interview yet: an assumption.";
  }
  const open = VALIDATED.filter(({ id }) => validated[id] === 0).map(({ label }) =>
    label.toLocaleLowerCase(),
  );
  const missing = open.length === 0 ? "" : `; ${open.join(" and ")} not validated yet`;
  return `Rests on ${sayInterviews(interviews)}${missing}.`;
}
