import { describe, expect, it } from "vitest";
import { readNeedLine } from "./needLine";

const chosen = { importance: "must", kind: "sales need" } as const;

describe("a need in one line", () => {
  it("is taken as it stands", () => {
    expect(readNeedLine("  Proof of security ", chosen)).toEqual({ ...chosen, text: "Proof of security" });
  });

  it("may begin with how much it matters", () => {
    expect(readNeedLine("/nice A cheat sheet", chosen)).toEqual({
      text: "A cheat sheet",
      importance: "nice",
      kind: "sales need",
    });
    expect(readNeedLine("/24 hour support", chosen).text).toBe("/24 hour support");
  });

  it("may say whose it is", () => {
    expect(readNeedLine("/should Objection: What if usage grows?", chosen)).toEqual({
      text: "What if usage grows?",
      importance: "should",
      kind: "objection",
    });
  });
});
