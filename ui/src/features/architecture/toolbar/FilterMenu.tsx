import { Plus } from "lucide-react";
import { useState } from "react";
import type { Facet } from "@/bindings/Facet";
import { Button } from "@/components/Button";
import { PickField } from "@/components/PickField";
import { Popover } from "@/components/Popover";
import { TextField } from "@/components/TextField";
import { LOCALE } from "@/locale";
import { useFacets, useFormats } from "@/rpc/lists";
import { PURPOSES, STATUSES } from "@/words/plan";
import { capital } from "@/words/text";
import { type SearchChange, useArchitectureSearch } from "../search";
import styles from "./Toolbar.module.css";

interface Some {
  id: string;
  label: string;
}

interface SomeFieldProps {
  label: string;
  known: readonly Some[];
  value: readonly string[] | undefined;
  onChange: (value: string[] | undefined) => void;
}

/** Several values of one kind; none of them lets everything pass. */
function SomeField({ label, known, value = [], onChange }: SomeFieldProps) {
  const picked = value.map((id) => known.find((one) => one.id === id) ?? { id, label: id });
  return (
    <PickField
      label={label}
      placeholder="Any"
      picked={picked}
      choices={known}
      onChange={(next) => onChange(next.length > 0 ? next.map(({ id }) => id) : undefined)}
    />
  );
}

function named(facets: readonly Facet[]): Some[] {
  return facets.map(({ value, count }) => ({
    id: value,
    label: value,
    aside: count.toLocaleString(LOCALE),
  }));
}

const worded = (values: readonly string[]) => values.map((id) => ({ id, label: capital(id) }));
const STATUS_CHOICES = worded(STATUSES);
const PURPOSE_CHOICES = worded(PURPOSES);

function Words({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  return (
    <TextField
      label="Words"
      placeholder="In title, themes, owner or address"
      value={typed}
      onChange={setTyped}
      onCommit={() => typed.trim() !== value && onChange(typed.trim())}
    />
  );
}

function Fields() {
  const { search, change } = useArchitectureSearch();
  const facets = useFacets();
  const formats = useFormats();
  // What comes back from a field with fixed choices is one of them.
  const set = (key: keyof SearchChange) => (value: string[] | undefined) =>
    change({ [key]: value } as SearchChange);
  return (
    <div className={styles.panel}>
      <Words value={search.text ?? ""} onChange={(text) => change({ text: text || undefined })} />
      <SomeField label="Theme" known={named(facets.themes)} value={search.themes} onChange={set("themes")} />
      <SomeField
        label="Format"
        known={formats.map(({ id, name }) => ({ id, label: name }))}
        value={search.formats}
        onChange={set("formats")}
      />
      <SomeField label="Status" known={STATUS_CHOICES} value={search.statuses} onChange={set("statuses")} />
      <SomeField label="Purpose" known={PURPOSE_CHOICES} value={search.purposes} onChange={set("purposes")} />
      <SomeField label="Owner" known={named(facets.owners)} value={search.owners} onChange={set("owners")} />
      <SomeField
        label="Language"
        known={named(facets.languages)}
        value={search.languages}
        onChange={set("languages")}
      />
    </div>
  );
}

/** What the map counts, narrowed down. */
export function FilterMenu() {
  return (
    <Popover
      label="Filter"
      trigger={
        <Button look="dashed" icon={Plus}>
          Filter
        </Button>
      }
    >
      <Fields />
    </Popover>
  );
}
