import { describe, expect, it } from "vitest";
import type { FactPreview } from "@/bindings/FactPreview";
import type { MappingFields } from "@/bindings/MappingFields";
import { sayHeld, sayMissing, sayStaysOut } from "./holding";

const mapped = (...fields: string[]): MappingFields => ({
  header: "",
  columns: Object.fromEntries(fields.map((field) => [field, field])),
  mappedValues: {},
  choices: {},
});

function asked(kind: FactPreview["kind"], ...choices: string[]): FactPreview {
  const questions = choices.map((choice) => {
    return { choice, text: `${choice}?`, options: [], answer: "", required: true };
  });
  return { kind, questions } as unknown as FactPreview;
}

it("says what a file holds by its columns", () => {
  expect(sayHeld("leads", mapped())).toBe("As it is mapped now, nothing of it is read.");
  expect(sayHeld("leads", mapped("email"))).toBe("Leads, without anything they did.");
  expect(sayHeld("leads", mapped("email", "requested"))).toBe("Leads, and what they requested.");
  expect(sayHeld("leads", mapped("requested", "opened"))).toBe(
    "Leads, what they requested and when they opened it.",
  );
  expect(sayHeld("deals", mapped("value", "stage", "entered Date entered Demo"))).toBe(
    "Deals, with their value, stage and way through the stages.",
  );
  expect(sayHeld("deals", mapped("leads"))).toBe("Deals, with their leads.");
  expect(sayHeld("channelDays", mapped("impressions", "content"))).toBe("Impressions by content.");
  expect(sayHeld("channelDays", mapped("impressions", "value", "channel"))).toBe(
    "Impressions and cost by channel.",
  );
});

describe("what keeps a file from coming in", () => {
  it("is a required question, but for the order of days and months", () => {
    const preview = asked("channelDays", "dateOrder", "day");
    expect(sayMissing(preview, mapped("impressions"))).toBe("To be answered first: day?");
    const answered = { ...mapped("impressions"), choices: { day: "2026-01-31" } };
    expect(sayMissing(preview, answered)).toBeNull();
    expect(sayStaysOut(preview.questions)).toHaveLength(1);
  });

  it("is a column that tells when", () => {
    expect(sayMissing(asked("events"), mapped("email"))).toContain("when it happened");
    expect(sayMissing(asked("moves"), mapped("email", "stage"))).toContain("stage that was reached");
    expect(sayMissing(asked("moves"), mapped("email", "entered Became a MQL"))).toBeNull();
    expect(sayMissing(asked("leads"), mapped())).toContain("at least one column");
  });
});
