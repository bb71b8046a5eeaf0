// The list of a Select and a ComboBox.
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { ListBoxItem } from "react-aria-components";
import styles from "./Popup.module.css";

export interface Choice<T extends string = string> {
  id: T;
  label: string;
  detail?: string;
  /** Something short at the end of its line: a count. */
  aside?: string;
  /** Something small before the label: a Sign, Dots, an icon. */
  lead?: ReactNode;
}

export function ChoiceItem({ choice }: { choice: Choice }) {
  return (
    <ListBoxItem id={choice.id} textValue={choice.label} className={styles.item ?? ""}>
      {({ isSelected }) => (
        <>
          {choice.lead}
          <span className={styles.label}>
            {choice.label}
            {choice.detail !== undefined && <span className={styles.detail}>{choice.detail}</span>}
          </span>
          {choice.aside !== undefined && <span className={styles.count}>{choice.aside}</span>}
          {isSelected && <Check aria-hidden />}
        </>
      )}
    </ListBoxItem>
  );
}
