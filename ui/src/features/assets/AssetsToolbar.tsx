import { Columns2, Table2 } from "lucide-react";
import { type Ref, useEffect, useState } from "react";
import { KeepsWorking } from "@/components/KeepsWorking";
import { SearchField } from "@/components/SearchField";
import { SegmentedControl } from "@/components/SegmentedControl";
import styles from "./Assets.module.css";
import { FilterBar } from "./FilterBar";
import type { KeptLayout } from "./layout";
import { ColumnsButton, GroupMenu } from "./TableOptions";
import type { AssetsAddress } from "./useAssetsAddress";

const VIEWS = [
  { id: "table", label: "Table", icon: Table2 },
  { id: "board", label: "Board", icon: Columns2 },
] as const;

// A pause in typing; long enough not to ask for every letter, short enough not to be felt.
const PAUSE_MS = 90;

interface TextFilterProps {
  value: string;
  onChange: (text: string) => void;
  field: Ref<HTMLInputElement>;
}

function TextFilter({ value, onChange, field }: TextFilterProps) {
  const [known, setKnown] = useState(value);
  const [text, setText] = useState(value);
  // The address can also change elsewhere: by Back, by clearing the filter.
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  useEffect(() => {
    const timer = setTimeout(() => text !== value && onChange(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <div className={styles.find}>
      <SearchField label="Find in assets" value={text} onChange={setText} ref={field} />
    </div>
  );
}

export interface AssetsToolbarProps {
  address: AssetsAddress;
  kept: KeptLayout;
  field: Ref<HTMLInputElement>;
  onText: (text: string) => void;
}

export function AssetsToolbar({ address, kept, field, onText }: AssetsToolbarProps) {
  const { search, filters, set, filter, clear } = address;
  const view = search.view ?? "table";
  return (
    <>
      <KeepsWorking>
        <SegmentedControl
          label="View"
          segments={VIEWS}
          value={view}
          onChange={(next) => set({ view: next === "board" ? "board" : undefined })}
        />
      </KeepsWorking>
      <TextFilter value={search.text ?? ""} onChange={onText} field={field} />
      <FilterBar filters={filters} onFilter={filter} onClear={clear} />
      {view === "table" && (
        <div className={styles.options}>
          <GroupMenu group={search.group} onGroup={(group) => set({ group })} />
          <ColumnsButton kept={kept} />
        </div>
      )}
    </>
  );
}
