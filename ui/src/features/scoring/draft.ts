// The model as somebody is changing it. It waits here while they look at other views; nothing goes by
// it until it is applied.
import { useMemo, useSyncExternalStore } from "react";
import type { AppliedModel } from "@/bindings/AppliedModel";
import type { ScoringModel } from "@/bindings/ScoringModel";
import type { ScoringRecipe } from "@/bindings/ScoringRecipe";
import { mutate } from "@/rpc/mutate";

interface Held {
  /** What it was made from, as text: another applied model begins anew. */
  base: string;
  recipe: ScoringRecipe;
}

let held: Held | null = null;
const listeners = new Set<() => void>();

function hold(next: Held | null): void {
  held = next;
  for (const tell of listeners) {
    tell();
  }
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export interface Draft {
  recipe: ScoringRecipe;
  isChanged: boolean;
  change: (part: Partial<ScoringRecipe>) => void;
  drop: () => void;
}

/** The model that is applied with what was changed of it. */
export function useDraft({ recipe }: AppliedModel): Draft {
  const now = useSyncExternalStore(subscribe, () => held);
  return useMemo(() => {
    const base = JSON.stringify(recipe);
    const mine = now !== null && now.base === base ? now.recipe : recipe;
    return {
      recipe: mine,
      isChanged: JSON.stringify(mine) !== base,
      change: (part) => hold({ base, recipe: { ...mine, ...part } }),
      drop: () => hold(null),
    };
  }, [recipe, now]);
}

/** "Version 3": the next name that no model has. */
export function nextName(models: readonly ScoringModel[]): string {
  const taken = new Set(models.map(({ name }) => name.toLocaleLowerCase()));
  let number = models.length + 1;
  while (taken.has(`version ${number}`)) {
    number += 1;
  }
  return `Version ${number}`;
}

/** Leads are scored by the changed model from now on; whether that is done. */
export async function applyDraft(name: string, recipe: ScoringRecipe): Promise<boolean> {
  const fields = { name, state: "applied", appliedAt: Date.now(), recipe } as const;
  const made = await mutate("scoringModel.create", { fields }, { toast: `Leads are scored by ${name}` });
  if (made !== null) {
    hold(null);
  }
  return made !== null;
}
