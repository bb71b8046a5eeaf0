import type { Workspace } from "@/bindings/Workspace";
import { Card } from "@/components/Card";
import { ComboBox } from "@/components/ComboBox";
import { SavedTextField } from "@/components/SavedTextField";
import { Select } from "@/components/Select";
import { useDraft } from "@/components/useDraft";
import { CURRENCIES, MONTHS } from "./choices";
import { Rates } from "./Rates";
import styles from "./Settings.module.css";
import { saveWorkspace } from "./saving";

export function WorkspaceCard({ workspace }: { workspace: Workspace }) {
  const currency = useDraft(workspace.currency, (next) => saveWorkspace({ currency: next }));
  const month = useDraft(workspace.fiscalYearStart, (next) => saveWorkspace({ fiscalYearStart: next }));
  return (
    <Card title="Workspace">
      <div className={styles.fields}>
        <div className={styles.wide}>
          <SavedTextField
            label="Name"
            hint="The company or team whose content this is."
            value={workspace.name}
            onSave={(name) => saveWorkspace({ name })}
            isRequired
          />
        </div>
        <ComboBox
          label="Currency"
          hint="Of all money without another."
          choices={CURRENCIES}
          value={currency.value}
          error={currency.error}
          onChange={(code) => code !== null && currency.change(code)}
        />
        <Select
          label="Fiscal year starts in"
          choices={MONTHS}
          value={String(month.value)}
          error={month.error}
          onChange={(id) => month.change(Number(id))}
        />
        <div className={styles.wide}>
          <Rates workspace={workspace} />
        </div>
      </div>
    </Card>
  );
}
