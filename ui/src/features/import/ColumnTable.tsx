import { useMemo, useState } from "react";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import type { Choice } from "@/components/Choices";
import { Select } from "@/components/Select";
import { Table, type TableColumn, TableRow } from "@/components/Table";
import { LOCALE } from "@/locale";
import styles from "./Import.module.css";
import { sayCounted } from "./tally";

function tracksOf(isOfFirstRows: boolean, hasWhy: boolean): TableColumn[] {
  return [
    { id: "theirs", title: "Their column", width: "minmax(8rem, 2fr)" },
    { id: "examples", title: "Such as", width: "minmax(9rem, 4fr)" },
    { id: "filled", title: isOfFirstRows ? "First rows" : "Rows", width: "4.75rem" },
    { id: "field", title: "Becomes", width: "13rem" },
    ...(hasWhy ? [{ id: "why", title: "Why", width: "6.5rem" }] : []),
  ];
}

const LEFT_OUT = "left out";
const LEAVE_OUT: Choice = { id: LEFT_OUT, label: "Leave out" };

export interface TheirColumn {
  name: string;
  /** Beside the name, such as that it is worked out. */
  note?: string;
  examples: readonly string[];
  /** How many rows say something in it. */
  filled: number;
  /** What it is read as; null where it is left out. */
  field: string | null;
  /** Why it is read as that, where that can be told. */
  why?: string;
}

interface RowProps extends Pick<ColumnTableProps, "onPick"> {
  column: TheirColumn;
  choices: readonly Choice[];
}

function ColumnRow({ column, choices, onPick }: RowProps) {
  const { name, note, examples, filled, field, why } = column;
  return (
    <TableRow
      cells={[
        <span key="theirs" className={styles.theirs}>
          {name}
          {note !== undefined && <span className={styles.quiet}> {note}</span>}
        </span>,
        <span key="examples" className={styles.examples} title={examples.join("\n")}>
          {examples.length === 0 ? "empty" : examples.join(" · ")}
        </span>,
        <span key="filled" className={styles.quiet}>
          {filled.toLocaleString(LOCALE)}
        </span>,
        <Select
          key="field"
          label={`What “${name}” becomes`}
          isLabelHidden
          isQuiet={field === null}
          choices={choices}
          value={field ?? LEFT_OUT}
          onChange={(id) => onPick(name, id === LEFT_OUT ? null : id)}
        />,
        ...(why === undefined
          ? []
          : [
              <span key="why" className={styles.quiet}>
                {why}
              </span>,
            ]),
      ]}
    />
  );
}

/** A list of more columns than this shows first those that are read as something. */
const MANY = 20;

/** Which columns are read as something is looked at once: none leaves while it is being changed. */
function useShown(columns: readonly TheirColumn[]) {
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
  columns: readonly TheirColumn[];
  /** The fields there are. */
  fields: readonly Choice[];
  onPick: (column: string, field: string | null) => void;
  /** What was counted is the beginning of the file. */
  isOfFirstRows?: boolean;
}

/** For one header: give it a key of the list it shows. */
export function ColumnTable({ columns, fields, onPick, isOfFirstRows = false }: ColumnTableProps) {
  const { shown, showAll } = useShown(columns);
  const hidden = columns.length - shown.length;
  const hasWhy = columns.some(({ why }) => why !== undefined);
  const choices = useMemo(() => [LEAVE_OUT, ...fields], [fields]);
  return (
    <Card title="Columns" aside="what each of theirs becomes here" isFlush>
      <div className={styles.scroll}>
        <Table label="Columns" columns={tracksOf(isOfFirstRows, hasWhy)}>
          {shown.map((column) => (
            <ColumnRow key={column.name} column={column} choices={choices} onPick={onPick} />
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
