import type { Choice } from "./Choices";
import { KeepsWorking } from "./KeepsWorking";
import { Select } from "./Select";

const ANY = "any";

export interface AnyOfProps<T extends string> {
  /** What is chosen, for screen readers. */
  label: string;
  /** What stands where nothing is: "Any persona". */
  any: string;
  choices: readonly Choice<T>[];
  value: T | undefined;
  onChange: (value: T | undefined) => void;
}

/** A filter by one of several values, or by none. It works also where the plan can only be read. */
export function AnyOf<T extends string>({ label, any, choices, value, onChange }: AnyOfProps<T>) {
  return (
    <KeepsWorking>
      <Select<string>
        label={label}
        isLabelHidden
        choices={[{ id: ANY, label: any }, ...choices]}
        value={value ?? ANY}
        onChange={(id) => onChange(choices.find((choice) => choice.id === id)?.id)}
      />
    </KeepsWorking>
  );
}
