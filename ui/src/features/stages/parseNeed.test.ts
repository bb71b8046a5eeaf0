import { describe, expect, it } from "vitest";
import { parseNeed, sayParsed } from "./parseNeed";

const personas = [
  { id: "1", name: "CISO" },
  { id: "2", name: "IT Manager" },
  { id: "3", name: "Manager" },
  { id: "4", name: "Évaluateur" },
];

function need(line: string) {
  const parsed = parseNeed(line, personas);
  if ("error" in parsed) {
    throw new Error(parsed.error);
  }
  return [parsed.need.importance, parsed.need.kind, parsed.need.text, parsed.need.persona?.name ?? null];
}

describe("a need typed in one line", () => {
  it("takes importance, kind and persona from their words", () => {
    expect(need("/must proof of security for CISO")).toEqual([
      "must",
      "sales need",
      "proof of security",
      "CISO",
    ]);
    expect(need("/objection it is too dear")).toEqual(["should", "objection", "it is too dear", null]);
    expect(need("/nice /question Who else uses it? @it manager")).toEqual([
      "nice",
      "buyer question",
      "Who else uses it?",
      "IT Manager",
    ]);
  });

  it("is a sales need that should be met for all where nothing is said", () => {
    expect(need("  Migration plan ")).toEqual(["should", "sales need", "Migration plan", null]);
    expect(need("Migration plan for all")).toEqual(["should", "sales need", "Migration plan", null]);
  });

  it("prefers the longest name, and does not mind case or accents", () => {
    expect(need("Checklist for IT Manager")[3]).toBe("IT Manager");
    expect(need("Checklist for evaluateur")).toEqual(["should", "sales need", "Checklist", "Évaluateur"]);
  });

  it("keeps a name it does not know as text", () => {
    expect(need("Budget template for procurement")).toEqual([
      "should",
      "sales need",
      "Budget template for procurement",
      null,
    ]);
  });

  it("keeps a slash inside the text", () => {
    expect(need("/must TCO/ROI model for CISO")[2]).toBe("TCO/ROI model");
  });

  it("says what it does not understand", () => {
    expect(parseNeed("/urgent proof", personas)).toEqual({
      error: "/urgent is not known: use /must, /should, /nice, /question, /objection.",
    });
    expect(parseNeed("/must", personas)).toEqual({ error: "What is needed?" });
    expect(parseNeed("/must for CISO", personas)).toEqual({ error: "What is needed?" });
  });

  it("says what a line would become", () => {
    expect(sayParsed(parseNeed("/must proof for CISO", personas))).toBe("must · sales need · CISO");
    expect(sayParsed(parseNeed("proof", personas))).toBe("should · sales need · all personas");
  });
});
