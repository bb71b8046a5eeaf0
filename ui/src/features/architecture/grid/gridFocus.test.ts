import { afterEach, describe, expect, it } from "vitest";
import { keepStop, makeStop, placeOf, step, stopAt } from "./gridFocus";

describe("a step in a grid of 3 rows and 4 columns", () => {
  const from = (key: string, isFar = false) => step(key, isFar, { row: 1, column: 2 }, 3, 4);

  it("goes to the neighbour and stops at the edge", () => {
    expect(from("ArrowUp")).toEqual({ row: 0, column: 2 });
    expect(from("ArrowRight")).toEqual({ row: 1, column: 3 });
    expect(step("ArrowRight", false, { row: 1, column: 3 }, 3, 4)).toEqual({ row: 1, column: 3 });
    expect(from("PageDown")).toEqual({ row: 2, column: 2 });
  });

  it("goes to the end of the row, and far to the corners", () => {
    expect(from("Home")).toEqual({ row: 1, column: 0 });
    expect(from("End", true)).toEqual({ row: 2, column: 3 });
    expect(from("ArrowDown", true)).toEqual({ row: 2, column: 2 });
  });

  it("leaves other keys alone", () => {
    expect(from("a")).toBeNull();
  });
});

describe("the focus in a grid", () => {
  afterEach(() => document.body.replaceChildren());

  function grid(): HTMLElement {
    const stop = (name: string) => `<div role="gridcell" data-stop id="${name}" tabindex="-1"></div>`;
    const row = (names: string, at: number) =>
      `<div role="row" data-row="${at}">${names.split(" ").map(stop).join("")}</div>`;
    document.body.innerHTML = `<div id="g">${row("a b", 0)}${row("c d", 7)}</div>`;
    return document.getElementById("g")!;
  }

  const one = (id: string) => document.getElementById(id)!;

  it("has one stop for Tab, which follows the focus", () => {
    const all = grid();
    keepStop(all);
    expect(one("a").tabIndex).toBe(0);
    makeStop(all, one("d"));
    expect(["a", "b", "c", "d"].map((id) => one(id).tabIndex)).toEqual([-1, -1, -1, 0]);
    keepStop(all);
    expect(one("a").tabIndex).toBe(-1);
  });

  it("knows where a stop is, and which one is at a place", () => {
    const all = grid();
    expect(placeOf(one("d"))).toEqual({ at: { row: 7, column: 1 }, columns: 2 });
    expect(stopAt(all, { row: 7, column: 0 })?.id).toBe("c");
    expect(stopAt(all, { row: 3, column: 0 })).toBeUndefined();
  });
});
