import { describe, expect, it } from "vitest";
import type { ScoringModel } from "@/bindings/ScoringModel";
import { nextName } from "./draft";

const named = (...names: string[]) => names.map((name) => ({ name }) as ScoringModel);

describe("the name of the next model", () => {
  it("counts on and passes over names that are taken", () => {
    expect(nextName([])).toBe("Version 1");
    expect(nextName(named("Version 1"))).toBe("Version 2");
    expect(nextName(named("version 3", "Spring"))).toBe("Version 4");
  });
});
