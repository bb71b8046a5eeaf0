import type { LeadScore } from "@/bindings/LeadScore";
import type { ScoreLine } from "@/bindings/ScoreLine";
import { LOCALE } from "@/locale";
import { EVENT_WORDS } from "@/words/events";
import { SCORED_FIELDS, sayPoints, sayScore } from "@/words/scoring";
import type { Clock } from "./clock";
import styles from "./Score.module.css";

interface LinesProps {
  score: LeadScore;
  clock: Clock;
}

interface Said {
  what: string;
  detail: string;
}

function sayLine(line: ScoreLine, { model }: LeadScore, clock: Clock): Said {
  switch (line.step) {
    case "act": {
      const what = line.content === "" ? EVENT_WORDS[line.kind] : `${EVENT_WORDS[line.kind]} ${line.content}`;
      const left = Math.abs(line.points - line.earned) < 0.05 ? "" : `, ${sayPoints(line.earned)} at first`;
      return { what, detail: `${clock.day(line.at)} · ${line.rule}${left}` };
    }
    case "cap":
      return { what: `${line.group} is cut at ${line.cap.toLocaleString(LOCALE)}`, detail: "" };
    case "lapse":
      return { what: `Silent for ${line.days} days`, detail: `since ${clock.day(line.since)}` };
    case "floor":
      return { what: "Behaviour is never below 0", detail: "" };
    case "field": {
      const rule = model.recipe.fields[line.rule];
      const field = rule === undefined ? "" : SCORED_FIELDS[rule.field];
      return { what: `${field}: ${line.value}`, detail: line.knownThen ? "" : "as it is known today" };
    }
  }
}

/** The score line by line: they add up to it. */
export function Lines({ score, clock }: LinesProps) {
  return (
    <table className={styles.lines}>
      <caption className={styles.caption}>How it adds up</caption>
      <tbody>
        {score.lines.map((line, at) => {
          const { what, detail } = sayLine(line, score, clock);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no names, and stay where they are
            <tr key={at}>
              <th scope="row">
                {what}
                {detail !== "" && <span className={styles.detail}>{detail}</span>}
              </th>
              <td data-less={line.points < 0 || undefined}>{sayPoints(line.points)}</td>
            </tr>
          );
        })}
        <tr className={styles.total}>
          <th scope="row">Score</th>
          <td>{sayScore(score.score)}</td>
        </tr>
      </tbody>
    </table>
  );
}
