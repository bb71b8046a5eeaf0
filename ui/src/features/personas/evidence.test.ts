import { describe, expect, it } from "vitest";
import type { Interview } from "@/bindings/Interview";
import { evidenceOf, sayEvidence } from "./evidence";

const interview = (personaId: string, more: Partial<Interview>): Interview => ({
  id: crypto.randomUUID(),
  personaId,
  who: "Somebody",
  heldOn: null,
  preferences: false,
  process: false,
  problems: false,
  notes: "",
  position: 0,
  createdAt: 0,
  updatedAt: 0,
  updatedBy: null,
  version: 1,
  ...more,
});

describe("the evidence of a persona", () => {
  const held = [
    interview("cfo", { preferences: true, problems: true }),
    interview("cfo", { problems: true }),
    interview("ciso", { process: true }),
  ];

  it("counts its own interviews, and for each of the three things those that validated it", () => {
    expect(evidenceOf(held, "cfo")).toEqual({
      interviews: 2,
      validated: { preferences: 1, process: 0, problems: 2 },
    });
  });

  it("says what is still open", () => {
    expect(sayEvidence(evidenceOf(held, "cfo"))).toBe(
      "Rests on 2 interviews; purchase process not validated yet.",
    );
    expect(sayEvidence(evidenceOf(held, "ciso"))).toBe(
      "Rests on 1 interview; content preferences and problems not validated yet.",
    );
    expect(sayEvidence(evidenceOf(held, "nobody"))).toBe("No interview yet: an assumption.");
  });
});
