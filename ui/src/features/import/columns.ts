// The columns of a list of content, as they are shown.
import type { ColumnPreview } from "@/bindings/ColumnPreview";
import type { Preview } from "@/bindings/Preview";
import { sayField } from "@/words/fields";
import type { TheirColumn } from "./ColumnTable";
import { FIELDS, fieldOf } from "./mapping";
import type { Previewing } from "./work";

export const FIELD_CHOICES = FIELDS.map((field) => ({ id: field as string, label: sayField(field) }));

/** A guess is sure where the header is one of the names that the field goes by. */
const SURE = 0.9;

function sayWhy({ guess }: ColumnPreview, field: string | null): string {
  if (field === null) {
    return "";
  }
  if (guess?.field !== field) {
    return "chosen";
  }
  return guess.confidence >= SURE ? "by its name" : "a guess";
}

export function theirColumns({ preview, mapping }: Pick<Previewing, "preview" | "mapping">): TheirColumn[] {
  return preview.columns.map((column) => {
    const { name, examples, filled, computed } = column;
    const field = fieldOf(mapping, name);
    return {
      name,
      examples,
      filled,
      field,
      why: sayWhy(column, field),
      ...(computed && { note: "worked out" }),
    };
  });
}

/** What the first rows are shown under. */
export function sampleColumns({ columns }: Preview) {
  return columns.map(({ name, field }) => ({ name, becomes: field === null ? null : sayField(field) }));
}
