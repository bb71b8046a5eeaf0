import { describe, expect, it } from "vitest";
import { aimAt, dropped, moved } from "./sorting";

describe("a thing moved in its list", () => {
  it("stands where it was put, the others close up", () => {
    expect(moved(["a", "b", "c", "d"], "a", 2)).toEqual(["b", "c", "a", "d"]);
    expect(moved(["a", "b", "c", "d"], "d", 0)).toEqual(["d", "a", "b", "c"]);
    expect(moved(["a", "b", "c"], "b", 2)).toEqual(["a", "c", "b"]);
  });

  it("changes nothing where it is not in the list", () => {
    expect(moved(["a", "b"], "x", 0)).toEqual(["a", "b"]);
  });
});

describe("a thing dropped beside another", () => {
  it("stands before or behind it", () => {
    expect(dropped(["a", "b", "c"], "c", { over: "a", after: false })).toEqual(["c", "a", "b"]);
    expect(dropped(["a", "b", "c"], "a", { over: "b", after: true })).toEqual(["b", "a", "c"]);
  });

  it("stays where it is dropped on itself", () => {
    expect(dropped(["a", "b", "c"], "b", { over: "b", after: true })).toEqual(["a", "b", "c"]);
  });
});

describe("where a drag points", () => {
  const row = (id: string, top: number) => ({ id, left: 0, top, width: 200, height: 40 });
  const rows = [row("a", 0), row("b", 50), row("c", 100)];
  const cards = [
    { id: "a", left: 0, top: 0, width: 100, height: 80 },
    { id: "b", left: 112, top: 0, width: 100, height: 80 },
    { id: "c", left: 0, top: 92, width: 100, height: 80 },
  ];

  it("is the half of the thing under the pointer", () => {
    expect(aimAt(rows, "y", 10, 69)).toEqual({ over: "b", after: false });
    expect(aimAt(rows, "y", 10, 71)).toEqual({ over: "b", after: true });
    expect(aimAt(cards, "x", 180, 20)).toEqual({ over: "b", after: true });
  });

  it("is the nearest thing in a gap, and nothing far away", () => {
    expect(aimAt(rows, "y", 10, 43)).toEqual({ over: "a", after: true });
    expect(aimAt(cards, "x", 50, 90)).toEqual({ over: "c", after: false });
    expect(aimAt(rows, "y", 300, 20)).toBeNull();
  });
});
