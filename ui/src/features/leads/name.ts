import type { LeadPage } from "@/bindings/LeadPage";

/** A lead of which nothing says who it is. */
export const ANONYMOUS = "Anonymous";

/** What a lead is called: its name, else its address. */
export function nameOf({ values }: LeadPage): string {
  const said = (field: string) => values.find((value) => value.field === field)?.text;
  return said("name") ?? said("email") ?? ANONYMOUS;
}
