// A mapping, changed: pure, so that what is on its way to core can be shown at once.
import type { Field } from "@/bindings/Field";
import type { MappingFields } from "@/bindings/MappingFields";
import type { ValuePreview } from "@/bindings/ValuePreview";
import type { ValuesPreview } from "@/bindings/ValuesPreview";
import type { Choice } from "@/components/Choices";
import { capital } from "@/words/text";

/** In the order in which people think of a piece. */
export const FIELDS: readonly Field[] = [
  "title",
  "url",
  "slug",
  "folder",
  "format",
  "status",
  "publishedOn",
  "reviewedOn",
  "dueOn",
  "owner",
  "themes",
  "persona",
  "stage",
  "purpose",
  "summary",
  "language",
  "cost",
  "externalId",
];

const isSameColumn = (one: string, other: string) => one.toLocaleLowerCase() === other.toLocaleLowerCase();

/** Of these a file may have several: each is kept by the name of its column. */
const SEVERAL: ReadonlySet<string> = new Set(["entered"]);

const keyOf = (field: string, column: string) => (SEVERAL.has(field) ? `${field} ${column}` : field);

/** What a column of theirs is read as. */
export function fieldOf(mapping: MappingFields, column: string): string | null {
  const found = Object.entries(mapping.columns).find(([, theirs]) => isSameColumn(theirs ?? "", column));
  return found?.[0].split(" ")[0] ?? null;
}

/**
 * The column read as another field, or left out: a column is one field, and a field one column, but for
 * the fields of which there may be several.
 */
export function withColumn(mapping: MappingFields, column: string, field: string | null): MappingFields {
  const before = fieldOf(mapping, column);
  if (before === field) {
    return mapping;
  }
  const kept = Object.entries(mapping.columns).filter(
    ([known, theirs]) => known !== field && !isSameColumn(theirs ?? "", column),
  );
  // The values matched so far were those of another column: they are guessed anew.
  const values = Object.entries(mapping.mappedValues).filter(
    ([known]) => known !== before && known !== field,
  );
  return {
    ...mapping,
    columns: { ...Object.fromEntries(kept), ...(field !== null && { [keyOf(field, column)]: column }) },
    mappedValues: Object.fromEntries(values),
  };
}

export function withValue(mapping: MappingFields, field: Field, theirs: string, ours: string): MappingFields {
  const known = mapping.mappedValues[field] ?? {};
  return { ...mapping, mappedValues: { ...mapping.mappedValues, [field]: { ...known, [theirs]: ours } } };
}

export function withChoice(mapping: MappingFields, choice: string, answer: string): MappingFields {
  return { ...mapping, choices: { ...mapping.choices, [choice]: answer } };
}

/** What a value of theirs becomes as the mapping stands; empty where it is left out. */
export function oursOf(mapping: MappingFields, field: Field, value: ValuePreview): string {
  return mapping.mappedValues[field]?.[value.theirs] ?? value.ours;
}

const LEFT_OUT = "left out";
const OURS = "ours:";
const NEW = "new:";

const isSameName = (one: string, other: string) => isSameColumn(one.trim(), other.trim());

function isOurs(values: ValuesPreview, name: string): boolean {
  return values.ours.some((ours) => isSameName(ours, name));
}

/** What can be chosen for a value: one of ours, one of that name to be made, nothing. */
export function choicesFor(values: ValuesPreview, theirs: string, ours: string): Choice[] {
  const made = new Set([ours, capital(theirs.trim())].filter((name) => name !== "" && !isOurs(values, name)));
  return [
    { id: LEFT_OUT, label: "Leave out" },
    ...values.ours.map((name) => ({ id: OURS + name, label: capital(name) })),
    ...(values.open ? [...made].map((name) => ({ id: NEW + name, label: `New format “${name}”` })) : []),
  ];
}

export function choiceOf(values: ValuesPreview, ours: string): string {
  if (ours === "") {
    return LEFT_OUT;
  }
  const known = values.ours.find((name) => isSameName(name, ours));
  return known === undefined ? NEW + ours : OURS + known;
}

export function chosen(id: string): string {
  return id === LEFT_OUT ? "" : id.replace(/^(ours|new):/, "");
}
