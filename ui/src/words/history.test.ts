import { describe, expect, it } from "vitest";
import type { Edit } from "@/bindings/Edit";
import { byDay, dayOf, sentenceOf } from "./history";

const edit = (more: Partial<Edit>): Edit => ({
  seq: 1,
  verb: "delete",
  kind: "persona",
  subject: "CFO",
  size: 1,
  memberId: null,
  at: 0,
  reverts: null,
  undone: false,
  ...more,
});

describe("an edit as a sentence", () => {
  it("says what was done", () => {
    expect(sentenceOf(edit({}), undefined)).toBe("deleted CFO");
    expect(sentenceOf(edit({ verb: "place", kind: "placement", subject: "", size: 12 }), undefined)).toBe(
      "placed 12 placements",
    );
  });

  it("names the deal check", () => {
    const answer = edit({ verb: "answer", kind: "verdict", subject: "ROI model" });
    expect(sentenceOf(answer, undefined)).toBe("answered the deal check of ROI model");
    expect(sentenceOf({ ...answer, subject: "", size: 1200 }, undefined)).toBe(
      `answered the deal check of ${(1200).toLocaleString()} placements`,
    );
  });

  it("says what sales answered of a lead", () => {
    const answer = edit({ verb: "answer", kind: "leadAnswer", subject: "Accepted" });
    expect(sentenceOf(answer, undefined)).toBe("answered a lead: Accepted");
    expect(sentenceOf(edit({ verb: "undo", reverts: 1 }), answer)).toBe(
      "took back: answered a lead: Accepted",
    );
  });

  it("says of undo what it took back", () => {
    const undo = edit({ seq: 2, verb: "undo", reverts: 1 });
    expect(sentenceOf(undo, edit({}))).toBe("took back: deleted CFO");
    expect(sentenceOf(undo, undefined)).toBe("took back: CFO");
    expect(sentenceOf({ ...undo, verb: "redo" }, edit({}))).toBe("made again: deleted CFO");
  });
});

describe("days", () => {
  const now = new Date(2026, 8, 3, 0, 30);
  const at = (day: number, hour: number) => new Date(2026, 8, day, hour).getTime();

  it("are named from here", () => {
    expect(dayOf(at(3, 0), now)).toBe("Today");
    expect(dayOf(at(2, 23), now)).toBe("Yesterday");
    expect(dayOf(at(1, 23), now)).toBe(
      new Date(2026, 8, 1).toLocaleDateString(undefined, { dateStyle: "full" }),
    );
  });

  it("gather what was done on them", () => {
    const edits = [
      edit({ seq: 3, at: at(3, 0) }),
      edit({ seq: 2, at: at(2, 9) }),
      edit({ seq: 1, at: at(2, 8) }),
    ];
    expect(byDay(edits, now).map(({ title, items }) => [title, items.length])).toEqual([
      ["Today", 1],
      ["Yesterday", 2],
    ]);
  });
});
