import type { Agreement } from "@/bindings/Agreement";
import { Card } from "@/components/Card";
import { useFieldsAreReadOnly } from "@/components/readOnly";
import { SavedNumber } from "@/components/SavedNumber";
import { SavedTags } from "@/components/SavedTags";
import { SavedTextArea } from "@/components/SavedTextArea";
import styles from "./Agreement.module.css";
import { usePart } from "./saving";

const MOST = 100_000_000;

/** The ideal customer profile. */
export function Profile({ agreement }: { agreement: Agreement }) {
  const { industries, countries, sizeFrom, sizeTo, notes } = agreement.profile;
  const isReadOnly = useFieldsAreReadOnly();
  const save = usePart(agreement, "profile");
  return (
    <Card title="Whom we want to win" aside="The ideal customer; what is left empty asks for nothing">
      <div className={styles.fields}>
        <SavedTags
          label="Industries"
          placeholder="Any industry"
          value={industries}
          onSave={(next) => save({ industries: next })}
        />
        <SavedTags
          label="Countries"
          placeholder="Any country"
          value={countries}
          onSave={(next) => save({ countries: next })}
        />
        <SavedNumber
          label="From so many people"
          unit="people"
          min={0}
          max={MOST}
          step={1}
          value={sizeFrom}
          onSave={(next) => save({ sizeFrom: next })}
        />
        <SavedNumber
          label="Up to so many people"
          unit="people"
          min={0}
          max={MOST}
          step={1}
          value={sizeTo}
          onSave={(next) => save({ sizeTo: next })}
        />
        <div className={styles.wide}>
          <SavedTextArea
            label="What else makes a good customer"
            rows={2}
            placeholder={
              isReadOnly
                ? "Nothing else"
                : "Such as: runs its own data centres; renews its storage within a year"
            }
            value={notes}
            onSave={(text) => save({ notes: text })}
          />
        </div>
      </div>
    </Card>
  );
}
