import { describe, expect, it } from "vitest";
import { sayOutcome } from "./Settle";

describe("settling a disagreement", () => {
  it("is done when both sides say the same", () => {
    expect(sayOutcome("no", "no")).toBe("Settled: both say no");
    expect(sayOutcome("no", "partly")).toBe("Now partly: they still differ");
    expect(sayOutcome("no", "unsure")).toBe("Kept as unsure: it is asked again");
  });
});
