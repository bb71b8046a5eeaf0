import { describe, expect, it } from "vitest";
import { sayDate } from "./text";
import { sayMoment } from "./times";
import { sayValue } from "./values";

const CFO = "0190a000-0000-7000-8000-000000000001";
const GONE = "0190a000-0000-7000-8000-000000000002";
const names = { [CFO]: "CFO" };
const say = (name: string, value: unknown) => sayValue(name, value, names);

describe("a value as people read it", () => {
  it("is nothing where there is nothing", () => {
    expect([say("url", ""), say("cost", null), say("themes", [])]).toEqual([[], [], []]);
  });

  it("names what an id points to", () => {
    expect(say("personaId", CFO)).toEqual(["CFO"]);
    expect(say("personaIds", [CFO, GONE])).toEqual(["CFO", "something that is gone"]);
  });

  it("writes dates, money and times of day as such", () => {
    expect(say("publishedOn", "2026-09-01")).toEqual([sayDate("2026-09-01")]);
    expect(say("cost", { minor: 1_200_050, currency: "EUR" })).toEqual([
      new Intl.NumberFormat(undefined, { style: "currency", currency: "EUR" }).format(12_000.5),
    ]);
    // The yen has no minor unit: 5000 minor units are 5000 yen.
    expect(say("cost", { minor: 5000, currency: "JPY" })).toEqual([
      new Intl.NumberFormat(undefined, { style: "currency", currency: "JPY" }).format(5000),
    ]);
    expect(say("workStarts", 510)).toEqual(["08:30"]);
    expect(say("workingDays", [1, 7])).toHaveLength(2);
  });

  it("says what sales answered in words", () => {
    expect(say("answer", "turnedBack")).toEqual(["Turned back"]);
    expect(say("answer", "partly")).toEqual(["partly"]);
    expect(say("reason", "noBudget")).toEqual(["No budget"]);
    expect(say("reason", "It is too long")).toEqual(["It is too long"]);
    expect(say("handedAt", 0)).toEqual([sayMoment(0)]);
  });

  it("counts places from one and says yes and no", () => {
    expect(say("position", 0)).toEqual(["1"]);
    expect(say("former", false)).toEqual(["no"]);
  });

  it("takes things of several parts apart, leaving out the empty ones", () => {
    expect(say("deepen", { text: "Book a demo", url: "", assetId: null })).toEqual(["Text: Book a demo"]);
  });

  it("calls a part what it is within its field", () => {
    const promised = { leads: 60, accepted: null, context: ["name", "title"] };
    const said = ["Leads handed over: 60", "Known of each lead: name, job title"];
    expect(say("marketing", promised)).toEqual(said);
  });
});
