import type { MappingFields } from "@/bindings/MappingFields";
import { Select } from "@/components/Select";
import { STATUSES } from "@/words/plan";
import { capital } from "@/words/text";
import { withChoice } from "./mapping";
import { tryMapping } from "./work";

const TOLD = "told";
const CHOICES = [
  { id: TOLD, label: "Told by its address and date" },
  ...STATUSES.map((status) => ({ id: status, label: capital(status) })),
];

/** What a piece is of which the file does not say how far it is. */
export function NewStatus({ mapping }: { mapping: MappingFields }) {
  const status = mapping.choices.status ?? "";
  return (
    <Select
      label="Status of a new piece where the file says none"
      choices={CHOICES}
      value={status === "" ? TOLD : status}
      onChange={(id) => void tryMapping(withChoice(mapping, "status", id === TOLD ? "" : id))}
    />
  );
}
