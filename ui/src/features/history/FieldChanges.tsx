import { ArrowRight } from "lucide-react";
import { useMemo, useState } from "react";
import type { ChangedField } from "@/bindings/ChangedField";
import type { ChangedRow } from "@/bindings/ChangedRow";
import { LOCALE } from "@/locale";
import { useCurrency } from "@/rpc/session";
import { sayField } from "@/words/fields";
import { type Names, sayValue } from "@/words/values";
import styles from "./FieldChanges.module.css";

/** More parts, or a longer text, are shown on demand. */
const PARTS = 5;
const LETTERS = 280;

function shorten(parts: readonly string[]): readonly string[] {
  return parts
    .slice(0, PARTS)
    .map((part) => (part.length > LETTERS ? `${part.slice(0, LETTERS).trimEnd()}…` : part));
}

function Value({ parts, label }: { parts: readonly string[]; label: string }) {
  const [isWhole, setWhole] = useState(false);
  if (parts.length === 0) {
    return <span className={styles.nothing}>nothing</span>;
  }
  const shown = isWhole ? parts : shorten(parts);
  const isShort = parts.length > PARTS || parts.some((part) => part.length > LETTERS);
  return (
    <span className={styles.value}>
      {shown.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a value have no identity but their place
        <span key={at}>{part}</span>
      ))}
      {isShort && (
        <button
          type="button"
          className={styles.whole}
          aria-label={`${isWhole ? "Shorten" : "Show all of"} ${label}`}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole
            ? "Shorten"
            : `Show all${parts.length > PARTS ? ` ${parts.length.toLocaleString(LOCALE)}` : ""}`}
        </button>
      )}
    </span>
  );
}

function Change({ field, row, names }: { field: ChangedField; row: ChangedRow; names: Names }) {
  const label = sayField(field.name);
  const before = sayValue(field.name, field.before, names);
  const after = sayValue(field.name, field.after, names);
  return (
    <div className={styles.change}>
      <dt>{label}</dt>
      <dd className={styles.turn}>
        {!row.made && (
          <span className={styles.before}>
            <Value parts={before} label={`${label} before`} />
          </span>
        )}
        {!row.made && !row.deleted && <ArrowRight size={14} role="img" aria-label="became" />}
        {!row.deleted && <Value parts={after} label={`${label} after`} />}
      </dd>
    </div>
  );
}

/** A field says something where it has a value on the side that counts. */
function says(field: ChangedField, row: ChangedRow, names: Names): boolean {
  const isBare = (value: unknown) => value === false || sayValue(field.name, value, names).length === 0;
  return !(row.made && isBare(field.after)) && !(row.deleted && isBare(field.before));
}

/** The fields of a row that an edit changed, before → after. */
export function FieldChanges({ row, names }: { row: ChangedRow; names: Names }) {
  const isNew = row.made || row.deleted;
  const currency = useCurrency();
  const told = useMemo(() => ({ ...names, currency }), [names, currency]);
  const fields = row.fields.filter(
    (field) => says(field, row, names) && !(isNew && field.name === "position"),
  );
  return (
    <dl className={styles.changes}>
      {fields.map((field) => (
        <Change key={field.name} field={field} row={row} names={told} />
      ))}
    </dl>
  );
}
