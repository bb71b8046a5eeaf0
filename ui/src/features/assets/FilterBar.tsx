import { ListFilter, Plus, X } from "lucide-react";
import { useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import { Button } from "@/components/Button";
import { IconButton } from "@/components/IconButton";
import { PickList } from "@/components/PickList";
import { Popover } from "@/components/Popover";
import styles from "./FilterBar.module.css";
import {
  FILTER_KEYS,
  type FilterField,
  type FilterKey,
  sayValues,
  useFilterFields,
  valuesOf,
} from "./filters";
import type { AssetFilters } from "./search";
import { FILTER_TITLES } from "./words";

export interface FilterBarProps {
  filters: AssetFilters;
  onFilter: (key: FilterKey, values: readonly string[], mode: FilterField["mode"]) => void;
  onClear: () => void;
}

/** What the list is filtered by, a chip each, and the way to filter it further. */
export function FilterBar({ filters, onFilter, onClear }: FilterBarProps) {
  const fields = useFilterFields();
  const set = FILTER_KEYS.filter((key) => valuesOf(filters, key).length > 0);
  const list = (key: FilterKey) => (
    <PickList
      label={FILTER_TITLES[key]}
      mode={fields[key].mode}
      choices={fields[key].choices}
      value={valuesOf(filters, key)}
      onChange={(values) => onFilter(key, values, fields[key].mode)}
      emptyText={fields[key].emptyText}
    />
  );
  return (
    <>
      {set.map((key) => (
        <span key={key} className={styles.chip}>
          <Popover
            label={FILTER_TITLES[key]}
            trigger={
              <AriaButton className={styles.value ?? ""}>
                <span className={styles.name}>{FILTER_TITLES[key]}:</span>{" "}
                {sayValues(valuesOf(filters, key), fields[key].choices)}
              </AriaButton>
            }
          >
            {list(key)}
          </Popover>
          <IconButton
            icon={X}
            size="small"
            label={`Take the filter ${FILTER_TITLES[key]} away`}
            onPress={() => onFilter(key, [], fields[key].mode)}
          />
        </span>
      ))}
      <Popover
        label="Filter"
        trigger={
          <Button look="dashed" icon={Plus}>
            Filter
          </Button>
        }
      >
        {() => <AddFilter list={list} />}
      </Popover>
      {set.length > 1 && (
        <Button look="quiet" onPress={onClear}>
          Clear
        </Button>
      )}
    </>
  );
}

/** First what to filter by, then its values. */
function AddFilter({ list }: { list: (key: FilterKey) => React.ReactNode }) {
  const [key, setKey] = useState<FilterKey | null>(null);
  if (key === null) {
    return (
      <PickList
        label="Filter by"
        mode="one"
        choices={FILTER_KEYS.map((id) => ({ id, label: FILTER_TITLES[id] }))}
        value={[]}
        onChange={([picked]) => setKey(picked ?? null)}
      />
    );
  }
  return (
    <>
      <p className={styles.heading}>
        <ListFilter aria-hidden size={14} /> {FILTER_TITLES[key]}
      </p>
      {list(key)}
    </>
  );
}
