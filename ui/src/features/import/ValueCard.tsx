import { useState } from "react";
import type { MappingFields } from "@/bindings/MappingFields";
import type { ValuePreview } from "@/bindings/ValuePreview";
import type { ValuesPreview } from "@/bindings/ValuesPreview";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { Chip } from "@/components/Chip";
import { Select } from "@/components/Select";
import { Table, TableRow } from "@/components/Table";
import { TextField } from "@/components/TextField";
import { LOCALE } from "@/locale";
import { sayField } from "@/words/fields";
import styles from "./Import.module.css";
import { choiceOf, choicesFor, chosen, oursOf, withValue } from "./mapping";
import { tryMapping } from "./work";

const COLUMNS = [
  { id: "theirs", title: "Their value", width: "minmax(9rem, 3fr)" },
  { id: "count", title: "Rows", width: "4.5rem" },
  { id: "ours", title: "Becomes", width: "minmax(13rem, 3fr)" },
  { id: "mark", title: "Mark", isTitleHidden: true, width: "6.5rem" },
] as const;

/** As many as are read at a glance; the rest is a press away. */
const SHOWN = 12;

interface RowProps {
  values: ValuesPreview;
  value: ValuePreview;
  mapping: MappingFields;
}

/** Where a folder of theirs lies on the web. */
function FolderBase({ values, value, mapping }: RowProps) {
  const ours = oursOf(mapping, values.field, value);
  const [text, setText] = useState(ours);
  const commit = (typed: string) => {
    if (typed.trim() !== ours) {
      void tryMapping(withValue(mapping, values.field, value.theirs, typed.trim()));
    }
  };
  return (
    <TextField
      label={`Address of ${value.theirs || "the folder itself"}`}
      isLabelHidden
      value={text}
      onChange={setText}
      onCommit={commit}
      placeholder="https://www.example.com/blog"
      type="url"
    />
  );
}

function ValueRow({ values, value, mapping }: RowProps) {
  const ours = oursOf(mapping, values.field, value);
  const isFolder = values.field === "folder";
  const isNew = !isFolder && choiceOf(values, ours).startsWith("new:");
  return (
    <TableRow
      cells={[
        <span key="theirs" className={styles.theirs}>
          {value.theirs === "" ? "the folder itself" : value.theirs}
        </span>,
        <span key="count" className={styles.quiet}>
          {value.count.toLocaleString(LOCALE)}
        </span>,
        isFolder ? (
          <FolderBase key={`ours ${ours}`} values={values} value={value} mapping={mapping} />
        ) : (
          <Select
            key="ours"
            label={`What “${value.theirs}” becomes`}
            isLabelHidden
            choices={choicesFor(values, value.theirs, ours)}
            value={choiceOf(values, ours)}
            onChange={(id) => void tryMapping(withValue(mapping, values.field, value.theirs, chosen(id)))}
          />
        ),
        <span key="mark">
          {isNew && <Chip tone="accent">new</Chip>}
          {ours === "" && !isFolder && <Chip tone="warning">left out</Chip>}
        </span>,
      ]}
    />
  );
}

/** The values of one column, and what each becomes. */
export function ValueCard({ values, mapping }: { values: ValuesPreview; mapping: MappingFields }) {
  const [isAll, setAll] = useState(false);
  const all = values.values;
  const shown = isAll ? all : all.slice(0, SHOWN);
  const title = values.field === "folder" ? "Folders" : `Values of ${sayField(values.field).toLowerCase()}`;
  const left = all.filter((value) => oursOf(mapping, values.field, value) === "").length;
  const aside =
    values.field === "folder"
      ? "the web address at which each of them begins"
      : `from the column ${values.column}${left > 0 ? ` · ${left.toLocaleString(LOCALE)} left out` : ""}`;
  return (
    <Card title={title} aside={aside} isFlush>
      <div className={styles.scroll}>
        <Table label={title} columns={COLUMNS}>
          {shown.map((value) => (
            <ValueRow key={value.theirs} values={values} value={value} mapping={mapping} />
          ))}
        </Table>
      </div>
      {(shown.length < all.length || values.more > 0) && (
        <div className={styles.more}>
          {shown.length < all.length && (
            <Button look="quiet" onPress={() => setAll(true)}>
              Show all {all.length.toLocaleString(LOCALE)}
            </Button>
          )}
          {values.more > 0 && (
            <span className={styles.note}>
              {values.more.toLocaleString(LOCALE)} rarer ones are not listed; they are read as guessed.
            </span>
          )}
        </div>
      )}
    </Card>
  );
}
