import { useState } from "react";
import type { EventKind } from "@/bindings/EventKind";
import type { EventRule } from "@/bindings/EventRule";
import type { Phase } from "@/bindings/Phase";
import type { Repeat } from "@/bindings/Repeat";
import type { ScoreGroup } from "@/bindings/ScoreGroup";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { NumberField } from "@/components/NumberField";
import { Select } from "@/components/Select";
import { TagField } from "@/components/TagField";
import { TextField } from "@/components/TextField";
import { ToggleChips, type ToggleChipsProps } from "@/components/ToggleChips";
import { COUNTED, EVENT_WORDS } from "@/words/events";
import styles from "./Scoring.module.css";

const KINDS = COUNTED.map((id) => ({ id: id as string, label: EVENT_WORDS[id] }));
const PHASES = [
  { id: "engage", label: "Engage" },
  { id: "nurture", label: "Nurture" },
  { id: "convert", label: "Convert" },
];
const REPEATS = [
  { id: "every", label: "Each time" },
  { id: "once", label: "The latest alone" },
  { id: "perDay", label: "So often a day" },
] as const;

export const NEW_RULE: EventRule = {
  name: "",
  group: 0,
  matches: { kinds: [], channels: [], phases: [], stages: [], purposes: [], content: "" },
  points: 5,
  halfLifeDays: 30,
  repeat: { how: "every" },
};

interface RuleDialogProps {
  rule: EventRule;
  groups: readonly ScoreGroup[];
  onKeep: (rule: EventRule) => void;
  onClose: () => void;
}

interface PartProps {
  rule: EventRule;
  set: (part: Partial<EventRule>) => void;
}

/** Chips with their label in sight. */
function Chips(props: ToggleChipsProps) {
  return (
    <div className={styles.labelled}>
      <span className={styles.label} aria-hidden>
        {props.label}
      </span>
      <ToggleChips {...props} />
    </div>
  );
}

/** Which acts count. */
function Counted({ rule, set }: PartProps) {
  const { matches } = rule;
  const match = (part: Partial<EventRule["matches"]>) => set({ matches: { ...matches, ...part } });
  return (
    <>
      <Chips
        label="What they do"
        chips={KINDS}
        value={matches.kinds}
        onChange={(kinds) => match({ kinds: kinds as EventKind[] })}
      />
      <Chips
        label="Only with content placed for their persona in"
        chips={PHASES}
        value={matches.phases}
        onChange={(phases) => match({ phases: phases as Phase[] })}
      />
      <div className={styles.pair}>
        <TextField
          label="Only with content called"
          hint="Part of its name or address; blank is any."
          value={matches.content}
          onChange={(content) => match({ content })}
        />
        <TagField
          label="Only over channels"
          hint="Blank is any."
          value={matches.channels}
          onChange={(channels) => match({ channels })}
        />
      </div>
    </>
  );
}

/** What an act is worth, for how long, and how often. */
function Worth({ rule, set, groups }: PartProps & { groups: readonly ScoreGroup[] }) {
  const { repeat } = rule;
  const often = (how: Repeat["how"]) => set({ repeat: how === "perDay" ? { how, times: 1 } : { how } });
  return (
    <div className={styles.pair}>
      <NumberField
        label="Points"
        value={rule.points}
        min={-10_000}
        max={10_000}
        onChange={(points) => set({ points: points ?? 0 })}
      />
      <NumberField
        label="Half of them gone after"
        hint="Blank: they stay."
        unit="days"
        value={rule.halfLifeDays}
        min={1}
        max={10_000}
        onChange={(halfLifeDays) => set({ halfLifeDays })}
      />
      <Select label="Counts" choices={REPEATS} value={repeat.how} onChange={often} />
      {repeat.how === "perDay" && (
        <NumberField
          label="Times a day"
          value={repeat.times}
          min={1}
          max={1_000}
          onChange={(times) => set({ repeat: { how: "perDay", times: times ?? 1 } })}
        />
      )}
      <Select
        label="Group"
        choices={groups.map(({ name }, at) => ({ id: String(at), label: name }))}
        value={String(rule.group)}
        onChange={(group) => set({ group: Number(group) })}
      />
    </div>
  );
}

/** A rule about what leads do. */
export function RuleDialog({ rule: given, groups, onKeep, onClose }: RuleDialogProps) {
  const [rule, setRule] = useState(given);
  const set = (part: Partial<EventRule>) => setRule((before) => ({ ...before, ...part }));
  const isReady = rule.name.trim() !== "";
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={given.name === "" ? "A new rule" : given.name}
      size="large"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={!isReady} onPress={() => onKeep(rule)}>
            Keep the rule
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField label="Name" value={rule.name} onChange={(name) => set({ name })} autoFocus isRequired />
        <Counted rule={rule} set={set} />
        <Worth rule={rule} set={set} groups={groups} />
      </div>
    </Dialog>
  );
}
