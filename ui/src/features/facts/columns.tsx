// The columns of a table of imported data. A row that scrolls in draws all of them: they stay plain.
import type { FactRow } from "@/bindings/FactRow";
import type { Stage } from "@/bindings/Stage";
import { classes } from "@/components/classes";
import type { GridColumn } from "@/components/grid/grid";
import type { Clock } from "@/words/clock";
import { stageNamed } from "@/words/stageNames";
import styles from "./Facts.module.css";
import { FIELDS, type FieldLook, type Holds } from "./fields";
import type { Tabled } from "./search";
import { sayField } from "./values";

const FIGURES: ReadonlySet<Holds> = new Set<Holds>(["count", "money"]);

/** What is usual or nothing keeps quiet, so that the rest is seen. */
const QUIET: ReadonlySet<string> = new Set(["0", "open", "no"]);

function lookOf(holds: Holds, text: string): string {
  return classes(
    holds === "name" && styles.name,
    holds !== "name" && holds !== "text" && QUIET.has(text) && styles.quiet,
    holds === "word" && text === "won" && styles.won,
  );
}

/** The last day of several is another thing than a day. */
function titleOf({ field, title }: FieldLook, fields: readonly string[]): string {
  return field === "day" && fields.includes("from") ? "To" : title;
}

/** As the stage is called here, and behind it as the file calls it. */
function StageCell({ said, stages }: { said: string; stages: readonly Stage[] }) {
  const { name, theirs } = stageNamed(said, stages);
  return (
    <span title={said}>
      {name}
      {theirs !== null && <span className={styles.quiet}> {theirs}</span>}
    </span>
  );
}

export interface ColumnsContext {
  clock: Clock;
  stages: readonly Stage[];
}

/** Those of which any row says something. */
export function columnsOf(
  subject: Tabled,
  fields: readonly string[],
  { clock, stages }: ColumnsContext,
): readonly GridColumn<FactRow>[] {
  const currencyAt = fields.indexOf("currency");
  return FIELDS[subject].flatMap((look) => {
    const { field, holds, width } = look;
    const at = fields.indexOf(field);
    if (at < 0) {
      return [];
    }
    const cell = ({ texts }: FactRow) => {
      const text = texts[at] ?? "";
      if (holds === "stage") {
        return <StageCell said={text} stages={stages} />;
      }
      const said = sayField(holds, text, texts[currencyAt] ?? "", clock);
      return (
        <span className={lookOf(holds, text)} title={said}>
          {said}
        </span>
      );
    };
    const align = FIGURES.has(holds) ? ("end" as const) : ("start" as const);
    return [{ id: field, title: titleOf(look, fields), width, align, cell }];
  });
}
