import { expect, it } from "vitest";
import { sayReaders } from "./readers";

it("names two readers and counts the others", () => {
  expect(sayReaders(["A. Kim"])).toBe("Read by A. Kim");
  expect(sayReaders(["A. Kim", "D. Okafor"])).toBe("Read by A. Kim and D. Okafor");
  expect(sayReaders(["A", "B", "C", "D"])).toBe("Read by A, B and 2 more");
});
