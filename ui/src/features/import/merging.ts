// The merge under way: the copy that was read, and what is chosen of it. It ends with the view: the
// plan may be another one when somebody comes back.
import { createStore, useSelector } from "@tanstack/react-store";
import type { MergeChoice } from "@/bindings/MergeChoice";
import type { Merged } from "@/bindings/Merged";
import type { MergeItem } from "@/bindings/MergeItem";
import type { MergePreview } from "@/bindings/MergePreview";
import { call } from "@/rpc/call";
import { mutate } from "@/rpc/mutate";
import { sayMerged } from "./mergeWords";
import { refuse } from "./work";

export interface Weighing {
  step: "weigh";
  preview: MergePreview;
  alsoPlan: boolean;
  /** By the id of an item: what is taken of it that would not come in by itself. */
  taken: Readonly<Record<string, MergeChoice | undefined>>;
  isMerging: boolean;
}

export type Merging =
  | { step: "none"; isAsking: boolean }
  | Weighing
  | { step: "merged"; copy: string; merged: Merged };

const NONE: Merging = { step: "none", isAsking: false };

const merging = createStore<Merging>(NONE);

function show(next: Merging): void {
  merging.setState(() => next);
}

export function useMerging(): Merging {
  return useSelector(merging, (state) => state);
}

function weigh(change: (before: Weighing) => Partial<Weighing>): void {
  merging.setState((before) => (before.step === "weigh" ? { ...before, ...change(before) } : before));
}

/** A copy picked in a dialog of the system, which stays as it is. */
export async function readCopy(): Promise<void> {
  show({ step: "none", isAsking: true });
  try {
    const preview = await call("merge.read", {});
    show(
      preview === null
        ? NONE
        : { step: "weigh", preview, alsoPlan: preview.alsoPlan, taken: {}, isMerging: false },
    );
  } catch (thrown) {
    show(NONE);
    refuse(thrown);
  }
}

export function setAlsoPlan(alsoPlan: boolean): void {
  weigh(() => ({ alsoPlan }));
}

/** Takes a deletion, or brings back what was deleted here; or leaves it. */
export function takeWhole({ kind, id }: MergeItem, isTaken: boolean): void {
  weigh(({ taken }) => ({ taken: { ...taken, [id]: isTaken ? { kind, id } : undefined } }));
}

/** Takes one field of a conflict as the copy has it, or leaves it as it is here. */
export function takeField({ kind, id }: MergeItem, field: string, isTaken: boolean): void {
  weigh(({ taken }) => {
    const others = (taken[id]?.fields ?? []).filter((name) => name !== field);
    const fields = isTaken ? [...others, field] : others;
    return { taken: { ...taken, [id]: fields.length > 0 ? { kind, id, fields } : undefined } };
  });
}

export function giveUp(): void {
  show(NONE);
}

export async function mergeIt(): Promise<void> {
  const before = merging.state;
  if (before.step !== "weigh" || before.isMerging) {
    return;
  }
  const { alsoPlan, preview } = before;
  show({ ...before, isMerging: true });
  const take = Object.values(before.taken).filter((choice) => choice !== undefined);
  const told = { toast: (merged: Merged) => (merged.taken + merged.deleted > 0 ? sayMerged(merged) : null) };
  const merged = await mutate("merge.apply", { alsoPlan, take }, told);
  show(merged === null ? { ...before, isMerging: false } : { step: "merged", copy: preview.copy, merged });
}
