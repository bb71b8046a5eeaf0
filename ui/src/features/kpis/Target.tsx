import { Target as TargetIcon } from "lucide-react";
import { useState } from "react";
import type { Definition } from "@/bindings/Definition";
import type { KpiSettings } from "@/bindings/KpiSettings";
import type { KpiValue } from "@/bindings/KpiValue";
import type { Unit } from "@/bindings/Unit";
import { Button } from "@/components/Button";
import { EditOnly } from "@/components/EditOnly";
import { IconButton } from "@/components/IconButton";
import { NumberField } from "@/components/NumberField";
import { Popover } from "@/components/Popover";
import { Select } from "@/components/Select";
import { saveTarget } from "@/parts/kpi/saveNumbers";
import { UNIT_WORDS, UNITS } from "@/words/funnel";
import { sayAmount, targetOf } from "@/words/kpis";
import styles from "./KpiCard.module.css";
import { fieldOf } from "./targetField";

export interface TargetProps {
  value: KpiValue;
  told: Definition;
  currency: string;
  unit: Unit | null;
  numbers: KpiSettings;
}

const EVERY = UNITS.map((id) => ({ id, label: UNIT_WORDS[id] }));

/** "72% of €120K" with a thin bar. */
export function TargetLine({ value: { now, target }, told, currency }: TargetProps) {
  if (target === null) {
    return null;
  }
  const { length, isMet, isOver, lead } = targetOf(now.value, target, told.sense);
  return (
    <div className={styles.goal}>
      <span className={styles.track} aria-hidden>
        <span
          className={styles.bar}
          data-met={isMet || undefined}
          data-over={isOver || undefined}
          style={{ width: `${length * 100}%` }}
        />
      </span>
      <span>
        {lead} {sayAmount(target, told.unit, currency, true)}
        {lead !== "Target" && <span className="visually-hidden">, the target</span>}
      </span>
    </div>
  );
}

function Form({ told, currency, unit, numbers, close }: TargetProps & { close: () => void }) {
  const known = numbers.targets.find(({ kpi }) => kpi === told.id);
  const field = fieldOf(told.unit, currency);
  const [shown, setShown] = useState(known === undefined ? null : field.shown(known.value));
  const [every, setEvery] = useState<Unit>(known?.every ?? unit ?? "quarter");
  const [error, setError] = useState<string | null>(null);
  const keep = async (next: number | null) => {
    const target = next === null ? null : { every, value: field.kept(next) };
    const wrong = await saveTarget(numbers, told.id, target);
    setError(wrong);
    if (wrong === null) {
      close();
    }
  };
  const submit = () => (shown === null ? setError("Say how much it is to be.") : void keep(shown));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3 className={styles.title}>{told.name}: target</h3>
      <NumberField
        label="It is to be"
        autoFocus
        value={shown}
        onChange={setShown}
        error={error}
        {...field.look}
      />
      {told.adds ? (
        <Select label="In every" choices={EVERY} value={every} onChange={setEvery} />
      ) : (
        <p className={styles.note}>Of any period, however long.</p>
      )}
      <div className={styles.buttons}>
        {known !== undefined && (
          <Button look="quiet" onPress={() => void keep(null)}>
            Take it out
          </Button>
        )}
        <Button look="primary" type="submit">
          Set the target
        </Button>
      </div>
    </form>
  );
}

/** Says what a figure is to be. */
export function TargetButton(props: TargetProps) {
  const { told, value } = props;
  const label = value.target === null ? `${told.name}: set a target…` : `${told.name}: change the target…`;
  return (
    <EditOnly>
      <Popover
        label={`${told.name}: target`}
        placement="bottom end"
        trigger={<IconButton icon={TargetIcon} label={label} size="small" />}
      >
        {(close) => <Form {...props} close={close} />}
      </Popover>
    </EditOnly>
  );
}
