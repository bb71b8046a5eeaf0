import { Columns3, Rows3 } from "lucide-react";
import { Button } from "@/components/Button";
import { Checkbox } from "@/components/Checkbox";
import { KeepsWorking } from "@/components/KeepsWorking";
import { MenuButton } from "@/components/Menu";
import { Popover } from "@/components/Popover";
import { Grip, useSortable } from "@/components/Sortable";
import type { KeptLayout } from "./layout";
import { GROUPS, type GroupColumn } from "./search";
import styles from "./TableOptions.module.css";
import { COLUMN_TITLES, type ColumnId } from "./words";

export interface GroupMenuProps {
  group: GroupColumn | undefined;
  onGroup: (group: GroupColumn | undefined) => void;
}

const titleOf = (group: GroupColumn) => (group === "theme" ? "First theme" : COLUMN_TITLES[group]);

export function GroupMenu({ group, onGroup }: GroupMenuProps) {
  const none = {
    id: "none",
    label: "No groups",
    isChosen: group === undefined,
    run: () => onGroup(undefined),
  };
  const entries = GROUPS.map((id) => ({
    id,
    label: titleOf(id),
    isChosen: id === group,
    run: () => onGroup(id),
  }));
  return (
    <MenuButton
      label="Group by"
      groups={[
        { id: "none", entries: [none] },
        { id: "groups", entries },
      ]}
      placement="bottom end"
    >
      <Button look="quiet" icon={Rows3}>
        {group === undefined ? "Group" : `Group: ${titleOf(group).toLocaleLowerCase()}`}
      </Button>
    </MenuButton>
  );
}

/** Which columns are shown, and in which order. */
export function ColumnsButton({ kept }: { kept: KeptLayout }) {
  return (
    <Popover
      label="Columns"
      placement="bottom end"
      trigger={
        <Button look="quiet" icon={Columns3}>
          Columns
        </Button>
      }
    >
      <KeepsWorking>
        <ColumnList kept={kept} />
      </KeepsWorking>
    </Popover>
  );
}

function ColumnList({ kept: { layout, change, reset } }: { kept: KeptLayout }) {
  const items = layout.order.map((id) => ({ id, name: COLUMN_TITLES[id] }));
  const sortable = useSortable({
    axis: "y",
    items,
    onReorder: (order) => change({ order: order as ColumnId[] }),
  });
  const show = (id: ColumnId, isShown: boolean) =>
    change({
      hidden: isShown ? layout.hidden.filter((other) => other !== id) : [...layout.hidden, id],
    });
  return (
    <div className={styles.columns}>
      <ul aria-label="Columns" className={styles.list}>
        {items.map(({ id, name }) => (
          <li key={id} className={styles.column} {...sortable.itemProps(id)}>
            <Checkbox
              isSelected={!layout.hidden.includes(id)}
              isDisabled={id === "title"}
              onChange={(isShown) => show(id, isShown)}
            >
              {name}
            </Checkbox>
            <Grip {...sortable.gripProps(id)} />
          </li>
        ))}
      </ul>
      <Button look="quiet" onPress={reset}>
        Back to the standard columns
      </Button>
    </div>
  );
}
