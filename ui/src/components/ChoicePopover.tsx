import { ListBox, Popover } from "react-aria-components";
import { type Choice, ChoiceItem } from "./Choices";
import popup from "./Popup.module.css";

export interface ChoicePopoverProps {
  /** What is chosen here. */
  label: string;
  /** Shown when nothing fits what was typed. */
  emptyText: string;
}

/** What a combo box offers. It stands at the end of the page, over whatever would clip it, so it is a region. */
export function ChoicePopover({ label, emptyText }: ChoicePopoverProps) {
  return (
    <Popover className={popup.popup ?? ""} offset={4}>
      <section className={popup.choices} aria-label={`${label}: choices`}>
        <ListBox
          className={popup.list ?? ""}
          renderEmptyState={() => <p className={popup.empty}>{emptyText}</p>}
        >
          {(choice: Choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </section>
    </Popover>
  );
}
