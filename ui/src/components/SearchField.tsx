import { Search, X } from "lucide-react";
import type { Ref } from "react";
import { SearchField as AriaSearchField, Button, Input } from "react-aria-components";
import styles from "./Field.module.css";

export interface SearchFieldProps {
  /** The accessible name, shown as placeholder as well. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  onSubmit?: (value: string) => void;
  autoFocus?: boolean;
  ref?: Ref<HTMLInputElement>;
}

export function SearchField({ label, value, onChange, onSubmit, autoFocus = false, ref }: SearchFieldProps) {
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
      className={styles.field ?? ""}
      {...(onSubmit && { onSubmit })}
    >
      <div className={styles.box}>
        <Search aria-hidden className={styles.lead} />
        <Input className={styles.input ?? ""} placeholder={label} {...(ref && { ref })} />
        {value !== "" && (
          <Button className={styles.inside ?? ""} aria-label="Clear">
            <X aria-hidden />
          </Button>
        )}
      </div>
    </AriaSearchField>
  );
}
