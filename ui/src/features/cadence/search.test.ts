import { describe, expect, it } from "vitest";
import { cadenceSearch } from "./search";

describe("the address of the cadence", () => {
  it("keeps what is ours and well formed", () => {
    expect(cadenceSearch({ from: "2026-13", owner: "", only: "lost" })).toEqual({});
    const given = { from: "2026-10", owner: "Mara", only: "due" };
    expect(cadenceSearch({ ...given, x: 1 })).toEqual(given);
  });
});
