import type { Agreement } from "@/bindings/Agreement";
import { Card } from "@/components/Card";
import { useFieldsAreReadOnly } from "@/components/readOnly";
import { SavedNumber } from "@/components/SavedNumber";
import { SavedTags } from "@/components/SavedTags";
import styles from "./Agreement.module.css";
import { Said } from "./Said";
import { usePart } from "./saving";

const SIZE = { min: 0, max: 100_000_000, step: 1, unit: "people", nothing: "any" } as const;

interface ListedProps {
  label: string;
  /** An empty list asks for nothing. */
  any: string;
  value: readonly string[];
  onSave: (value: string[]) => Promise<string | null>;
}

function Listed({ label, any, value, onSave }: ListedProps) {
  const isReadOnly = useFieldsAreReadOnly();
  return isReadOnly && value.length === 0 ? (
    <div>
      <p className={styles.label}>{label}</p>
      <span className={styles.quiet}>{any}</span>
    </div>
  ) : (
    <SavedTags label={label} placeholder={any} value={value} onSave={onSave} />
  );
}

/** The ideal customer profile. */
export function Profile({ agreement }: { agreement: Agreement }) {
  const { industries, countries, sizeFrom, sizeTo, notes } = agreement.profile;
  const save = usePart(agreement, "profile");
  return (
    <Card title="Whom we want to win" aside="The ideal customer; what is left empty asks for nothing">
      <div className={styles.fields}>
        <Listed
          label="Industries"
          any="Any industry"
          value={industries}
          onSave={(next) => save({ industries: next })}
        />
        <Listed
          label="Countries"
          any="Any country"
          value={countries}
          onSave={(next) => save({ countries: next })}
        />
        <div className={styles.numbers}>
          <SavedNumber {...SIZE} label="From" value={sizeFrom} onSave={(next) => save({ sizeFrom: next })} />
          <SavedNumber {...SIZE} label="Up to" value={sizeTo} onSave={(next) => save({ sizeTo: next })} />
        </div>
        <div>
          <p className={styles.label} aria-hidden>
            What else makes a good customer
          </p>
          <Said
            label="What else makes a good customer"
            nothing="Nothing else"
            example="runs its own data centres, and renews its storage within a year"
            value={notes}
            onSave={(text) => save({ notes: text })}
          />
        </div>
      </div>
    </Card>
  );
}
