import { describe, expect, it } from "vitest";
import { moved } from "./sorting";

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
