import { describe, expect, it } from "vitest";
import { sumOf, waitingFace } from "./faces";

describe("a cell by the money that waits there", () => {
  it("carries the ink of its state where money waits", () => {
    const face = waitingFace({ state: "empty", money: 120_000_000, part: 0.5 }, "EUR");
    expect(face).toMatchObject({ look: "empty", sign: "ring", part: 0.5, note: "empty" });
    expect(face.word).toMatch(/^\D*1\.2\D*M\D*$/);
    expect(face.label).toMatch(/ waits, empty$/);
  });

  it("is quiet where nothing waits, and where nobody knows", () => {
    const nothing = waitingFace({ state: "stale", money: 0, part: 0 }, "EUR");
    expect(nothing).toMatchObject({ look: "not applicable", sign: "clock", word: "–", part: 0 });
    expect(nothing.label).toBe("no money waits, stale");
    const unknown = waitingFace({ state: "empty", money: null, part: 0 }, "EUR");
    expect(unknown).toMatchObject({ look: "not applicable", word: "not known" });
    expect(unknown.label).toBe("what leads there are worth is not known, empty");
    expect(waitingFace({ state: "covered", money: 100, part: 1 }, "EUR").look).toBe("covered");
  });

  it("adds up what is known, and nothing known is not 0", () => {
    expect(sumOf([{ money: 1 }, { money: null }, { money: 2 }])).toBe(3);
    expect(sumOf([{ money: null }])).toBeNull();
    expect(sumOf([])).toBe(0);
  });
});
