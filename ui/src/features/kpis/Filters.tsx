import { ListFilter } from "lucide-react";
import { AnyOf } from "@/components/AnyOf";
import { Button } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { ComboBox } from "@/components/ComboBox";
import { KeepsWorking } from "@/components/KeepsWorking";
import { Popover } from "@/components/Popover";
import { usePersonas, useStages } from "@/rpc/lists";
import styles from "./Kpis.module.css";
import { type Change, FILTERS, type FilterName, type KpisSearch } from "./search";
import { type Named, useNamed } from "./useNamed";

export const FILTER_WORDS: Readonly<Record<FilterName, string>> = {
  persona: "Persona",
  channel: "Channel",
  campaign: "Campaign",
  asset: "Content",
  theme: "Theme",
  stage: "At the stage",
  level: "Level",
  industry: "Industry",
  country: "Country",
};

interface FiltersProps {
  search: KpisSearch;
  change: Change;
}

const IDS = ["persona", "stage"] as const satisfies readonly FilterName[];

interface FieldsProps extends FiltersProps {
  named: Named;
}

/** Something that is called so in the files; what the address says stays a choice. */
function NameField({ name, search, change, named }: FieldsProps & { name: keyof Named }) {
  const value = search[name] ?? null;
  const names = value === null || named[name].includes(value) ? named[name] : [value, ...named[name]];
  return (
    <ComboBox
      label={FILTER_WORDS[name]}
      placeholder="Any"
      emptyText="Nothing of that name."
      choices={names.map((id) => ({ id, label: id }))}
      value={value}
      onChange={(next) => change({ [name]: next ?? undefined })}
    />
  );
}

function Fields({ search, change }: FiltersProps) {
  const named = useNamed();
  const choices = {
    persona: usePersonas().map(({ id, name }) => ({ id, label: name })),
    stage: useStages().map(({ id, name }) => ({ id, label: name })),
  };
  return (
    <KeepsWorking>
      <div className={styles.fields}>
        {FILTERS.map((name) =>
          name === "persona" || name === "stage" ? (
            <div key={name} className={styles.any}>
              <span aria-hidden>{FILTER_WORDS[name]}</span>
              <AnyOf
                label={FILTER_WORDS[name]}
                any="Any"
                choices={choices[name]}
                value={search[name]}
                onChange={(next) => change({ [name]: next })}
              />
            </div>
          ) : (
            <NameField key={name} name={name} search={search} change={change} named={named} />
          ),
        )}
      </div>
    </KeepsWorking>
  );
}

/** What figures are counted on; each part can be taken out where it stands. */
export function Filters({ search, change }: FiltersProps) {
  const names = new Map([...usePersonas(), ...useStages()].map(({ id, name }) => [id, name]));
  const set = FILTERS.filter((name) => search[name] !== undefined);
  const said = (name: FilterName) => {
    const value = search[name] ?? "";
    const isId = IDS.some((id) => id === name);
    return `${FILTER_WORDS[name]}: ${isId ? (names.get(value) ?? "one that is gone") : value}`;
  };
  return (
    <>
      <Popover
        label="What is counted"
        trigger={<Button icon={ListFilter}>{set.length === 0 ? "Filter" : `Filter: ${set.length}`}</Button>}
      >
        <Fields search={search} change={change} />
      </Popover>
      {set.map((name) => (
        <Chip
          key={name}
          tone="accent"
          onRemove={() => change({ [name]: undefined })}
          removeLabel={`${said(name)}: take this filter out`}
        >
          {said(name)}
        </Chip>
      ))}
      {set.length > 1 && (
        <Button look="quiet" onPress={() => change(Object.fromEntries(set.map((name) => [name, undefined])))}>
          Clear
        </Button>
      )}
    </>
  );
}
