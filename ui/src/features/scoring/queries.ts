// What the view of scoring reads.
import { useEffect, useMemo, useState } from "react";
import type { EntityKind } from "@/bindings/EntityKind";
import type { ScoringRecipe } from "@/bindings/ScoringRecipe";
import * as lists from "@/rpc/lists";
import { read, useCall } from "@/rpc/useCall";

/** Scores go by what leads did, who they are, where content is placed, and by the model. */
const OF_SCORES: readonly EntityKind[] = [
  "batch",
  "persona",
  "asset",
  "placement",
  "stage",
  "workspace",
  "scoringModel",
  "leadAnswer",
];

const applied = read("scoring.applied", {}, ["scoringModel"]);
const models = read("scoringModel.list", {}, ["scoringModel"]);

export async function loadScoring(): Promise<void> {
  await lists.load(lists.batches, lists.personas, lists.stages, applied, models);
}

export function useApplied() {
  return useCall("scoring.applied", {}, { kinds: ["scoringModel"] }).data;
}

export function useModels() {
  return useCall("scoringModel.list", {}, { kinds: ["scoringModel"] }).data ?? [];
}

const PAUSE_MS = 150;

/** A value once it has stood still for a moment: a handle that is dragged asks for no more than it must. */
function useSettled<T>(value: T): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

export function useSpread(recipe: ScoringRecipe) {
  const settled = useSettled(recipe);
  const request = useMemo(() => ({ recipe: settled }), [settled]);
  return useCall("scoring.distribution", request, { kinds: OF_SCORES, keepPrevious: true });
}

export function useBacktest(recipe: ScoringRecipe, enabled: boolean) {
  const request = useMemo(() => ({ recipe }), [recipe]);
  return useCall("scoring.backtest", request, { kinds: OF_SCORES, enabled });
}

export function usePersonaNames(): ReadonlyMap<string, string> {
  const personas = lists.usePersonas();
  return useMemo(() => new Map(personas.map(({ id, name }) => [id, name])), [personas]);
}
