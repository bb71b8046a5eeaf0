import type { Ask } from "@/bindings/Ask";
import { AnyOf } from "@/components/AnyOf";
import type { Choice } from "@/components/Choices";
import { SegmentedControl } from "@/components/SegmentedControl";
import { Select } from "@/components/Select";
import { signature } from "@/parts/signature";
import { SIDE_WORDS } from "@/words/plan";
import { ROLE_WORDS } from "@/words/roles";
import { ASK_WORDS } from "./asking";
import styles from "./Filters.module.css";
import type { Plan, Voice } from "./queries";
import { ASKS, type CheckSearch, type Way } from "./search";

const WAY_SEGMENTS: readonly { id: Way; label: string }[] = [
  { id: "one", label: "One by one" },
  { id: "groups", label: "By group" },
  { id: "differ", label: "Disagreements" },
];

export interface FiltersProps {
  search: CheckSearch;
  onChange: (change: { [K in keyof CheckSearch]?: CheckSearch[K] | undefined }) => void;
  plan: Plan;
  voice: Voice;
}

function sayVoice({ members, speaker }: Voice): readonly Choice[] {
  return members.map((member) => ({
    id: member.id,
    label: member.id === speaker?.id ? member.name : signature(member.name, speaker?.name ?? null),
    detail: `${ROLE_WORDS[member.role]}: ${SIDE_WORDS[member.role === "sales" ? "sales" : "marketing"].toLowerCase()}`,
  }));
}

export function Filters({ search, onChange, plan }: Omit<FiltersProps, "voice">) {
  const way = search.way ?? "one";
  const isAsked = way !== "differ";
  const asks: readonly Choice<Ask>[] = ASKS.map((id) => ({ id, label: ASK_WORDS[id] }));
  return (
    <div className={styles.filters}>
      <SegmentedControl
        label="How to go through them"
        segments={WAY_SEGMENTS}
        value={way}
        onChange={(next) => onChange({ way: next === "one" ? undefined : next })}
      />
      <AnyOf
        label="Persona"
        any="Any persona"
        choices={plan.personas.map(({ id, name }) => ({ id, label: name }))}
        value={search.persona}
        onChange={(persona) => onChange({ persona })}
      />
      <AnyOf
        label="Stage"
        any="Any stage"
        choices={plan.stages.map(({ id, name }) => ({ id, label: name }))}
        value={search.stage}
        onChange={(stage) => onChange({ stage })}
      />
      {isAsked && (
        <AnyOf
          label="Why it is asked"
          any="Any reason to ask"
          choices={asks}
          value={search.ask}
          onChange={(ask) => onChange({ ask })}
        />
      )}
    </div>
  );
}

/** Whose answers these are. */
export function AnsweringAs({ onChange, voice }: Pick<FiltersProps, "onChange" | "voice">) {
  return (
    <div className={styles.voice}>
      <span aria-hidden>Answering as</span>
      <Select
        label="Answering as"
        isLabelHidden
        choices={sayVoice(voice)}
        value={voice.member?.id ?? null}
        onChange={(id) => onChange({ member: id === voice.speaker?.id ? undefined : id })}
      />
    </div>
  );
}
