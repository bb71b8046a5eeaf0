import { expect, it } from "vitest";
import { signature } from "./signature";

it("signs for oneself by name, for another by one's initials", () => {
  expect(signature("A. Kim", null)).toBe("A. Kim");
  expect(signature("A. Kim", "Mara Ruiz")).toBe("MR for A. Kim");
});
