import type { ReactNode } from "react";
import { Switch as AriaSwitch } from "react-aria-components";
import { useFieldsAreReadOnly } from "./readOnly";
import styles from "./Toggles.module.css";

export interface SwitchProps {
  children: ReactNode;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  hint?: string;
  isDisabled?: boolean;
}

/** For what takes effect at once; a Checkbox is for what is sent with a form. */
export function Switch({ children, isSelected, onChange, hint, isDisabled = false }: SwitchProps) {
  const isReadOnly = useFieldsAreReadOnly();
  return (
    <AriaSwitch
      className={styles.toggle ?? ""}
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled || isReadOnly}
    >
      <span className={styles.track}>
        <span className={styles.thumb} />
      </span>
      <span>
        {children}
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </span>
    </AriaSwitch>
  );
}
