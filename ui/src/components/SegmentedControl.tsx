import type { LucideIcon } from "lucide-react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { LOCALE } from "@/locale";
import { useFieldsAreReadOnly } from "./readOnly";
import styles from "./SegmentedControl.module.css";

export interface Segment<T extends string> {
  id: T;
  label: string;
  icon?: LucideIcon;
  /** How much there is of it. */
  count?: number;
  isDisabled?: boolean;
}

export interface SegmentedControlProps<T extends string> {
  /** What is chosen here, for screen readers. */
  label: string;
  segments: readonly Segment<T>[];
  value: T;
  onChange: (value: T) => void;
}

/** One of a few, always in sight: modes of one view. */
export function SegmentedControl<T extends string>({
  label,
  segments,
  value,
  onChange,
}: SegmentedControlProps<T>) {
  const isReadOnly = useFieldsAreReadOnly();
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      isDisabled={isReadOnly}
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const picked = segments.find(({ id }) => keys.has(id));
        if (picked) {
          onChange(picked.id);
        }
      }}
      className={styles.group ?? ""}
    >
      {segments.map(({ id, label: text, icon: Icon, count, isDisabled = false }) => (
        <ToggleButton key={id} id={id} isDisabled={isDisabled} className={styles.segment ?? ""}>
          {Icon && <Icon aria-hidden strokeWidth={1.75} />}
          <span className={styles.label} data-label={text}>
            {text}
          </span>
          {count !== undefined && <span className={styles.count}>{count.toLocaleString(LOCALE)}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
