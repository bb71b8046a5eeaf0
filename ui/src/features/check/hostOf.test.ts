import { expect, it } from "vitest";
import { hostOf } from "./hostOf";

it("is the host of an address, and a file by its name", () => {
  expect(hostOf("https://www.example.com/guides/tco?utm_source=x")).toBe("example.com");
  expect(hostOf("https://docs.example.com:8443/")).toBe("docs.example.com:8443");
  expect(hostOf("TCO worksheet.xlsx")).toBe("TCO worksheet.xlsx");
  expect(hostOf("")).toBe("");
});
