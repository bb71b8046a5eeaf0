import { useState } from "react";
import { Chip } from "@/components/Chip";
import type { Choice } from "@/components/Choices";
import { KeepsWorking } from "@/components/KeepsWorking";
import { SearchField } from "@/components/SearchField";
import { Select } from "@/components/Select";
import { sayKinds } from "@/words/edits";
import styles from "./History.module.css";
import { useDetail, useMembers } from "./queries";
import { type HistorySearch, KINDS, SINCE, type Since } from "./search";

const ANY = "any";

const SINCE_WORDS: Readonly<Record<Since, string>> = {
  today: "Today",
  week: "Last 7 days",
  month: "Last 30 days",
};

export interface HistoryFiltersProps {
  search: HistorySearch;
  onChange: (change: { [K in keyof HistorySearch]?: HistorySearch[K] | undefined }) => void;
  /** The latest edit shown, to name the one thing the list is about. */
  latest: number | undefined;
}

function OneThing({ entity, latest, onClear }: { entity: string; latest: number; onClear: () => void }) {
  const { data } = useDetail(latest, 100);
  const title = data?.rows.find(({ id }) => id === entity)?.title ?? "one thing";
  return (
    <Chip tone="accent" onRemove={onClear} removeLabel="Show everything">
      Only {title}
    </Chip>
  );
}

function Words({ search, onChange }: Pick<HistoryFiltersProps, "search" | "onChange">) {
  const [text, setText] = useState(search.text ?? "");
  return (
    <div className={styles.words}>
      <SearchField
        label="Find a change"
        value={text}
        onChange={(value) => {
          setText(value);
          onChange({ text: value.trim() === "" ? undefined : value.trim() });
        }}
      />
    </div>
  );
}

export function HistoryFilters({ search, onChange, latest }: HistoryFiltersProps) {
  const members = useMembers();
  const pick = <T extends string>(all: readonly T[], id: string) => all.find((known) => known === id);
  const people: readonly Choice[] = members.map(({ id, name }) => ({ id, label: name }));
  const kinds: readonly Choice[] = KINDS.map((id) => ({ id, label: sayKinds(id) }));
  const times: readonly Choice[] = SINCE.map((id) => ({ id, label: SINCE_WORDS[id] }));
  return (
    <KeepsWorking>
      <Words search={search} onChange={onChange} />
      <Select
        label="Who"
        isLabelHidden
        choices={[{ id: ANY, label: "Anybody" }, ...people]}
        value={search.member ?? ANY}
        onChange={(id) => onChange({ member: id === ANY ? undefined : id })}
      />
      <Select
        label="What"
        isLabelHidden
        choices={[{ id: ANY, label: "Everything" }, ...kinds]}
        value={search.kind ?? ANY}
        onChange={(id) => onChange({ kind: pick(KINDS, id) })}
      />
      <Select
        label="When"
        isLabelHidden
        choices={[{ id: ANY, label: "Any time" }, ...times]}
        value={search.since ?? ANY}
        onChange={(id) => onChange({ since: pick(SINCE, id) })}
      />
      {search.entity !== undefined && latest !== undefined && (
        <OneThing entity={search.entity} latest={latest} onClear={() => onChange({ entity: undefined })} />
      )}
    </KeepsWorking>
  );
}
