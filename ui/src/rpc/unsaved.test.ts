import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { toastQueue } from "@/components/toasts";
import { provideHost } from "@/host/host";
import { planState } from "./changes";
import { guardClosing, leaveBy, useLeaving } from "./leaving";
import { mutate, mutateField } from "./mutate";
import { canWait, discard, hasUnsaved, sendAgain } from "./unsaved";

const rpc = vi.fn();
let mayClose: () => Promise<boolean> = async () => true;
const holdClose = (asked: () => Promise<boolean>) => {
  mayClose = asked;
};
const FULL = { code: "not_saved", message: "This change is not saved: the disk is full.", field: null };
const SAVED = { value: null, changes: { revision: 7, kinds: [], rows: [], undo: null, redo: null } };

const rename = (name: string) => mutate("persona.update", { id: "1", set: { name } });
const names = () => rpc.mock.calls.map(([, request]) => request.set?.name);
const toasts = () => toastQueue.visibleToasts.map(({ content }) => content.title);

beforeEach(() => {
  vi.useFakeTimers();
  rpc.mockReset();
  provideHost({ rpc, holdClose });
  guardClosing();
});

afterEach(() => {
  discard();
  vi.useRealTimers();
  for (const toast of [...toastQueue.visibleToasts]) {
    toastQueue.close(toast.key);
  }
});

/** Lets everything that was begun come to its end. */
const settle = () => vi.advanceTimersByTimeAsync(0);

it("keeps a change that cannot be saved, and saves it by itself as soon as it can", async () => {
  rpc.mockRejectedValue(FULL);
  const answer = vi.fn();
  void mutateField("persona.update", { id: "1", set: { name: "A" } }).then(answer);
  await settle();
  expect(hasUnsaved()).toBe(true);
  expect(answer).not.toHaveBeenCalled();
  expect(toasts()).toEqual([]);
  rpc.mockResolvedValue(SAVED);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(hasUnsaved()).toBe(false);
  expect(answer).toHaveBeenCalledWith(null);
  expect(toasts()).toEqual(["Saved"]);
  expect(planState().revision).toBe(7);
});

it("lets no later change overtake it", async () => {
  rpc.mockRejectedValue(FULL);
  void rename("A");
  await settle();
  void rename("B");
  await settle();
  expect(names()).toEqual(["A", "A"]);
  rpc.mockResolvedValue(SAVED);
  await sendAgain();
  expect(names()).toEqual(["A", "A", "A", "B"]);
  expect(hasUnsaved()).toBe(false);
});

it("keeps what is sent twice once", async () => {
  rpc.mockRejectedValue(FULL);
  void rename("A");
  await settle();
  void rename("A");
  await settle();
  rpc.mockReset();
  rpc.mockResolvedValue(SAVED);
  await sendAgain();
  expect(names()).toEqual(["A"]);
});

it("does not let undo overtake what waits, nor keeps it for later", async () => {
  rpc.mockRejectedValue(FULL);
  void rename("A");
  await settle();
  rpc.mockClear();
  await mutate("plan.undo", {});
  expect(rpc).not.toHaveBeenCalled();
  expect(toasts()).toEqual(["Not saved"]);
  expect(canWait("plan.redo")).toBe(false);
});

it("drops what no longer fits, says so, and goes on with the rest", async () => {
  rpc.mockRejectedValue(FULL);
  void rename("A");
  await settle();
  void rename("B");
  await settle();
  rpc.mockReset();
  rpc.mockRejectedValueOnce({ code: "not_found", message: "This persona is gone.", field: null });
  rpc.mockResolvedValue(SAVED);
  await sendAgain();
  expect(hasUnsaved()).toBe(false);
  expect(toasts()).toContain("A change that waited no longer fits");
});

it("sends what is changed one after the other, in the order in which it was changed", async () => {
  const answers: ((saved: unknown) => void)[] = [];
  rpc.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
  const all = [rename("A"), rename("B"), rename("C")];
  for (const sent of [["A"], ["A", "B"], ["A", "B", "C"]]) {
    await settle();
    expect(names()).toEqual(sent);
    answers.at(-1)?.(SAVED);
  }
  await Promise.all(all);
});

it("lets those wait too that were changed before the first was told not to be saved", async () => {
  rpc.mockRejectedValueOnce(FULL);
  rpc.mockResolvedValue(SAVED);
  const both = [rename("A"), rename("B")];
  await Promise.all(both);
  expect(names()).toEqual(["A", "A", "B"]);
});

it("closes the window only once what is being written is written, and asks where it cannot be", async () => {
  let save: (saved: unknown) => void = () => {};
  rpc.mockImplementation(() => new Promise((resolve) => (save = resolve)));
  void rename("A");
  const closed = vi.fn();
  void mayClose().then(closed);
  await settle();
  expect(closed).not.toHaveBeenCalled();
  save(SAVED);
  await settle();
  expect(closed).toHaveBeenCalledWith(true);

  rpc.mockRejectedValue(FULL);
  void rename("B").catch(() => {});
  await settle();
  const question = renderHook(useLeaving);
  const asked = mayClose();
  await settle();
  expect(question.result.current?.isClosing).toBe(true);
  act(() => question.result.current?.answer(true));
  expect(await asked).toBe(true);
  expect(hasUnsaved()).toBe(false);
});

it("sends nothing to the next workspace that was meant for the one before", async () => {
  let save: (saved: unknown) => void = () => {};
  rpc.mockImplementation(() => new Promise((resolve) => (save = resolve)));
  const long = rename("A");
  const behind = rename("B");
  await settle();
  const left = leaveBy(async () => true, Boolean);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await left).toBe(true);
  save(SAVED);
  await long;
  expect(await behind).toBeNull();
  expect(names()).toEqual(["A"]);
});

it("gives up what waits only once the workspace is left", async () => {
  rpc.mockRejectedValue(FULL);
  void rename("A").catch(() => {});
  await settle();
  const leaving = renderHook(useLeaving);
  const leave = async (answer: boolean, isGone: boolean) => {
    const went = vi.fn(async () => isGone);
    const left = leaveBy(went, Boolean);
    await settle();
    act(() => leaving.result.current?.answer(answer));
    await left;
    return [went.mock.calls.length, hasUnsaved()];
  };
  expect(await leave(false, true)).toEqual([0, true]);
  expect(await leave(true, false)).toEqual([1, true]);
  expect(await leave(true, true)).toEqual([1, false]);
});
