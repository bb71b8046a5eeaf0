// A rule that tells who gets which leads, in words.
import type { RoutingRuleFields } from "@/bindings/RoutingRuleFields";

interface Names {
  personas: ReadonlyMap<string, string>;
  members: ReadonlyMap<string, string>;
}

/** "CFO, CISO at Fabrikam in Germany → A. Kim"; "everybody → A. Kim". */
export function sayRule(rule: RoutingRuleFields, { personas, members }: Names): string {
  const who = rule.personaIds.map((id) => personas.get(id) ?? "a persona that is gone").join(", ");
  const at = rule.accounts.length === 0 ? "" : `at ${rule.accounts.join(", ")}`;
  const from = rule.countries.length === 0 ? "" : `in ${rule.countries.join(", ")}`;
  const asked = [who || "everybody", at, from].filter((part) => part !== "").join(" ");
  return `${asked} → ${members.get(rule.ownerId) ?? "nobody"}`;
}
