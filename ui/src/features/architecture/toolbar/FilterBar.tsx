import { memo } from "react";
import { Button } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { useFormats, useTriggers } from "@/rpc/lists";
import { chipsOf, filterOf, isFiltered, NO_FILTERS, sayFiltered } from "../filter";
import { useAssetCounts } from "../queries";
import { useArchitectureSearch } from "../search";
import styles from "./Toolbar.module.css";

/** Says that the map counts only a part, and gives all of it back. */
export const FilterBar = memo(function FilterBar() {
  const { search } = useArchitectureSearch();
  return isFiltered(search) ? <Bar /> : null;
});

function Bar() {
  const { search, change } = useArchitectureSearch();
  const counts = useAssetCounts(filterOf(search));
  const trigger = useTriggers().find(({ id }) => id === search.trigger);
  const chips = chipsOf(search, useFormats());
  return (
    <div className={styles.bar}>
      <span className={styles.barText} role="status">
        {sayFiltered(search, counts, trigger)}
      </span>
      {chips.map(({ id, label, off }) => (
        <Chip key={id} onRemove={() => change(off)} removeLabel={`Take off ${label}`}>
          {label}
        </Chip>
      ))}
      <Button look="quiet" onPress={() => change(NO_FILTERS)}>
        Clear
      </Button>
    </div>
  );
}
