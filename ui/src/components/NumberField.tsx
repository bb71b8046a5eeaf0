import { NumberField as AriaNumberField, Group, Input } from "react-aria-components";
import { classes } from "./classes";
import { FieldLabel, FieldNotes, type FieldProps, useFieldRoot } from "./Field";
import styles from "./Field.module.css";

export interface NumberFieldProps extends FieldProps {
  /** null is no number. */
  value: number | null;
  /** Called when the value is settled. */
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
  /** How it is written, such as { style: "currency", currency: "EUR" }. */
  format?: Intl.NumberFormatOptions;
  /** A word behind the number, such as "days". */
  unit?: string;
}

export function NumberField(props: NumberFieldProps) {
  const { value, onChange, min, max, step, format, unit } = props;
  return (
    <AriaNumberField
      {...useFieldRoot(props)}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      {...(min !== undefined && { minValue: min })}
      {...(max !== undefined && { maxValue: max })}
      {...(step !== undefined && { step })}
      {...(format && { formatOptions: format })}
    >
      <FieldLabel {...props} />
      <Group className={styles.box ?? ""}>
        <Input className={classes(styles.input, styles.number)} />
        {unit !== undefined && <span className={styles.unit}>{unit}</span>}
      </Group>
      <FieldNotes {...props} />
    </AriaNumberField>
  );
}
