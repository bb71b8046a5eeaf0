import { Radio, RadioGroup } from "react-aria-components";
import styles from "./DotsField.module.css";
import { FieldLabel, type FieldProps } from "./Field";
import field from "./Field.module.css";
import { useFieldsAreReadOnly } from "./readOnly";

export interface DotsFieldProps extends Pick<FieldProps, "label" | "isLabelHidden" | "hint"> {
  value: number;
  onChange: (value: number) => void;
  max?: number;
}

/** A weight in dots: click one, or arrow keys. */
export function DotsField(props: DotsFieldProps) {
  const { value, onChange, max = 5, hint } = props;
  const isReadOnly = useFieldsAreReadOnly();
  const steps = Array.from({ length: max }, (_, index) => index + 1);
  return (
    <RadioGroup
      className={field.field ?? ""}
      orientation="horizontal"
      isDisabled={isReadOnly}
      value={String(value)}
      onChange={(picked) => onChange(Number(picked))}
    >
      <FieldLabel {...props} />
      <div className={styles.dots}>
        {steps.map((step) => (
          <Radio
            key={step}
            value={String(step)}
            aria-label={`${step} of ${max}`}
            className={styles.step ?? ""}
          >
            <span className={styles.dot} data-on={step <= value || undefined} />
          </Radio>
        ))}
        {hint !== undefined && <span className={field.hint}>{hint}</span>}
      </div>
    </RadioGroup>
  );
}
