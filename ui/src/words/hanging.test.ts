import { describe, expect, it } from "vitest";
import { sayHanging } from "./hanging";

describe("what hangs on a thing", () => {
  it("says what goes and what stays", () => {
    const said = sayHanging("CFO", [
      { kind: "trigger", deleted: 0, changed: 2 },
      { kind: "placement", deleted: 12, changed: 0 },
      { kind: "verdict", deleted: 20, changed: 0 },
      { kind: "need", deleted: 1, changed: 0 },
    ]);
    expect(said).toBe("With CFO go 12 placements, 20 answers and 1 need. 2 triggers stay without it.");
  });

  it("speaks of one in the singular", () => {
    expect(sayHanging("Blog post", [{ kind: "asset", deleted: 0, changed: 1 }])).toBe(
      "1 asset stays without it.",
    );
    expect(sayHanging("them", [{ kind: "need", deleted: 0, changed: 14 }], "them")).toBe(
      "14 needs stay without them.",
    );
    expect(sayHanging("MQL", [{ kind: "need", deleted: 1, changed: 0 }])).toBe("With MQL goes 1 need.");
  });
});
