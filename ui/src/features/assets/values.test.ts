import { describe, expect, it } from "vitest";
import { hostOf, isOverdue, readDate, todayIn } from "./values";

describe("dates", () => {
  it("are read as people type them", () => {
    expect(readDate("2026-6-3")).toBe("2026-06-03");
    expect(readDate("30.06.2026")).toBe("2026-06-30");
    expect(readDate("30/6/2026")).toBe("2026-06-30");
  });

  it("are refused where the calendar has none", () => {
    expect(readDate("2026-02-30")).toBeNull();
    expect(readDate("31.4.2026")).toBeNull();
    expect(readDate("soon")).toBeNull();
    expect(readDate("")).toBeNull();
  });

  it("are overdue once they have passed, until the piece is out", () => {
    expect(isOverdue({ dueOn: "2026-06-30", status: "in production" }, "2026-07-01")).toBe(true);
    expect(isOverdue({ dueOn: "2026-06-30", status: "in production" }, "2026-06-30")).toBe(false);
    expect(isOverdue({ dueOn: "2026-06-30", status: "published" }, "2026-07-01")).toBe(false);
    expect(isOverdue({ dueOn: null, status: "idea" }, "2026-07-01")).toBe(false);
  });

  it("are those of the workspace's time zone", () => {
    const evening = new Date("2026-06-30T23:30:00Z");
    expect(todayIn("Europe/Berlin", evening)).toBe("2026-07-01");
    expect(todayIn("America/New_York", evening)).toBe("2026-06-30");
  });
});

describe("an address", () => {
  it("is named by where it leads", () => {
    expect(hostOf("https://blog.example.com/roi?x=1")).toBe("blog.example.com");
    expect(hostOf("mailto:sales@example.com")).toBe("sales@example.com");
    expect(hostOf("javascript:alert(1)")).toBe("");
    expect(hostOf("roi.pdf")).toBe("");
  });
});
