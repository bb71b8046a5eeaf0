import type { Agreement } from "@/bindings/Agreement";
import { Card } from "@/components/Card";
import { useFieldsAreReadOnly } from "@/components/readOnly";
import { SavedTextField } from "@/components/SavedTextField";
import { Select } from "@/components/Select";
import { today } from "@/components/today";
import { useDraft } from "@/components/useDraft";
import { sayMonth } from "@/words/months";
import { useAgreements } from "../queries";
import { monthsFor } from "../versions";
import styles from "./Agreement.module.css";
import { saveAgreement } from "./saving";

/** From when on it holds, and who signs it. */
export function Frame({ agreement }: { agreement: Agreement }) {
  const { id, startsOn, marketingSigner, salesSigner } = agreement;
  const months = monthsFor(agreement, useAgreements(), today());
  const unnamed = useFieldsAreReadOnly() ? "Nobody named" : "A name, on the line to sign";
  const start = useDraft(startsOn, (next) => saveAgreement(id, { startsOn: next }));
  return (
    <Card title="From when, and who signs">
      <div className={styles.thirds}>
        <Select
          label="Holds from"
          choices={months.map((month) => ({ id: month, label: sayMonth(month) }))}
          value={start.value}
          error={start.error}
          onChange={start.change}
        />
        <SavedTextField
          label="Signs for marketing"
          placeholder={unnamed}
          value={marketingSigner}
          onSave={(next) => saveAgreement(id, { marketingSigner: next })}
        />
        <SavedTextField
          label="Signs for sales"
          placeholder={unnamed}
          value={salesSigner}
          onSave={(next) => saveAgreement(id, { salesSigner: next })}
        />
      </div>
    </Card>
  );
}
