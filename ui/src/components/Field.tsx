// What every field has around its input: a label, a hint and an error.
import type { ReactNode } from "react";
import { FieldError, Label, Text } from "react-aria-components";
import { classes } from "./classes";
import styles from "./Field.module.css";
import { useFieldsAreReadOnly } from "./readOnly";

export interface FieldProps {
  label: string;
  /** The label is for screen readers alone, where the place says it. */
  isLabelHidden?: boolean;
  hint?: string | undefined;
  /** What is wrong with the value; empty or left out when nothing is. */
  error?: string | null | undefined;
  isRequired?: boolean;
  isDisabled?: boolean;
  autoFocus?: boolean;
  /** Its box shows on hover and focus alone: for a list of facts, where every line is a field. */
  isQuiet?: boolean;
}

export type FieldLabelProps = Pick<FieldProps, "label" | "isLabelHidden" | "isRequired">;

export function FieldLabel({ label, isLabelHidden = false, isRequired = false }: FieldLabelProps) {
  return (
    <Label
      className={isLabelHidden ? "visually-hidden" : classes(styles.label, isRequired && styles.required)}
    >
      {label}
    </Label>
  );
}

export function FieldNotes({ hint, error }: Pick<FieldProps, "hint" | "error">): ReactNode {
  return (
    <>
      {hint !== undefined && (
        <Text slot="description" className={styles.hint ?? ""}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ""}>{error}</FieldError>
    </>
  );
}

/** The props that React Aria's field roots share. */
export function useFieldRoot({
  error,
  isRequired = false,
  isDisabled = false,
  autoFocus = false,
  isQuiet = false,
}: FieldProps) {
  const isReadOnly = useFieldsAreReadOnly();
  return {
    className: classes(styles.field, isQuiet && styles.quiet, isReadOnly && styles.readOnly),
    isInvalid: Boolean(error),
    isRequired,
    isDisabled: isDisabled || isReadOnly,
    autoFocus,
    validationBehavior: "aria" as const,
  };
}
