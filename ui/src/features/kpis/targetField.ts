// A target as it is typed in: amounts in the currency, shares in per cent.
import type { KpiUnit } from "@/bindings/KpiUnit";
import type { NumberFieldProps } from "@/components/NumberField";
import { minorUnits } from "@/words/money";

export interface TargetField {
  look: Pick<NumberFieldProps, "unit" | "format">;
  shown: (kept: number) => number;
  kept: (shown: number) => number;
}

/** Without what counting in binary leaves behind the tenth digit. */
const tidy = (value: number) => Number(value.toPrecision(12));

function scaled(by: number, look: TargetField["look"]): TargetField {
  return { look, shown: (kept) => tidy(kept * by), kept: (shown) => tidy(shown / by) };
}

export function fieldOf(unit: KpiUnit, currency: string): TargetField {
  const money = { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" } as const;
  switch (unit) {
    case "money":
      return scaled(1 / minorUnits(currency), { format: { ...money, maximumFractionDigits: 4 } });
    case "moneyPerDay":
      return scaled(1 / minorUnits(currency), { format: money, unit: "a day" });
    case "share":
      return scaled(100, { unit: "%", format: { maximumFractionDigits: 4 } });
    case "days":
      return scaled(1, { unit: "days", format: { maximumFractionDigits: 1 } });
    case "hours":
      return scaled(1, { unit: "h", format: { maximumFractionDigits: 1 } });
    case "count":
      return scaled(1, { format: { maximumFractionDigits: 0 } });
  }
}
