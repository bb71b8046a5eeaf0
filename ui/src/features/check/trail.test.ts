import { describe, expect, it } from "vitest";
import type { Asked } from "@/bindings/Asked";
import {
  ahead,
  countAnswered,
  countLeft,
  countSettled,
  type Move,
  move,
  onShow,
  START,
  type Trail,
} from "./trail";

const asked = (placementId: string): Asked => ({
  placementId,
  assetId: `asset of ${placementId}`,
  personaId: "CFO",
  stageId: "Inquiry",
  formatId: null,
  ask: "unchecked",
  answer: null,
  other: null,
  state: "unproven",
  ifYes: "covered",
  adds: 5,
  waits: null,
  title: placementId,
});

const [A, B, C] = [asked("a"), asked("b"), asked("c")];
const QUEUE = [A, B, C];

const yes = (question: Asked, seq: number): Move => ({
  type: "answer",
  step: { question, answer: "yes", reason: "", seq },
});

const walked = (...moves: Move[]): Trail => moves.reduce(move, START);

describe("a sitting", () => {
  it("asks in the order of the queue", () => {
    expect(onShow(START, QUEUE)).toBe(A);
    expect(onShow(walked(yes(A, 1)), [B, C])).toBe(B);
    expect(onShow(walked(yes(A, 1)), [])).toBeNull();
  });

  it("keeps the question on show when the queue is ordered anew", () => {
    const pinned = walked({ type: "pin", placementId: "b" });
    expect(onShow(pinned, [C, B, A])).toBe(B);
    expect(ahead(pinned, [C, B, A])).toEqual([B, C, A]);
    expect(onShow(pinned, [C, A])).toBe(C);
  });

  it("does not ask again what was skipped, until told to", () => {
    const skipped = walked({ type: "skip", question: A });
    expect(onShow(skipped, QUEUE)).toBe(B);
    expect([countAnswered(skipped), countLeft(skipped, QUEUE)]).toEqual([0, 1]);
    expect(onShow(move(skipped, { type: "again", queue: QUEUE }), QUEUE)).toBe(A);
  });

  it("goes back and forward without answering", () => {
    const back = walked(yes(A, 1), { type: "back" });
    expect(onShow(back, [B, C])).toBe(A);
    expect(onShow(move(back, { type: "skip", question: A }), [B, C])).toBe(B);
    expect(onShow(walked({ type: "back" }), QUEUE)).toBe(A);
  });

  it("answers anew what it went back to", () => {
    const again = walked(yes(A, 1), yes(B, 2), { type: "back" }, { type: "back" }, yes(A, 3));
    expect(again.steps.map(({ seq }) => seq)).toEqual([3, 2]);
    expect(onShow(again, [C])).toBe(B);
  });
});

describe("the count of a sitting", () => {
  it("counts an unsure as answered, though it is asked again", () => {
    const unsure: Move = { type: "answer", step: { question: B, answer: "unsure", reason: "", seq: 2 } };
    const trail = walked(yes(A, 1), unsure);
    const queue = [C, B];
    expect([countAnswered(trail), countSettled(trail, queue)]).toEqual([2, 1]);
    expect(onShow(trail, queue)).toBe(C);
    expect(countLeft(trail, queue)).toBe(1);
    expect(onShow(move(trail, { type: "again", queue: [B] }), [B])).toBe(B);
  });
});

describe("undo", () => {
  it("returns to what it took back, and redo goes on", () => {
    const answered = walked(yes(A, 1), yes(B, 2));
    const undone = move(answered, { type: "undone", seq: 2 });
    expect(onShow(undone, [C, B])).toBe(B);
    expect(countAnswered(undone)).toBe(1);
    const redone = move(undone, { type: "redone", seq: 2 });
    expect(onShow(redone, [C])).toBe(C);
    expect(countAnswered(redone)).toBe(2);
  });

  it("of something else leaves the sitting alone", () => {
    const answered = walked(yes(A, 1));
    expect(move(answered, { type: "undone", seq: 9 })).toBe(answered);
    expect(move(answered, { type: "redone", seq: 1 })).toBe(answered);
  });

  it("holds the question even when an older answer of it stands", () => {
    const undone = move(walked(yes(A, 1)), { type: "undone", seq: 1 });
    expect(onShow(undone, [B, C])).toEqual(A);
  });
});
