import { expect, it } from "vitest";
import { usualPaper } from "./paper";

it("is Letter in North America and A4 elsewhere", () => {
  expect(["en-US", "es-MX", "en-GB", "de-DE", "C"].map((one) => usualPaper(one))).toEqual([
    "letter",
    "letter",
    "a4",
    "a4",
    "a4",
  ]);
});
