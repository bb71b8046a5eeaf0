import { useNavigate } from "@tanstack/react-router";
import { Check, Target, Undo2 } from "lucide-react";
import { useMemo, useState } from "react";
import { ActionButton } from "@/actions/ActionButton";
import type { Action } from "@/actions/action";
import { useActions } from "@/actions/registry";
import type { AppliedModel } from "@/bindings/AppliedModel";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { Skeleton } from "@/components/Skeleton";
import { useBatches } from "@/rpc/lists";
import { Backtest } from "./Backtest";
import { applyDraft, type Draft, nextName, useDraft } from "./draft";
import { Fields } from "./Fields";
import { useApplied, useBacktest, useModels, usePersonaNames, useSpread } from "./queries";
import { NEW_RULE, RuleDialog } from "./RuleDialog";
import { Rules } from "./Rules";
import styles from "./Scoring.module.css";
import { Spread } from "./Spread";
import { Thresholds } from "./Thresholds";
import { Versions } from "./Versions";

function Nothing() {
  const navigate = useNavigate();
  return (
    <Page title="Scoring">
      <EmptyState
        icon={Target}
        title="Nobody to score yet"
        text="A lead goes to sales when what it does, who it is and where it works add up to your threshold. This view holds the rules, shows how all leads score under them, and tries a change on the past before it counts. It reads leads and what they did."
        action={
          <Button
            look="primary"
            onPress={() => void navigate({ to: "/import", search: { what: "leads" } as never })}
          >
            Import leads…
          </Button>
        }
      />
    </Page>
  );
}

/** Apply and drop, also by the keyboard and from the palette. */
function useVerbs({ recipe, isChanged, drop }: Draft): readonly [Action, Action] {
  const name = nextName(useModels());
  const verbs = useMemo<[Action, Action]>(() => {
    const shared = { group: "Scoring", isEdit: true, enabled: () => isChanged };
    return [
      { ...shared, id: "scoring.drop", label: "Drop the changes", icon: Undo2, run: drop },
      {
        ...shared,
        id: "scoring.apply",
        label: `Apply as ${name}`,
        icon: Check,
        shortcut: "Mod+Enter",
        whileTyping: true,
        run: () => void applyDraft(name, recipe),
      },
    ];
  }, [recipe, isChanged, drop, name]);
  useActions(verbs);
  return verbs;
}

/** The rule that is being changed: its place, or a new one of a group. */
type Editing = { at: number } | { group: number } | null;

function Editor({ draft, editing, onClose }: { draft: Draft; editing: Editing; onClose: () => void }) {
  const { rules, groups } = draft.recipe;
  if (editing === null) {
    return null;
  }
  const known = "at" in editing ? rules[editing.at] : undefined;
  const rule = known ?? { ...NEW_RULE, group: "group" in editing ? editing.group : 0 };
  return (
    <RuleDialog
      rule={rule}
      groups={groups}
      onClose={onClose}
      onKeep={(kept) => {
        const replaced = rules.map((one) => (one === known ? kept : one));
        draft.change({ rules: known === undefined ? [...rules, kept] : replaced });
        onClose();
      }}
    />
  );
}

function Model({ applied }: { applied: AppliedModel }) {
  const draft = useDraft(applied);
  const { recipe, isChanged, change } = draft;
  const [editing, setEditing] = useState<Editing>(null);
  const [tested, setTested] = useState<typeof recipe | null>(null);
  const isAsked = isChanged && tested === recipe;
  const spread = useSpread(recipe);
  const report = useBacktest(recipe, isAsked);
  const personas = usePersonaNames();
  const [drop, apply] = useVerbs(draft);
  return (
    <Page
      title="Scoring"
      summary={
        <>
          <strong>{applied.name}</strong>
          {isChanged
            ? ", with changes that nothing goes by yet"
            : applied.id === null && ", until you apply your own"}
        </>
      }
      actions={
        isChanged && (
          <>
            <ActionButton action={drop} look="quiet" />
            <ActionButton action={apply} look="primary" />
          </>
        )
      }
    >
      <div className={styles.view}>
        <div className={styles.column}>
          <Rules
            recipe={recipe}
            onChange={change}
            onEdit={(at) => setEditing({ at })}
            onAdd={(group) => setEditing({ group })}
          />
          <Fields recipe={recipe} personas={personas} onChange={change} />
        </div>
        <div className={styles.column}>
          {spread.data === undefined ? (
            <Skeleton lines={8} />
          ) : (
            <Spread
              spread={spread.data}
              bounds={recipe.bounds}
              onBounds={(bounds) => change({ bounds })}
              isBehind={spread.isPlaceholderData}
            />
          )}
          <Backtest
            report={report.data}
            isAsked={isAsked}
            isChanged={isChanged}
            onAsk={() => setTested(recipe)}
          />
          <Thresholds recipe={recipe} onChange={change} />
          <Versions models={useModels()} />
        </div>
      </div>
      <Editor draft={draft} editing={editing} onClose={() => setEditing(null)} />
    </Page>
  );
}

/** How leads are scored, and when they are handed to sales. */
export function ScoringView() {
  const applied = useApplied();
  const hasLeads = useBatches().length > 0;
  if (!hasLeads) {
    return <Nothing />;
  }
  return applied === undefined ? (
    <Page title="Scoring">
      <Skeleton lines={10} />
    </Page>
  ) : (
    <Model applied={applied} />
  );
}
