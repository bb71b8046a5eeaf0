import type { FieldDifference } from "@/bindings/FieldDifference";
import type { MergeItem } from "@/bindings/MergeItem";
import { Card } from "@/components/Card";
import { Checkbox } from "@/components/Checkbox";
import { RadioGroup } from "@/components/RadioGroup";
import { LOCALE } from "@/locale";
import { useCurrency } from "@/rpc/session";
import { sayField } from "@/words/fields";
import { type Names, sayValue } from "@/words/values";
import styles from "./Import.module.css";
import { sayBecame } from "./mergeWords";
import { takeField, takeWhole, type Weighing } from "./merging";

function said({ name }: FieldDifference, value: unknown, names: Names): string {
  const parts = sayValue(name, value, names);
  return parts.length === 0 ? "nothing" : parts.join("\n");
}

function Field({ item, field, work }: { item: MergeItem; field: FieldDifference; work: Weighing }) {
  const currency = useCurrency();
  const names = { ...work.preview.names, currency };
  const isTaken = work.taken[item.id]?.fields?.includes(field.name) === true;
  return (
    <RadioGroup
      label={sayField(field.name)}
      hint={`Before: ${said(field, field.before, names)}`}
      choices={[
        { id: "ours", label: "Here", detail: said(field, field.ours, names) },
        { id: "theirs", label: "In the copy", detail: said(field, field.theirs, names) },
      ]}
      value={isTaken ? "theirs" : "ours"}
      onChange={(side) => takeField(item, field.name, side === "theirs")}
    />
  );
}

function Conflict({ item, work }: { item: MergeItem; work: Weighing }) {
  const fields = item.fields.filter((field) => field.conflict);
  return (
    <li className={styles.stack}>
      <h3 className={styles.theirs}>
        {item.name} <span className={styles.quiet}>{sayBecame(item)}</span>
      </h3>
      {item.goneHere ? (
        <Checkbox
          isSelected={work.taken[item.id] !== undefined}
          onChange={(isTaken) => takeWhole(item, isTaken)}
        >
          It was deleted here and changed in the copy: bring it back as the copy has it
        </Checkbox>
      ) : (
        fields.map((field) => <Field key={field.name} item={item} field={field} work={work} />)
      )}
    </li>
  );
}

/** What both sides changed to something else: both values, of which one is chosen. */
export function Conflicts({ work }: { work: Weighing }) {
  const items = work.preview.items.filter((item) => item.conflict && item.became !== "deleted");
  return items.length === 0 ? null : (
    <Card title="Changed on both sides" aside={items.length.toLocaleString(LOCALE)}>
      <ul className={styles.merge}>
        {items.map((item) => (
          <Conflict key={item.id} item={item} work={work} />
        ))}
      </ul>
    </Card>
  );
}

/** What the copy deleted: it goes only where that is chosen. */
export function Deletions({ work }: { work: Weighing }) {
  const items = work.preview.items.filter((item) => item.became === "deleted");
  return items.length === 0 ? null : (
    <Card title="Deleted in the copy" aside="Stays here unless chosen">
      <ul className={styles.merge}>
        {items.map((item) => (
          <li key={item.id}>
            <Checkbox
              isSelected={work.taken[item.id] !== undefined}
              onChange={(isTaken) => takeWhole(item, isTaken)}
            >
              <span>
                Delete {item.name} <span className={styles.quiet}>{sayBecame(item)}</span>
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </Card>
  );
}
