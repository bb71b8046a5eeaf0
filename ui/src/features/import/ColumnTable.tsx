import { useState } from "react";
import type { ColumnPreview } from "@/bindings/ColumnPreview";
import type { Field } from "@/bindings/Field";
import type { MappingFields } from "@/bindings/MappingFields";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { Select } from "@/components/Select";
import { Table, TableRow } from "@/components/Table";
import { sayField } from "@/words/fields";
import styles from "./Import.module.css";
import { FIELDS, fieldOf, withColumn } from "./mapping";
import { sayCounted } from "./tally";
import { tryMapping } from "./work";

const COLUMNS = [
  { id: "theirs", title: "Their column", width: "minmax(8rem, 2fr)" },
  { id: "examples", title: "Such as", width: "minmax(9rem, 4fr)" },
  { id: "filled", title: "Rows", width: "4.5rem" },
  { id: "field", title: "Becomes", width: "13rem" },
  { id: "why", title: "Why", width: "6.5rem" },
] as const;

const LEFT_OUT = "left out";

const CHOICES = [
  { id: LEFT_OUT, label: "Leave out" },
  ...FIELDS.map((field) => ({ id: field as string, label: sayField(field) })),
];

/** A guess is sure where the header is one of the names that the field goes by. */
const SURE = 0.9;

function sayWhy(column: ColumnPreview, field: Field | null): string {
  if (field === null) {
    return "";
  }
  if (column.guess?.field !== field) {
    return "chosen";
  }
  return column.guess.confidence >= SURE ? "by its name" : "a guess";
}

function ColumnRow({ column, mapping }: { column: ColumnPreview; mapping: MappingFields }) {
  const field = fieldOf(mapping, column.name);
  const pick = (id: string) => {
    const picked = FIELDS.find((known) => known === id) ?? null;
    void tryMapping(withColumn(mapping, column.name, picked));
  };
  return (
    <TableRow
      cells={[
        <span key="theirs" className={styles.theirs}>
          {column.name}
          {column.computed && <span className={styles.quiet}> worked out</span>}
        </span>,
        <span key="examples" className={styles.examples} title={column.examples.join("\n")}>
          {column.examples.length === 0 ? "empty" : column.examples.join(" · ")}
        </span>,
        <span key="filled" className={styles.quiet}>
          {column.filled.toLocaleString()}
        </span>,
        <Select
          key="field"
          label={`What “${column.name}” becomes`}
          isLabelHidden
          isQuiet={field === null}
          choices={CHOICES}
          value={field ?? LEFT_OUT}
          onChange={pick}
        />,
        <span key="why" className={styles.quiet}>
          {sayWhy(column, field)}
        </span>,
      ]}
    />
  );
}

/** A list of more columns than this shows first those that are read as something. */
const MANY = 20;

/** Which columns are read as something is looked at once: none leaves while it is being changed. */
function useShown(columns: readonly ColumnPreview[]) {
  const [isAll, setAll] = useState(false);
  const [read] = useState(
    () => new Set(columns.filter(({ field }) => field !== null).map(({ name }) => name)),
  );
  const isShort = isAll || columns.length <= MANY || read.size === 0;
  return {
    shown: isShort ? columns : columns.filter(({ name }) => read.has(name)),
    showAll: () => setAll(true),
  };
}

export interface ColumnTableProps {
  columns: readonly ColumnPreview[];
  mapping: MappingFields;
}

/** For one header: give it a key of the list it shows. */
export function ColumnTable({ columns, mapping }: ColumnTableProps) {
  const { shown, showAll } = useShown(columns);
  const hidden = columns.length - shown.length;
  return (
    <Card title="Columns" aside="what each of theirs becomes here" isFlush>
      <div className={styles.scroll}>
        <Table label="Columns" columns={COLUMNS}>
          {shown.map((column) => (
            <ColumnRow key={column.name} column={column} mapping={mapping} />
          ))}
        </Table>
      </div>
      {hidden > 0 && (
        <div className={styles.more}>
          <Button look="quiet" onPress={showAll}>
            {`Show ${sayCounted(hidden, "column")} that ${hidden === 1 ? "is" : "are"} left out`}
          </Button>
        </div>
      )}
    </Card>
  );
}
