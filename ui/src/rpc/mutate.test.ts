import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Done } from "@/bindings/Done";
import type { EntityKind } from "@/bindings/EntityKind";
import { toastQueue } from "@/components/toasts";
import { provideHost } from "@/host/host";
import { planState } from "./changes";
import { dependsOn, queryClient } from "./client";
import { mutate } from "./mutate";
import { blocksOf } from "./useWindow";

const rpc = vi.fn();

beforeEach(() => {
  rpc.mockReset();
  provideHost({ rpc, holdClose: () => {} });
});

afterEach(() => {
  queryClient.clear();
  for (const toast of [...toastQueue.visibleToasts]) {
    toastQueue.close(toast.key);
  }
});

const RENAMED: Done = {
  seq: 3,
  verb: "update",
  kind: "persona",
  subject: "CFO",
  size: 1,
  memberId: null,
  at: 0,
};

function outcome(kinds: EntityKind[]) {
  return { value: null, changes: { revision: 7, kinds, rows: [], undo: null, redo: RENAMED } };
}

async function isStale(kinds: readonly EntityKind[] | undefined, changed: EntityKind[]): Promise<boolean> {
  await queryClient.fetchQuery({ queryKey: ["list", kinds], queryFn: () => 1, meta: { kinds } });
  rpc.mockResolvedValue(outcome(changed));
  await mutate("plan.undo", {});
  return queryClient.getQueryState(["list", kinds])?.isInvalidated ?? false;
}

describe("a change", () => {
  it("refreshes what is made of the kinds it touched, and nothing else", async () => {
    expect(await isStale(["persona", "stage"], ["stage"])).toBe(true);
    expect(await isStale(["persona"], ["stage"])).toBe(false);
    expect(await isStale(undefined, ["stage"])).toBe(true);
    expect(dependsOn([], ["stage"])).toBe(false);
  });

  it("leaves behind what undo and redo would do next", async () => {
    rpc.mockResolvedValue(outcome([]));
    await mutate("plan.undo", {});
    expect(planState()).toMatchObject({
      revision: 7,
      undo: null,
      redo: RENAMED,
      writing: 0,
      failed: false,
    });
  });

  it("offers one undo at a time", async () => {
    rpc.mockResolvedValue(outcome([]));
    await mutate("plan.redo", {}, { toast: "First" });
    await mutate("plan.redo", {}, { toast: "Second" });
    expect(toastQueue.visibleToasts.map(({ content }) => content.title)).toEqual(["Second"]);
  });

  it("shows what went wrong and gives no value", async () => {
    rpc.mockRejectedValue({ code: "read_only", message: "Open elsewhere.", field: null });
    expect(await mutate("plan.undo", {})).toBeNull();
    expect(planState().failed).toBe(true);
    expect(toastQueue.visibleToasts[0]?.content.title).toBe("Open for reading only");
  });
});

describe("the saved mark", () => {
  const failedAfter = async (code: string) => {
    rpc.mockRejectedValue({ code, message: "No.", field: null });
    await mutate("plan.undo", {});
    return planState().failed;
  };

  it("warns when a change could not be written", async () => {
    expect(await failedAfter("store")).toBe(true);
  });

  it("does not warn when a change was refused, for what is shown is what is saved", async () => {
    expect(await failedAfter("invalid")).toBe(false);
    expect(await failedAfter("nothing_to")).toBe(false);
  });
});

describe("the blocks of a long list", () => {
  it("are those in sight and the first", () => {
    expect(blocksOf([0, 40], 100)).toEqual([0]);
    expect(blocksOf([90, 130], 100)).toEqual([0, 1]);
    expect(blocksOf([1010, 950], 100)).toEqual([0, 9, 10]);
  });
});
