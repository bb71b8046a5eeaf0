import { ChevronDown, Grid2x2Plus, Trash2, X } from "lucide-react";
import { useRef } from "react";
import { Toolbar } from "react-aria-components";
import { Button } from "@/components/Button";
import { IconButton } from "@/components/IconButton";
import { MenuButton } from "@/components/Menu";
import { useFoot } from "@/components/useFoot";
import { LOCALE } from "@/locale";
import { sayCount } from "@/words/edits";
import { STATUSES } from "@/words/plan";
import { capital } from "@/words/text";
import styles from "./BulkBar.module.css";
import { useFormatChoices } from "./queries";
import { askToDelete, setMany, setStatus, type Task } from "./tasks";

export interface BulkBarProps {
  selected: ReadonlySet<string>;
  onTask: (task: Task) => void;
  onClear: () => void;
}

/** What can be done to all that is selected; each is one step for undo. */
export function BulkBar({ selected, onTask, onClear }: BulkBarProps) {
  const formats = useFormatChoices();
  const bar = useRef<HTMLDivElement>(null);
  useFoot(bar);
  const ids = [...selected];
  const many = sayCount("asset", ids.length);
  const statuses = STATUSES.map((status) => ({
    id: status,
    label: capital(status),
    run: () => void setStatus(ids, status),
  }));
  const formatEntries = [{ id: "none", label: "None" }, ...formats].map(({ id, label }) => ({
    id,
    label,
    run: () => void setMany(ids, { formatId: id === "none" ? null : id }, `Format of ${many} set`),
  }));
  return (
    <Toolbar ref={bar} aria-label="Selected assets" className={styles.bar ?? ""}>
      <span className={styles.count}>
        {ids.length.toLocaleString(LOCALE)} <span>selected</span>
      </span>
      <Button look="primary" icon={Grid2x2Plus} onPress={() => onTask({ kind: "place", ids })}>
        Place…
      </Button>
      <MenuButton label="Status" placement="top start" groups={[{ id: "status", entries: statuses }]}>
        <Button>
          Status
          <ChevronDown aria-hidden />
        </Button>
      </MenuButton>
      <MenuButton label="Format" placement="top start" groups={[{ id: "format", entries: formatEntries }]}>
        <Button>
          Format
          <ChevronDown aria-hidden />
        </Button>
      </MenuButton>
      <Button onPress={() => onTask({ kind: "themes", ids })}>Themes…</Button>
      <Button onPress={() => onTask({ kind: "set", ids })}>Set…</Button>
      <IconButton
        icon={Trash2}
        label={`Delete ${many}`}
        placement="top"
        onPress={() => void askToDelete(ids, many, onTask, onClear)}
      />
      <IconButton icon={X} label="Select nothing" keys="Esc" placement="top" onPress={onClear} />
    </Toolbar>
  );
}
