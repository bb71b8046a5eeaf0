import { describe, expect, it } from "vitest";
import type { Tally } from "@/bindings/Tally";
import { countsOf, findsPieces, rejectedAsText, sayDone, sayPlanned } from "./tally";

const NONE: Tally = {
  read: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  rejected: [],
  skips: {},
  replaced: 0,
  replacedIn: [],
  formats: [],
  placements: 0,
};
const LOST = { line: 7, reason: "It has no title and no address." };

describe("before an import", () => {
  it("says what it adds, updates and cannot read", () => {
    expect(sayPlanned({ ...NONE, added: 527 })).toBe("This import adds 527 assets.");
    expect(sayPlanned({ ...NONE, added: 1, updated: 3, rejected: [LOST, LOST] })).toBe(
      "This import adds 1 asset and updates 3 assets. 2 rows cannot be read and stay out; everything else goes in.",
    );
  });

  it("says that the same list changes nothing", () => {
    expect(sayPlanned({ ...NONE, unchanged: 527 })).toBe(
      "This import changes nothing: 527 rows of it are here already.",
    );
  });

  it("says that nothing would come of it", () => {
    expect(sayPlanned({ ...NONE, rejected: [LOST] })).toBe(
      "As it is mapped now, no row becomes an asset. 1 row cannot be read and stays out.",
    );
  });

  it("counts what there is, and leaves unsaid what there is not", () => {
    const texts = countsOf({ ...NONE, added: 527, skipped: 3 }, "planned").map(({ text }) => text);
    expect(texts).toEqual(["527 to add", "3 left out"]);
    const more = countsOf(
      {
        ...NONE,
        unchanged: 2,
        rejected: [LOST],
        formats: ["Deck"],
        placements: 7,
        replaced: 7,
        replacedIn: [4, 5, 6, 8, 9, 11],
      },
      "done",
    );
    expect(more.map(({ text }) => text)).toEqual([
      "2 unchanged",
      "1 not read",
      "1 new format",
      "7 placements to check",
      "7 lines with a letter lost: 4, 5, 6, 8, 9 and 2 more",
    ]);
  });

  it("knows a list of which nothing is of use", () => {
    expect(findsPieces({ ...NONE, unchanged: 1 })).toBe(true);
    expect(findsPieces({ ...NONE, skipped: 4, rejected: [LOST] })).toBe(false);
  });
});

describe("after an import", () => {
  it("says what became of it", () => {
    expect(sayDone({ ...NONE, added: 527, updated: 1 })).toBe("527 assets added, 1 asset updated");
    expect(sayDone({ ...NONE, updated: 2 })).toBe("2 assets updated");
    expect(sayDone({ ...NONE, unchanged: 527 })).toBe("Nothing changed: all of it was here already.");
  });
});

it("copies rows that cannot be read as a table", () => {
  const rejected = [LOST, { line: 1, file: "press/broken.md", reason: "Its front matter is not closed." }];
  expect(rejectedAsText({ rejected })).toBe(
    "File\tLine\tReason\n\t7\tIt has no title and no address.\npress/broken.md\t1\tIts front matter is not closed.",
  );
});
