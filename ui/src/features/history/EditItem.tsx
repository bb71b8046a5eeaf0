import { ChevronDown, ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import type { Edit } from "@/bindings/Edit";
import { Avatar } from "@/components/Avatar";
import { Chip } from "@/components/Chip";
import { sentenceOf, timeOf } from "@/words/history";
import { EditDetails } from "./EditDetails";
import styles from "./EditItem.module.css";

export interface EditItemProps {
  edit: Edit;
  /** The edit it took back or made again, where that is in sight. */
  original: Edit | undefined;
  who: string;
}

/** One edit; opens to what it changed. */
export function EditItem({ edit, original, who }: EditItemProps) {
  const [isOpen, setOpen] = useState(false);
  const details = useId();
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  return (
    <li className={styles.item} data-quiet={edit.undone || edit.reverts !== null || undefined}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={isOpen}
        aria-controls={details}
        onClick={() => setOpen(!isOpen)}
      >
        <Arrow aria-hidden size={16} />
        <time className={styles.time} dateTime={new Date(edit.at).toISOString()}>
          {timeOf(edit.at)}
        </time>
        <Avatar name={who} />
        <span className={styles.sentence}>
          <strong>{who}</strong> {sentenceOf(edit, original)}
        </span>
        {edit.undone && <Chip>undone</Chip>}
      </button>
      <div id={details} hidden={!isOpen}>
        {isOpen && <EditDetails seq={edit.seq} />}
      </div>
    </li>
  );
}
