// The fields of an asset and their values, as the list of changes names them.
import type { Money } from "@/bindings/Money";
import { sayMoney } from "@/words/money";
import { shortDate } from "../values";

const WORDS: Readonly<Record<string, string>> = {
  url: "address",
  formatId: "format",
  onDemand: "on demand",
  dueOn: "due",
  publishedOn: "published",
  reviewedOn: "last reviewed",
  takeaways: "key takeaways",
  maintain: "next step that keeps the relationship",
  deepen: "next step that deepens it",
  editorial: "editorial check",
  externalId: "external id",
};

export function sayField(name: string): string {
  return WORDS[name] ?? name;
}

function isMoney(value: object): value is Money {
  return "minor" in value && "currency" in value;
}

/** A value in words; ids by the names of what they stand for. */
export function sayValue(value: unknown, names: Readonly<Record<string, string>>): string {
  if (value === null || value === undefined || value === "") {
    return "nothing";
  }
  if (typeof value === "string") {
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? shortDate(value) : (names[value] ?? value);
  }
  if (typeof value === "boolean") {
    return value ? "yes" : "no";
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? "nothing" : value.map((one) => sayValue(one, names)).join(", ");
  }
  if (typeof value === "object") {
    return isMoney(value) ? sayMoney(value) : sayParts(value, names);
  }
  return String(value);
}

function sayParts(value: object, names: Readonly<Record<string, string>>): string {
  const parts = Object.values(value).filter((part) => part !== null && part !== "" && part !== false);
  return parts.length === 0 ? "nothing" : parts.map((part) => sayValue(part, names)).join(", ");
}
