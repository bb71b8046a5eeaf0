import type { KpiId } from "@/bindings/KpiId";
import type { KpiSettings } from "@/bindings/KpiSettings";
import type { KpiTarget } from "@/bindings/KpiTarget";
import type { Terms } from "@/bindings/Terms";
import { mutateField } from "@/rpc/mutate";

function saveNumbers(numbers: KpiSettings, toast?: string): Promise<string | null> {
  const set = { numbers };
  return mutateField("workspace.update", { set }, toast === undefined ? {} : { toast });
}

/** The targets with one set, or taken out. */
export function targetsWith(
  { targets }: KpiSettings,
  kpi: KpiId,
  target: Omit<KpiTarget, "kpi"> | null,
): KpiTarget[] {
  const rest = targets.filter((one) => one.kpi !== kpi);
  return target === null ? rest : [...rest, { kpi, ...target }];
}

/** Keeps a target, or takes it out; what is wrong with it comes back. */
export function saveTarget(
  numbers: KpiSettings,
  kpi: KpiId,
  target: Omit<KpiTarget, "kpi"> | null,
): Promise<string | null> {
  const toast = target === null ? "Target taken out" : "Target set";
  return saveNumbers({ ...numbers, targets: targetsWith(numbers, kpi, target) }, toast);
}

/** Keeps what lifetime values are worked out with. */
export function saveTerms(numbers: KpiSettings, terms: Terms | null): Promise<string | null> {
  return saveNumbers({ ...numbers, terms });
}
