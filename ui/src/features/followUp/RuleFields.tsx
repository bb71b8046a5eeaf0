import { PickField } from "@/components/PickField";
import { Select } from "@/components/Select";
import { TagField } from "@/components/TagField";
import { useMembers, usePersonas } from "@/rpc/lists";

interface FieldProps<T> {
  value: T;
  /** The label is in sight; in a table the column says it. */
  isLabelled?: boolean;
  /** Of which rule, for screen readers. */
  of?: string;
  onChange: (value: T) => void;
}

function labelled(label: string, { of, isLabelled = false }: Pick<FieldProps<unknown>, "of" | "isLabelled">) {
  return { label: of === undefined ? label : `${label}, ${of}`, isLabelHidden: !isLabelled };
}

/** Of which personas leads are. */
export function PersonasField({ value, onChange, ...named }: FieldProps<string[]>) {
  const personas = usePersonas().map(({ id, name }) => ({ id, label: name }));
  return (
    <PickField
      {...labelled("Personas", named)}
      placeholder="Any persona"
      choices={personas}
      picked={personas.filter(({ id }) => value.includes(id))}
      onChange={(picked) => onChange(picked.map(({ id }) => id))}
    />
  );
}

/** Where they work. */
export function AccountsField({ value, onChange, ...named }: FieldProps<string[]>) {
  return (
    <TagField
      {...labelled("Companies or domains", named)}
      placeholder="Any company"
      value={value}
      onChange={onChange}
    />
  );
}

/** In which country. */
export function CountriesField({ value, onChange, ...named }: FieldProps<string[]>) {
  return (
    <TagField {...labelled("Countries", named)} placeholder="Any country" value={value} onChange={onChange} />
  );
}

interface OwnerFieldProps extends Omit<FieldProps<string>, "value"> {
  value: string | null;
}

/** Who gets the leads of a rule; one who has left gets none. */
export function OwnerField({ value, onChange, ...named }: OwnerFieldProps) {
  const members = useMembers();
  const choices = members
    .filter(({ id, former }) => !former || id === value)
    .map(({ id, name, former }) => ({ id, label: former ? `${name} (left)` : name }));
  return (
    <Select
      {...labelled("Owner", named)}
      placeholder="Who gets them"
      choices={choices}
      value={value}
      onChange={onChange}
    />
  );
}
