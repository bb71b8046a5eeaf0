// Placing an Engage or Nurture asset for a second persona can turn the first one's cell thin.
import { useMemo } from "react";
import type { At } from "@/bindings/At";
import type { Proposal } from "@/bindings/Proposal";
import type { Thinned } from "@/bindings/Thinned";
import { useCall } from "@/rpc/useCall";

const NOBODY: readonly Thinned[] = [];

/** Every asset at every cell. */
export function proposalsOf(assetIds: readonly string[], cells: readonly At[]): Proposal[] {
  return cells.flatMap((cell) => assetIds.map((assetId) => ({ assetId, ...cell })));
}

/** The covered cells that placing these assets at these cells would turn thin. */
export function useThins(assetIds: readonly string[], cells: readonly At[]): readonly Thinned[] {
  const proposals = useMemo(() => proposalsOf(assetIds, cells), [assetIds, cells]);
  const answer = useCall("placement.thins", { proposals }, { enabled: proposals.length > 0 });
  return proposals.length > 0 ? (answer.data ?? NOBODY) : NOBODY;
}

/** "VP Operations at MQL turns thin: it loses its last piece of its own." */
export function sayThins(thins: readonly Thinned[]): string {
  const cells = thins.map(({ persona, stage }) => `${persona} at ${stage}`);
  const [verb, loss] = thins.length === 1 ? ["turns", "it loses its"] : ["turn", "they lose their"];
  return `${cells.join(" and ")} ${verb} thin: ${loss} last piece with a yes that is for them alone.`;
}
