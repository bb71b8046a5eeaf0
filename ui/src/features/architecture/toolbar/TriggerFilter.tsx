import { ChevronDown } from "lucide-react";
import { Button } from "@/components/Button";
import { MenuButton } from "@/components/Menu";
import { useTriggers } from "@/rpc/lists";
import { useArchitectureSearch } from "../search";
import styles from "./Toolbar.module.css";

/** Which trigger's placements the map counts. */
export function TriggerFilter() {
  const { search, change } = useArchitectureSearch();
  const triggers = useTriggers();
  if (triggers.length === 0) {
    return null;
  }
  const chosen = triggers.find(({ id }) => id === search.trigger);
  const entry = (id: string | undefined, label: string) => ({
    id: id ?? "any",
    label,
    isChosen: search.trigger === id,
    run: () => change({ trigger: id }),
  });
  const entries = [entry(undefined, "Any trigger"), ...triggers.map(({ id, name }) => entry(id, name))];
  return (
    <MenuButton label="Trigger" groups={[{ id: "triggers", entries }]}>
      <Button>
        <span className={styles.trigger}>Trigger: {chosen?.name ?? "any"}</span>
        <ChevronDown aria-hidden className={styles.arrow} />
      </Button>
    </MenuButton>
  );
}
