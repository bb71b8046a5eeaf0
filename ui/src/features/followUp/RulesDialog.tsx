import { useState } from "react";
import type { FollowUpCounts } from "@/bindings/FollowUpCounts";
import type { RoutingRuleFields } from "@/bindings/RoutingRuleFields";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { EditOnly } from "@/components/EditOnly";
import { useSortable } from "@/components/Sortable";
import { Table } from "@/components/Table";
import { LOCALE } from "@/locale";
import { useMembers } from "@/rpc/lists";
import { carryOut, mutate } from "@/rpc/mutate";
import { useNames, useRules } from "./queries";
import { AccountsField, CountriesField, OwnerField, PersonasField } from "./RuleFields";
import { RuleRow } from "./RuleRow";
import styles from "./Rules.module.css";
import { sayRule } from "./rules";

const COLUMNS = [
  { id: "grip", title: "Order", isTitleHidden: true, width: "2.25rem" },
  { id: "personas", title: "Leads of", width: "minmax(9rem, 1fr)" },
  { id: "accounts", title: "At", width: "minmax(9rem, 1fr)" },
  { id: "countries", title: "In", width: "minmax(8rem, 1fr)" },
  { id: "owner", title: "Go to", width: "10rem" },
  { id: "verbs", title: "Verbs", isTitleHidden: true, width: "2.5rem" },
] as const;

type Draft = Omit<RoutingRuleFields, "ownerId"> & { ownerId: string | null };

const NEW: Draft = { personaIds: [], accounts: [], countries: [], ownerId: null };

function NewRule() {
  const [draft, setDraft] = useState(NEW);
  const { ownerId, ...asks } = draft;
  const names = useNames();
  const add = () => {
    if (ownerId !== null) {
      const fields = { ...asks, ownerId };
      const toast = `${sayRule(fields, names)}: added`;
      void carryOut("routingRule.create", { fields }, { toast }).then((isDone) => isDone && setDraft(NEW));
    }
  };
  const set = (part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part }));
  return (
    <section className={styles.entry} aria-label="A new rule">
      <h3 className={styles.entryTitle}>A new rule</h3>
      <div className={styles.fields}>
        <PersonasField isLabelled value={draft.personaIds} onChange={(personaIds) => set({ personaIds })} />
        <AccountsField isLabelled value={draft.accounts} onChange={(accounts) => set({ accounts })} />
        <CountriesField isLabelled value={draft.countries} onChange={(countries) => set({ countries })} />
        <OwnerField value={ownerId} isLabelled onChange={(owner) => set({ ownerId: owner })} />
      </div>
      <div className={styles.foot}>
        <p className={styles.quiet}>
          What is left blank is any: a rule with nothing but an owner takes the rest.
        </p>
        <Button isEdit look="primary" isDisabled={ownerId === null} onPress={add}>
          Add the rule
        </Button>
      </div>
    </section>
  );
}

function sayUnassigned({ unassigned, toAnswer }: FollowUpCounts): string {
  if (toAnswer === 0) {
    return "Nobody is to be answered now.";
  }
  return unassigned === 0
    ? `All ${toAnswer.toLocaleString(LOCALE)} to answer have an owner.`
    : `${unassigned.toLocaleString(LOCALE)} of ${toAnswer.toLocaleString(LOCALE)} to answer are assigned to nobody.`;
}

/** Which leads go to whom: the first rule that a lead meets. */
export function RulesDialog({ counts, onClose }: { counts: FollowUpCounts; onClose: () => void }) {
  const rules = useRules();
  const names = useNames();
  const hasMembers = useMembers().some(({ former }) => !former);
  const sortable = useSortable({
    axis: "y",
    items: rules.map((rule) => ({ id: rule.id, name: sayRule(rule, names) })),
    onReorder: (ids) => void mutate("routingRule.reorder", { ids }, { toast: "Rules reordered" }),
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="large"
      title="Who gets which leads"
      text={`The first rule that a lead meets tells its owner. ${sayUnassigned(counts)}`}
    >
      <div className={styles.rules}>
        {rules.length === 0 ? (
          <p className={styles.quiet}>No rule yet: every lead is unassigned, and anybody may answer it.</p>
        ) : (
          <div className={styles.table}>
            <Table label="Rules, the first that is met counts" columns={COLUMNS}>
              {rules.map((rule) => (
                <RuleRow key={rule.id} rule={rule} name={sayRule(rule, names)} sortable={sortable} />
              ))}
            </Table>
          </div>
        )}
        <EditOnly>
          {hasMembers ? (
            <NewRule />
          ) : (
            <p className={styles.quiet}>Members is where you add who gets leads.</p>
          )}
        </EditOnly>
      </div>
    </Dialog>
  );
}
