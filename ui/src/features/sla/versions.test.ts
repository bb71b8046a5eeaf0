import { describe, expect, it } from "vitest";
import type { Agreement } from "@/bindings/Agreement";
import { inForceOn, monthsFor, nextOf, stateOf } from "./versions";

const from = (startsOn: string) => ({ id: startsOn, startsOn, notes: `of ${startsOn}` }) as Agreement;
const TODAY = "2026-11-27";

describe("the next version", () => {
  it("is the first one, from this month on", () => {
    expect(nextOf([], TODAY)).toEqual({ startsOn: "2026-11-01" });
  });

  it("copies the last one, from the month after it or after this one", () => {
    const versions = [from("2026-02-01"), from("2026-08-01")];
    expect(nextOf(versions, TODAY)).toMatchObject({ startsOn: "2026-12-01", notes: "of 2026-08-01" });
    expect(nextOf([from("2027-01-01")], TODAY)).toMatchObject({ startsOn: "2027-02-01" });
    expect(nextOf(versions, TODAY)).not.toHaveProperty("id");
  });
});

describe("a version", () => {
  const [old, now, next] = [from("2026-02-01"), from("2026-08-01"), from("2026-12-01")];

  it("can hold from any month around today that is not another's", () => {
    const months = monthsFor(old, [old, now, next], TODAY);
    expect(months[0]).toBe("2027-11-01");
    expect(months).toContain("2026-02-01");
    expect(months).not.toContain("2026-08-01");
    expect(monthsFor(from("2019-05-01"), [], TODAY).at(-1)).toBe("2019-05-01");
  });

  it("is in force once its month has begun, until another's has", () => {
    expect(inForceOn([old, now, next], TODAY)).toBe(now);
    expect(inForceOn([next], TODAY)).toBeUndefined();
  });

  it("has ended, is in force, or is to come", () => {
    expect([old, now, next].map((one) => stateOf(one, now))).toEqual(["ended", "in force", "to come"]);
    expect(stateOf(next, undefined)).toBe("to come");
  });
});
