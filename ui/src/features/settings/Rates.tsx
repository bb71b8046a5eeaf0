import { Trash2 } from "lucide-react";
import { useState } from "react";
import type { Rate } from "@/bindings/Rate";
import type { Workspace } from "@/bindings/Workspace";
import { Button } from "@/components/Button";
import { ComboBox } from "@/components/ComboBox";
import { DateField } from "@/components/DateField";
import { EditOnly } from "@/components/EditOnly";
import { IconButton } from "@/components/IconButton";
import { NumberField } from "@/components/NumberField";
import { Table, TableRow } from "@/components/Table";
import { LOCALE } from "@/locale";
import { mutate } from "@/rpc/mutate";
import { sayDate } from "@/words/text";
import { CURRENCIES } from "./choices";
import styles from "./Settings.module.css";
import { saveWorkspace } from "./saving";

const COLUMNS = [
  { id: "currency", title: "Currency", width: "1fr" },
  { id: "on", title: "From", width: "1fr" },
  { id: "rate", title: "Worth", width: "1.5fr" },
  { id: "verbs", title: "Verbs", isTitleHidden: true, width: "3rem" },
] as const;

const FORMAT = { maximumFractionDigits: 6 };

function sayRate({ currency, rate }: Rate, own: string): string {
  return `1 ${currency} = ${rate.toLocaleString(LOCALE, FORMAT)} ${own}`;
}

function NewRate({ workspace }: { workspace: Workspace }) {
  const [currency, setCurrency] = useState<string | null>(null);
  const [on, setOn] = useState<string | null>(null);
  const [rate, setRate] = useState<number | null>(null);
  const [error, setError] = useState<string | null>(null);
  const add = async () => {
    if (currency === null || on === null || rate === null) {
      return;
    }
    const wrong = await saveWorkspace({ rates: [...workspace.rates, { currency, on, rate }] });
    setError(wrong);
    if (wrong === null) {
      setCurrency(null);
      setRate(null);
    }
  };
  const others = CURRENCIES.filter(({ id }) => id !== workspace.currency);
  return (
    <div className={styles.newRate}>
      <ComboBox label="Other currency" choices={others} value={currency} onChange={setCurrency} />
      <DateField label="From" value={on} onChange={setOn} />
      <NumberField
        label="Worth"
        value={rate}
        onChange={setRate}
        min={0}
        format={FORMAT}
        unit={workspace.currency}
      />
      <Button onPress={() => void add()} isDisabled={currency === null || on === null || rate === null}>
        Add rate
      </Button>
      {error !== null && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}

/** Dated rates of other currencies; without one, money in them is no data. */
export function Rates({ workspace }: { workspace: Workspace }) {
  const remove = (rate: Rate) =>
    mutate(
      "workspace.update",
      { set: { rates: workspace.rates.filter((other) => other !== rate) } },
      { toast: `Rate of ${rate.currency} removed` },
    );
  return (
    <div className={styles.stack}>
      <h3 className={styles.label}>Rates of other currencies</h3>
      {workspace.rates.length > 0 && (
        <Table label="Rates" columns={COLUMNS}>
          {workspace.rates.map((rate) => (
            <TableRow
              key={`${rate.currency} ${rate.on}`}
              cells={[
                rate.currency,
                sayDate(rate.on),
                sayRate(rate, workspace.currency),
                <IconButton
                  isEdit
                  key="remove"
                  icon={Trash2}
                  label={`Remove the rate of ${rate.currency} from ${sayDate(rate.on)}`}
                  onPress={() => void remove(rate)}
                />,
              ]}
            />
          ))}
        </Table>
      )}
      <EditOnly>
        <NewRate workspace={workspace} />
      </EditOnly>
    </div>
  );
}
