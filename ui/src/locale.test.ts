import { expect, it } from "vitest";
import { localeFor } from "./locale";

it("is English where the system names no language, else the system's", () => {
  expect(localeFor("en-US-u-va-posix")).toBe("en-US");
  expect(localeFor("en-US-POSIX")).toBe("en-US");
  expect(localeFor("de-DE")).toBeUndefined();
});
