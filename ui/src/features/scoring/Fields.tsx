import { Plus, Trash2 } from "lucide-react";
import type { FieldRule } from "@/bindings/FieldRule";
import type { FieldTest } from "@/bindings/FieldTest";
import type { ScoredField } from "@/bindings/ScoredField";
import type { ScoringRecipe } from "@/bindings/ScoringRecipe";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { IconButton } from "@/components/IconButton";
import { NumberField } from "@/components/NumberField";
import { Select } from "@/components/Select";
import { TagField } from "@/components/TagField";
import { FIELD_TESTS, SCORED_FIELDS, sayFieldRule } from "@/words/scoring";
import styles from "./Scoring.module.css";

const FIELDS = (Object.keys(SCORED_FIELDS) as ScoredField[]).map((id) => ({ id, label: SCORED_FIELDS[id] }));
const TESTS = (Object.keys(FIELD_TESTS) as FieldTest[]).map((id) => ({ id, label: FIELD_TESTS[id] }));
const OF_ACCOUNT: ReadonlySet<ScoredField> = new Set(["size", "fits", "company", "industry", "country"]);

interface FieldsProps {
  recipe: ScoringRecipe;
  personas: ReadonlyMap<string, string>;
  onChange: (part: Partial<ScoringRecipe>) => void;
}

interface RowProps {
  rule: FieldRule;
  personas: ReadonlyMap<string, string>;
  set: (part: Partial<FieldRule>) => void;
  remove: () => void;
}

/** What is compared: personas are chosen by their names. */
function Values({ rule, personas, set }: Omit<RowProps, "remove">) {
  if (rule.test === "known") {
    return null;
  }
  const ids = new Map([...personas].map(([id, name]) => [name, id]));
  const isPersona = rule.field === "persona";
  return (
    <TagField
      label={`Values for ${SCORED_FIELDS[rule.field]}`}
      isLabelHidden
      placeholder={rule.field === "fits" ? "yes" : "Any of…"}
      value={isPersona ? rule.values.map((id) => personas.get(id) ?? id) : rule.values}
      {...(isPersona && { known: [...personas.values()] })}
      onChange={(values) => set({ values: isPersona ? values.map((name) => ids.get(name) ?? name) : values })}
    />
  );
}

function Row({ rule, personas, set, remove }: RowProps) {
  const said = sayFieldRule(rule, personas);
  return (
    <li className={styles.field}>
      <Select
        label="Field"
        isLabelHidden
        choices={FIELDS}
        value={rule.field}
        onChange={(field) => set({ field, side: OF_ACCOUNT.has(field) ? "account" : "person", values: [] })}
      />
      <Select
        label="Test"
        isLabelHidden
        choices={TESTS}
        value={rule.test}
        onChange={(test) => set({ test })}
      />
      <div className={styles.values}>
        <Values rule={rule} personas={personas} set={set} />
      </div>
      <div className={styles.points}>
        <NumberField
          label={`Points where ${said}`}
          isLabelHidden
          value={rule.points}
          min={-10_000}
          max={10_000}
          onChange={(points) => set({ points: points ?? 0 })}
        />
      </div>
      <IconButton icon={Trash2} label={`Remove ${said}`} onPress={remove} isEdit />
    </li>
  );
}

/** What person and account earn; it does not decay. */
export function Fields({ recipe: { fields }, personas, onChange }: FieldsProps) {
  const set = (at: number, part: Partial<FieldRule>) =>
    onChange({ fields: fields.map((rule, other) => (other === at ? { ...rule, ...part } : rule)) });
  const add = () =>
    onChange({
      fields: [...fields, { side: "person", field: "level", test: "contains", values: [], points: 5 }],
    });
  return (
    <Card
      title="Who they are"
      aside="Points that stay"
      actions={
        <Button look="quiet" icon={Plus} onPress={add}>
          Rule
        </Button>
      }
    >
      {fields.length === 0 ? (
        <p className={styles.quiet}>No points for person or account yet.</p>
      ) : (
        <ul className={styles.fields}>
          {fields.map((rule, at) => (
            <Row
              // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place
              key={at}
              rule={rule}
              personas={personas}
              set={(part) => set(at, part)}
              remove={() => onChange({ fields: fields.filter((_, other) => other !== at) })}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}
