import { describe, expect, it } from "vitest";
import { assetsSearch, filtersOf, readSort, requestOf, sortedBy, writeSort } from "./search";

describe("the address of the assets", () => {
  it("takes one value or several, and leaves out what does not fit", () => {
    expect(
      assetsSearch({ status: "idea,planned", theme: ["Cost, risk"], text: 2022, standing: "gone" }),
    ).toEqual({ status: ["idea", "planned"], theme: ["Cost, risk"], text: "2022" });
    expect(assetsSearch({ view: "list", group: "title", sort: "-due,nothing,title" })).toEqual({
      sort: "-due,title",
    });
  });

  it("asks core for what it says", () => {
    const search = assetsSearch({ status: ["idea"], placed: "unplaced", standing: "undated", sort: "-due" });
    expect(requestOf(search)).toMatchObject({
      filter: { statuses: ["idea"], owners: [], text: "" },
      placed: false,
      undated: true,
      sort: [{ column: "due", descending: true }],
    });
    expect(requestOf({})).not.toHaveProperty("standing");
  });

  it("tells the filter from how it is shown", () => {
    expect(filtersOf({ view: "board", sort: "title", group: "status", owner: ["Kim"] })).toEqual({
      owner: ["Kim"],
    });
  });
});

describe("sorting", () => {
  const due = { column: "due", descending: false } as const;
  const title = { column: "title", descending: false } as const;

  it("is written and read again", () => {
    expect(readSort(writeSort([{ ...due, descending: true }, title]))).toEqual([
      { column: "due", descending: true },
      { column: "title", descending: false },
    ]);
    expect(writeSort([])).toBeUndefined();
  });

  it("goes by one column, or with Shift by several", () => {
    expect(sortedBy([due], title, false)).toEqual([title]);
    expect(sortedBy([due], title, true)).toEqual([due, title]);
    expect(sortedBy([due, title], { ...due, descending: true }, true)).toEqual([
      { ...due, descending: true },
      title,
    ]);
    expect(sortedBy([{ ...due, descending: true }, title], due, true)).toEqual([title]);
  });
});
