import { expect, it } from "vitest";
import type { Askable } from "@/bindings/Askable";
import { sayNothingOpen, sayOpen } from "./askWords";

const asked = (checks: number, needs: number): Askable => ({
  memberId: "kim",
  name: "A. Kim",
  role: "sales",
  checks,
  needs,
});

it("says what there is to ask, and leaves out what there is none of", () => {
  expect(sayOpen(asked(1_200, 1))).toBe("1,200 checks and 1 open need");
  expect(sayOpen(asked(1, 0))).toBe("1 check");
  expect(sayOpen(asked(0, 2))).toBe("2 open needs");
});

it("says why there is nothing to ask", () => {
  expect(sayNothingOpen(asked(0, 0))).toContain("Nothing is open for A. Kim");
  expect(sayNothingOpen(asked(0, 1))).toBeNull();
});
