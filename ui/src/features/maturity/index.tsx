import type { FigureOf } from "@/bindings/FigureOf";
import type { Maturity } from "@/bindings/Maturity";
import { Chart } from "@/charts/Chart";
import { Card } from "@/components/Card";
import { Page } from "@/components/Page";
import { DIMENSION_WORDS, DIMENSIONS, QUESTION_WORDS, sayLevel } from "@/words/maturity";
import styles from "./Maturity.module.css";
import { QuestionItem } from "./QuestionItem";
import { useMaturity } from "./queries";

const BARS: FigureOf = { name: "maturity" };
const HISTORY: FigureOf = { name: "maturityHistory" };

/** The rated questions that can change soonest. */
function Next({ maturity: { next, questions } }: { maturity: Maturity }) {
  if (next.length === 0) {
    return null;
  }
  return (
    <Card title="Lowest, and can change within a quarter" aside="Their facts are in this workspace">
      <ul className={styles.next}>
        {next.map((question) => {
          const level = questions.find((one) => one.question === question)?.rating?.level;
          return (
            <li key={question}>
              <button type="button" className={styles.link} onClick={() => show(question)}>
                {QUESTION_WORDS[question]}
              </button>
              <span className={styles.quiet}>rated {level}</span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

const idOf = (question: string) => `question-${question.replace(/ /g, "-")}`;

/** Brings a question into sight and its rating into focus. */
function show(question: string): void {
  const item = document.getElementById(idOf(question));
  item?.scrollIntoView({ block: "center" });
  const find = (selector: string) => item?.querySelector<HTMLElement>(selector);
  const level = find("[role=radio][aria-checked=true]") ?? find("[role=radio]");
  level?.focus({ preventScroll: true });
}

function Dimension({ maturity, at }: { maturity: Maturity; at: number }) {
  const dimension = DIMENSIONS[at];
  const bar = maturity.bars[at];
  if (dimension === undefined || bar === undefined) {
    return null;
  }
  const level = bar.level === null ? "not rated" : `${sayLevel(bar.level)} of 4`;
  return (
    <Card title={DIMENSION_WORDS[dimension]} aside={level} isFlush>
      <ul className={styles.questions}>
        {maturity.questions
          .filter((one) => one.dimension === dimension)
          .map((standing) => (
            <QuestionItem
              key={standing.question}
              id={idOf(standing.question)}
              standing={standing}
              isNext={maturity.next.includes(standing.question)}
            />
          ))}
      </ul>
    </Card>
  );
}

/** How mature the demand process is: four bars, every question with its evidence and facts. */
export function MaturityView() {
  const maturity = useMaturity();
  const rated = maturity.bars.reduce((sum, bar) => sum + bar.rated, 0);
  const all = maturity.bars.reduce((sum, bar) => sum + bar.questions, 0);
  return (
    <Page
      title="Maturity"
      summary={
        rated === 0 ? (
          "Rate each question from 0, nothing of it, to 4, all of it. What this workspace knows stands beside."
        ) : (
          <>
            <strong>{rated}</strong> of {all} questions rated from 0, nothing of it, to 4, all of it
          </>
        )
      }
    >
      <div className={styles.view}>
        <div className={styles.charts}>
          <Chart of={BARS} title="Where we stand" nothing="Nothing is rated yet." />
          <Chart of={HISTORY} title="Over time" nothing="The first rating begins the line." />
        </div>
        <Next maturity={maturity} />
        {DIMENSIONS.map((dimension, at) => (
          <Dimension key={dimension} maturity={maturity} at={at} />
        ))}
      </div>
    </Page>
  );
}
