import { describe, expect, it } from "vitest";
import { sayAgo, sayBytes, sayStretch } from "./times";

describe("a moment", () => {
  it("is told by how long ago it was", () => {
    const ago = (seconds: number) => sayAgo(0, seconds * 1_000);
    expect([ago(20), ago(60), ago(185), ago(7_200), ago(90_000)]).toEqual([
      "just now",
      "1 minute ago",
      "3 minutes ago",
      "2 hours ago",
      "1 day ago",
    ]);
  });
});

const HOUR = 3_600_000;

describe("a stretch of time", () => {
  it("is said in the unit that says enough", () => {
    expect([30_000, 12 * 60_000, 47 * HOUR, 48 * HOUR].map(sayStretch)).toEqual([
      "less than a minute",
      "12 min",
      "47 h",
      "2 days",
    ]);
  });
});

describe("a size", () => {
  it("has no more digits than it needs", () => {
    expect([sayBytes(1_400_000), sayBytes(412_000), sayBytes(999_900)]).toEqual([
      `${(1.4).toLocaleString()} MB`,
      "412 KB",
      "1 MB",
    ]);
  });
});
