import { Trash2 } from "lucide-react";
import type { RoutingRule } from "@/bindings/RoutingRule";
import type { RoutingRuleFields } from "@/bindings/RoutingRuleFields";
import { IconButton } from "@/components/IconButton";
import { Grip, type Sortable } from "@/components/Sortable";
import { TableRow } from "@/components/Table";
import { useDraft } from "@/components/useDraft";
import { carryOut, mutateField } from "@/rpc/mutate";
import { AccountsField, CountriesField, OwnerField, PersonasField } from "./RuleFields";
import styles from "./Rules.module.css";

export interface RuleRowProps {
  rule: RoutingRule;
  /** The rule in words. */
  name: string;
  sortable: Sortable;
}

/** A rule; every change of it is kept at once. */
export function RuleRow({ rule, name, sortable }: RuleRowProps) {
  const { id } = rule;
  const draft = useDraft<RoutingRuleFields>(rule, (next) => {
    const { personaIds, accounts, countries, ownerId } = next;
    return mutateField("routingRule.update", { id, set: { personaIds, accounts, countries, ownerId } });
  });
  const set = (part: Partial<RoutingRuleFields>) => draft.change({ ...draft.value, ...part });
  return (
    <TableRow
      {...sortable.itemProps(id)}
      cells={[
        <Grip key="grip" {...sortable.gripProps(id)} />,
        <PersonasField
          key="personas"
          value={draft.value.personaIds}
          of={name}
          onChange={(personaIds) => set({ personaIds })}
        />,
        <AccountsField
          key="accounts"
          value={draft.value.accounts}
          of={name}
          onChange={(accounts) => set({ accounts })}
        />,
        <CountriesField
          key="countries"
          value={draft.value.countries}
          of={name}
          onChange={(countries) => set({ countries })}
        />,
        <OwnerField
          key="owner"
          value={draft.value.ownerId}
          of={name}
          onChange={(ownerId) => set({ ownerId })}
        />,
        <IconButton
          key="delete"
          isEdit
          icon={Trash2}
          label={`Delete ${name}`}
          onPress={() => void carryOut("routingRule.delete", { id }, { toast: `${name}: deleted` })}
        />,
      ]}
      {...(draft.error !== null && { below: <p className={styles.error}>{draft.error}</p> })}
    />
  );
}
