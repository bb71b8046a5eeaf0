import { Columns3, Table2, X } from "lucide-react";
import type { Ref } from "react";
import type { DealStage } from "@/bindings/DealStage";
import { AnyOf } from "@/components/AnyOf";
import { Button } from "@/components/Button";
import { KeepsWorking } from "@/components/KeepsWorking";
import { SegmentedControl } from "@/components/SegmentedControl";
import { TextFilter } from "@/components/TextFilter";
import { BehindFilter } from "@/parts/BehindFilter";
import { NO_STAGE } from "@/words/deals";
import { useStageNames } from "./queries";
import { countFilters, type DealsSearch, NO_STAGE_ID } from "./search";

const VIEWS = [
  { id: "board", label: "By stage", icon: Columns3 },
  { id: "table", label: "Table", icon: Table2 },
] as const;
const OUTCOMES = [
  { id: "won", label: "Won deals" },
  { id: "lost", label: "Lost deals" },
  { id: "all", label: "All deals" },
] as const;
const AGES = [{ id: "past", label: "Past the line" }] as const;

/** What the table alone is narrowed by: the columns of the board are the stages, and its deals are open. */
function OfTable({ search, stages, change }: Omit<DealsToolbarProps, "onText" | "onClear" | "field">) {
  const names = useStageNames();
  const choices = stages.map(({ stageId }) => ({
    id: stageId ?? NO_STAGE_ID,
    label: stageId === null ? NO_STAGE : (names.get(stageId) ?? ""),
  }));
  return (
    <>
      <AnyOf
        label="What became of them"
        any="Open deals"
        choices={OUTCOMES}
        value={search.outcome === "open" ? undefined : search.outcome}
        onChange={(outcome) => change({ outcome })}
      />
      <AnyOf
        label="At"
        any="Any stage"
        choices={choices}
        value={search.stage}
        onChange={(stage) => change({ stage })}
      />
    </>
  );
}

export interface DealsToolbarProps {
  search: DealsSearch;
  stages: readonly DealStage[];
  /** Changes parts of the address; undefined takes a part out. */
  change: (part: { [K in keyof DealsSearch]?: DealsSearch[K] | undefined }, replace?: boolean) => void;
  onText: (text: string) => void;
  onClear: () => void;
  field: Ref<HTMLInputElement>;
}

export function DealsToolbar({ search, stages, change, onText, onClear, field }: DealsToolbarProps) {
  const { view, text, age, lead, behind } = search;
  return (
    <>
      <KeepsWorking>
        <SegmentedControl
          label="Look at the deals"
          segments={VIEWS}
          value={view ?? "board"}
          onChange={(next) => change({ view: next === "table" ? next : undefined })}
        />
      </KeepsWorking>
      <TextFilter label="Find in deals" value={text ?? ""} onChange={onText} field={field} />
      {view === "table" && <OfTable search={search} stages={stages} change={change} />}
      <AnyOf
        label="How long at the stage"
        any="Any time at the stage"
        choices={AGES}
        value={age}
        onChange={(next) => change({ age: next })}
      />
      {lead !== undefined && (
        <Button
          icon={X}
          onPress={() => change({ lead: undefined })}
          aria-label="Of one lead: take this filter out"
        >
          Of one lead
        </Button>
      )}
      <BehindFilter behind={behind} onClear={() => change({ behind: undefined })} />
      {countFilters(search) > 1 && (
        <Button look="quiet" onPress={onClear}>
          Clear
        </Button>
      )}
    </>
  );
}
