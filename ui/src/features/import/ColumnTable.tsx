import type { ColumnPreview } from "@/bindings/ColumnPreview";
import type { Field } from "@/bindings/Field";
import type { MappingFields } from "@/bindings/MappingFields";
import { Card } from "@/components/Card";
import { Select } from "@/components/Select";
import { Table, TableRow } from "@/components/Table";
import { sayField } from "@/words/fields";
import styles from "./Import.module.css";
import { FIELDS, fieldOf, withColumn } from "./mapping";
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

export function ColumnTable({
  columns,
  mapping,
}: {
  columns: readonly ColumnPreview[];
  mapping: MappingFields;
}) {
  return (
    <Card title="Columns" aside="what each of theirs becomes here" isFlush>
      <div className={styles.scroll}>
        <Table label="Columns" columns={COLUMNS}>
          {columns.map((column) => (
            <ColumnRow key={column.name} column={column} mapping={mapping} />
          ))}
        </Table>
      </div>
    </Card>
  );
}
