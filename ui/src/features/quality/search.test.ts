import { expect, test } from "vitest";
import { qualitySearch } from "./search";

test("an address names a part and a reason, and nothing else", () => {
  expect(qualitySearch({ part: "flags", reason: "roleAddress" })).toEqual({
    part: "flags",
    reason: "roleAddress",
  });
  expect(qualitySearch({ reason: "sales" })).toEqual({ reason: "sales" });
  expect(qualitySearch({ part: "stock", reason: "no" })).toEqual({});
});
