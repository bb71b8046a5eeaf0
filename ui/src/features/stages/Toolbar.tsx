import type { Member } from "@/bindings/Member";
import type { Persona } from "@/bindings/Persona";
import { AnyOf } from "@/components/AnyOf";
import { KeepsWorking } from "@/components/KeepsWorking";
import { SegmentedControl } from "@/components/SegmentedControl";
import { Select } from "@/components/Select";
import { useSpeakerId } from "@/rpc/speaker";
import { IMPORTANCES, NEED_KINDS, NEED_STATUS_WORDS } from "@/words/plan";
import { capital } from "@/words/text";
import { NEED_STATUSES, type NeedFilters, type StagesSearch } from "./search";

const WAYS = [
  { id: "stages" as const, label: "By stage" },
  { id: "dialogue" as const, label: "Buyer dialogue" },
];

const choice = <T extends string>(id: T) => ({ id, label: capital(id) });
const KINDS = NEED_KINDS.map(choice);
const WEIGHTS = IMPORTANCES.map(choice);
const STATUSES = NEED_STATUSES.map((id) => ({ id, label: capital(NEED_STATUS_WORDS[id]) }));

export type Change = (part: { [K in keyof StagesSearch]?: StagesSearch[K] | undefined }) => void;

export interface ToolbarProps {
  search: StagesSearch;
  change: Change;
  personas: readonly Persona[];
  members: readonly Member[];
  /** Whose dialogue it is. */
  speaker: Persona | undefined;
}

const named = ({ id, name }: { id: string; name: string }) => ({ id, label: name });

function Filters({ search, change, personas, members }: Omit<ToolbarProps, "speaker">) {
  const me = useSpeakerId();
  const authors = members.map(({ id, name }) => ({
    id,
    label: id === me ? "Asked for by me" : `By ${name}`,
  }));
  const set =
    <K extends keyof NeedFilters>(field: K) =>
    (value: NeedFilters[K] | undefined) =>
      change({ [field]: value });
  return (
    <>
      <AnyOf
        label="Persona"
        any="Any persona"
        choices={personas.map(named)}
        value={search.persona}
        onChange={set("persona")}
      />
      <AnyOf label="Kind" any="Any kind" choices={KINDS} value={search.kind} onChange={set("kind")} />
      <AnyOf
        label="Importance"
        any="Any importance"
        choices={WEIGHTS}
        value={search.importance}
        onChange={set("importance")}
      />
      <AnyOf
        label="Status"
        any="Any status"
        choices={STATUSES}
        value={search.status}
        onChange={set("status")}
      />
      <AnyOf
        label="Asked for by"
        any="By anybody"
        choices={authors}
        value={search.author}
        onChange={set("author")}
      />
    </>
  );
}

/** How the needs are read, and which of them. */
export function Toolbar({ speaker, ...props }: ToolbarProps) {
  const { search, change, personas } = props;
  return (
    <KeepsWorking>
      <SegmentedControl
        label="How to read the needs"
        segments={WAYS}
        value={search.way ?? "stages"}
        onChange={(way) => change({ way: way === "dialogue" ? way : undefined })}
      />
      {search.way !== "dialogue" && <Filters {...props} />}
      {search.way === "dialogue" && speaker !== undefined && (
        <Select
          label="Whose dialogue"
          isLabelHidden
          choices={personas.map(named)}
          value={speaker.id}
          onChange={(persona) => change({ persona })}
        />
      )}
    </KeepsWorking>
  );
}
