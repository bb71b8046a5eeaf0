// The columns of a table of imported data. A row that scrolls in draws all of them: they stay plain.
import type { FactRow } from "@/bindings/FactRow";
import type { GridColumn } from "@/components/grid/grid";
import type { Clock } from "@/words/clock";
import styles from "./Facts.module.css";
import { FIELDS, type FieldLook } from "./fields";
import type { Tabled } from "./search";
import { sayField } from "./values";

const FIGURES: ReadonlySet<FieldLook["holds"]> = new Set<FieldLook["holds"]>(["count", "money"]);

/** Those of which any row says something. */
export function columnsOf(
  subject: Tabled,
  fields: readonly string[],
  clock: Clock,
): readonly GridColumn<FactRow>[] {
  const currencyAt = fields.indexOf("currency");
  return FIELDS[subject].flatMap(({ field, title, holds, width }) => {
    const at = fields.indexOf(field);
    if (at < 0) {
      return [];
    }
    const cell = ({ texts }: FactRow) => {
      const said = sayField(holds, texts[at] ?? "", texts[currencyAt] ?? "", clock);
      return (
        <span className={holds === "name" ? styles.name : undefined} title={said}>
          {said}
        </span>
      );
    };
    return [{ id: field, title, width, cell, ...(FIGURES.has(holds) && { align: "end" as const }) }];
  });
}
