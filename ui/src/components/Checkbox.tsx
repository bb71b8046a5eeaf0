import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { Checkbox as AriaCheckbox } from "react-aria-components";
import { useFieldsAreReadOnly } from "./readOnly";
import styles from "./Toggles.module.css";

export interface CheckboxProps {
  children?: ReactNode;
  /** The accessible name where there are no children. */
  label?: string;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  isIndeterminate?: boolean;
  isDisabled?: boolean;
}

export function Checkbox({
  children,
  label,
  isSelected,
  onChange,
  isIndeterminate,
  isDisabled,
}: CheckboxProps) {
  const isReadOnly = useFieldsAreReadOnly();
  return (
    <AriaCheckbox
      className={styles.toggle ?? ""}
      isSelected={isSelected}
      onChange={onChange}
      isIndeterminate={isIndeterminate ?? false}
      isDisabled={isDisabled === true || isReadOnly}
      {...(label !== undefined && { "aria-label": label })}
    >
      <span className={styles.box}>
        {isIndeterminate === true ? (
          <Minus aria-hidden strokeWidth={3} />
        ) : (
          isSelected && <Check aria-hidden strokeWidth={3} />
        )}
      </span>
      {children}
    </AriaCheckbox>
  );
}
