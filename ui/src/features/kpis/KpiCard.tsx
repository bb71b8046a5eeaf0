import { useNavigate } from "@tanstack/react-router";
import { Rows3 } from "lucide-react";
import { Button } from "react-aria-components";
import type { Definition } from "@/bindings/Definition";
import type { KpiSettings } from "@/bindings/KpiSettings";
import type { KpiValue } from "@/bindings/KpiValue";
import type { Unit } from "@/bindings/Unit";
import { Sparkline } from "@/charts/Sparkline";
import { IconButton } from "@/components/IconButton";
import { Tooltip } from "@/components/Tooltip";
import { Amount } from "@/parts/kpi/Amount";
import { Growth } from "@/parts/kpi/Growth";
import { sayAmount } from "@/words/kpis";
import styles from "./KpiCard.module.css";
import type { Rows } from "./rowsBehind";
import { TargetButton, TargetLine } from "./Target";
import { sayMadeOf } from "./words";

export interface KpiCardProps {
  value: KpiValue;
  told: Definition;
  currency: string;
  unit: Unit | null;
  numbers: KpiSettings;
  behind: Rows | undefined;
  isSelected: boolean;
  onSelect: () => void;
}

/** "€1.2M before" with how much that was exceeded. */
function Before({ value, told, currency }: KpiCardProps) {
  const { before, growth } = value;
  return (
    <p className={styles.before}>
      <Growth growth={growth} sense={told.sense} />
      <span>
        {before.value === null
          ? "no data before"
          : `${sayAmount(before.value, told.unit, currency, true)} before`}
      </span>
    </p>
  );
}

/** Opens the rows that a figure is counted on. */
function RowsButton({ told, behind }: KpiCardProps) {
  const navigate = useNavigate();
  return behind === undefined ? null : (
    <IconButton
      icon={Rows3}
      label={`${told.name}: ${behind.label.toLowerCase()}`}
      size="small"
      onPress={() => void navigate({ to: behind.to as "/leads", search: behind.search as never })}
    />
  );
}

/** A figure: what it is now, what it was before, what it is to be, and how it came about. */
export function KpiCard(props: KpiCardProps) {
  const { value, told, currency, isSelected, onSelect } = props;
  return (
    <li className={styles.card} data-selected={isSelected || undefined}>
      <div className={styles.head}>
        <Tooltip text={told.definition} placement="bottom start">
          <Button
            className={styles.name ?? ""}
            aria-label={`${told.name}: ${sayAmount(value.now.value, told.unit, currency)}`}
            aria-pressed={isSelected}
            onPress={onSelect}
          >
            {told.name}
          </Button>
        </Tooltip>
        <span className={styles.verbs}>
          <RowsButton {...props} />
          <TargetButton {...props} />
        </span>
      </div>
      <div className={styles.main}>
        <span className={styles.large}>
          <Amount of={value.now} unit={told.unit} currency={currency} />
        </span>
        <Sparkline values={value.series.map((point) => point.value)} />
      </div>
      <Before {...props} />
      <TargetLine {...props} />
      <p className={styles.foot}>{sayMadeOf(value.now, told.id, currency)}</p>
    </li>
  );
}
