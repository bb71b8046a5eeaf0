import type { Money } from "@/bindings/Money";
import { NumberField } from "@/components/NumberField";
import { useDraft } from "@/components/useDraft";
import { useCurrency } from "@/rpc/session";
import { minorUnits } from "@/words/money";

export interface MoneyFieldProps {
  label: string;
  value: Money | null;
  onSave: (value: Money | null) => Promise<string | null>;
  isLabelHidden?: boolean;
  isQuiet?: boolean;
}

/** An amount, in the currency it was given in, else in that of the workspace. */
export function MoneyField({ label, value, onSave, ...look }: MoneyFieldProps) {
  const own = useCurrency();
  const currency = value?.currency ?? own;
  const units = minorUnits(currency);
  const draft = useDraft(value?.minor ?? null, (minor) =>
    onSave(minor === null ? null : { minor, currency }),
  );
  return (
    <NumberField
      {...look}
      label={label}
      min={0}
      {...(draft.value === null && { unit: currency })}
      value={draft.value === null ? null : draft.value / units}
      format={{ style: "currency", currency, trailingZeroDisplay: "stripIfInteger" }}
      error={draft.error}
      onChange={(amount) => draft.change(amount === null ? null : Math.round(amount * units))}
    />
  );
}
