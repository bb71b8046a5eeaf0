// What answers out of a file would do, and what they did, in words.
import type { AnswerItem } from "@/bindings/AnswerItem";
import type { AnswersPreview } from "@/bindings/AnswersPreview";
import type { TakenIn } from "@/bindings/TakenIn";
import { capital } from "@/words/text";
import type { Figure } from "./Overview";
import { sayCounted } from "./tally";

/** "12 checks answered", "1 need added": what there is none of is left unsaid. */
export function sayAnswerCounts({ counts, faults }: AnswersPreview): readonly Figure[] {
  const said: readonly (readonly [string, number, string, string, Figure["tone"]?])[] = [
    ["answered", counts.answered, "check", "answered"],
    ["changed", counts.changed, "check", "changed"],
    ["confirmed", counts.confirmed, "check", "confirmed"],
    ["needsAnswered", counts.needsAnswered, "need", "answered"],
    ["needsDeclined", counts.needsDeclined, "need", "declined"],
    ["needsAdded", counts.needsAdded, "need", "added"],
    ["conflicts", counts.conflicts, "answer", "in conflict", "warning"],
    ["already", counts.already, "answer", "here already"],
    ["faults", faults.length, "row", "not taken", "danger"],
  ];
  return said
    .filter(([, count]) => count > 0)
    .map(([id, count, what, became, tone = "plain"]) => ({
      id,
      text: `${sayCounted(count, what)} ${became}`,
      tone,
    }));
}

const BECAME: Readonly<Record<AnswerItem["became"], string>> = {
  answered: "Answered",
  changed: "Changed",
  confirmed: "Confirmed",
  "need answered": "Answered by",
  "need declined": "Not needed",
  "need added": "New need",
};

/** "Changed to no", "Answered by The ROI model", "Not needed". */
export function sayAnswer({ became, answer, reason }: AnswerItem): string {
  switch (became) {
    case "answered":
      return capital(answer ?? "");
    case "changed":
      return `Changed to ${answer}`;
    case "confirmed":
      return `Still ${answer}`;
    case "need answered":
      return `${BECAME[became]} ${reason}`;
    case "need declined":
    case "need added":
      return BECAME[became];
  }
}

/** What stands under the answer: why, or what sort of need was added. */
export function sayWhy({ became, reason }: AnswerItem): string {
  if (became === "need answered") {
    return "";
  }
  return became === "need added" ? capital(reason) : reason;
}

/** After: what became of them. */
export function sayTaken({ checks, needs, kept }: TakenIn): string {
  if (checks + needs === 0) {
    return "Nothing came in";
  }
  const parts = [checks > 0 ? sayCounted(checks, "check") : "", needs > 0 ? sayCounted(needs, "need") : ""];
  const stayed = kept > 0 ? `, ${sayCounted(kept, "conflict")} left as here` : "";
  return `${parts.filter(Boolean).join(" and ")} came in${stayed}`;
}
