import { expect, test } from "vitest";
import type { Behind } from "@/bindings/Behind";
import { readBehind, sayBehind, writeBehind } from "./behind";

const BEHIND: Behind = {
  kpi: "engagedLeads",
  period: { from: "2026-01-01", to: "2026-03-31" },
  stage: "s1",
  filter: { channel: "Paid" },
};

test("what is written to an address is read again", () => {
  expect(readBehind(writeBehind(BEHIND))).toEqual(BEHIND);
  const plain: Behind = { kpi: "winRate", period: { from: "2026-01-01", to: "2026-01-31" } };
  expect(readBehind(writeBehind(plain))).toEqual(plain);
});

test("what is no figure of a period is not read", () => {
  expect(readBehind(undefined)).toBeUndefined();
  expect(readBehind("{")).toBeUndefined();
  expect(readBehind('"x"')).toBeUndefined();
  expect(readBehind('{"kpi":"no","from":"2026-01-01","to":"2026-01-02"}')).toBeUndefined();
  expect(readBehind('{"kpi":"winRate","from":"2026-02-01","to":"2026-01-02"}')).toBeUndefined();
});

test("it is said with its period", () => {
  expect(sayBehind(BEHIND)).toMatch(/^Engaged leads, .*2026, filtered$/);
});
