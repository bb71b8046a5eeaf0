import { describe, expect, it } from "vitest";
import { choose, NOTHING_CHOSEN } from "./selection";

const idAt = (index: number) => ["a", "b", "c", "d"][index];
const one = { add: false, range: false };
const add = { add: true, range: false };
const range = { add: false, range: true };

describe("choosing cards", () => {
  it("chooses one, then another instead", () => {
    const first = choose(NOTHING_CHOSEN, 1, one, idAt);
    expect([...first.ids]).toEqual(["b"]);
    expect([...choose(first, 2, one, idAt).ids]).toEqual(["c"]);
  });

  it("adds and takes away with Ctrl", () => {
    const two = choose(choose(NOTHING_CHOSEN, 0, one, idAt), 2, add, idAt);
    expect([...two.ids]).toEqual(["a", "c"]);
    expect([...choose(two, 0, add, idAt).ids]).toEqual(["c"]);
  });

  it("takes the range from the last choice with Shift, in either direction", () => {
    const second = choose(NOTHING_CHOSEN, 2, one, idAt);
    expect([...choose(second, 0, range, idAt).ids]).toEqual(["a", "b", "c"]);
    const wider = choose(choose(second, 0, range, idAt), 3, range, idAt);
    expect([...wider.ids]).toEqual(["c", "d"]);
  });

  it("leaves out what is not loaded", () => {
    expect([...choose(NOTHING_CHOSEN, 6, range, idAt).ids]).toEqual(["a", "b", "c", "d"]);
  });
});
