import { describe, expect, it } from "vitest";
import type { AgreementFields } from "@/bindings/AgreementFields";
import type { Promised } from "@/bindings/Promised";
import { barOf, sayFact, sayOf, sayPromise, standingOf } from "./sla";

const AGREED = {
  marketing: { leads: 60, accepted: 70, context: ["name", "title", "request"] },
  sales: { hours: 48, hotMinutes: 60, answered: 90, touches: 3, days: 10 },
} as unknown as AgreementFields;

const held = (more: Partial<Promised>): Promised => ({
  kind: "leads",
  promised: 60,
  fact: 54,
  n: 54,
  kept: null,
  ...more,
});

const said = (more: Partial<Promised>) => sayPromise(held(more), AGREED, "EUR");

describe("a promise", () => {
  it("is said as it was agreed", () => {
    expect(said({})).toBe("60 leads handed over");
    expect(said({ kind: "accepted", promised: 0.7 })).toBe("At least 70% of answered leads accepted");
    expect(said({ kind: "context" })).toBe("Known of each lead: name, job title and what it requested");
    expect(said({ kind: "time" })).toBe("Followed up within 48 hours, a hot lead within 1 working hour");
    expect(said({ kind: "touches" })).toBe("In touch with each accepted lead at least 3 times in 10 days");
    expect(said({ kind: "salesRevenue", promised: 1_200_000 })).toMatch(/12.000.* won/);
  });

  it("has a fact of so many, or no data", () => {
    const share = held({ kind: "accepted", promised: 0.7, fact: 0.72, n: 18 });
    expect([sayFact(share, "EUR"), sayOf(share)]).toEqual(["72%", "of 18 answered"]);
    expect(sayFact({ ...share, fact: 16 / 23 }, "EUR")).toBe("under 70%");
    expect(sayFact({ ...share, fact: 0.7 }, "EUR")).toBe("70%");
    expect(sayFact(held({ kind: "time", fact: null, n: 0 }), "EUR")).toBe("no data");
    expect(sayOf(held({ kind: "time", fact: null, n: 0 }))).toBe("none due yet");
    expect(sayOf(held({ kind: "salesRevenue", n: 1 }))).toBe("from 1 deal");
  });

  it("is kept, broken, still open or without data", () => {
    const standings = [{ kept: true }, { kept: false }, {}, { fact: null }].map((more) => held(more));
    expect(standings.map(standingOf)).toEqual(["kept", "broken", "so far", "no data"]);
  });

  it("is drawn on a bar that holds both fact and promise", () => {
    expect(barOf(held({}))).toEqual({ fact: 0.9, promised: 1 });
    expect(barOf(held({ fact: 80 }))).toEqual({ fact: 1, promised: 0.75 });
    expect(barOf(held({ kind: "time", promised: 1, fact: null }))).toEqual({ fact: 0, promised: 1 });
  });
});
