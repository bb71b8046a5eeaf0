import { describe, expect, it } from "vitest";
import { DEFAULT_LAYOUT, readLayout } from "./layout";

describe("the kept layout of the table", () => {
  it("is the default one until something is kept", () => {
    expect(readLayout(null)).toBe(DEFAULT_LAYOUT);
    expect(readLayout("not json")).toBe(DEFAULT_LAYOUT);
    expect(readLayout("3")).toBe(DEFAULT_LAYOUT);
  });

  it("keeps what it knows, adds what has come since and never hides the title", () => {
    const kept = {
      order: ["status", "gone", "title"],
      hidden: ["title", "due"],
      widths: { status: 90, due: "x" },
    };
    const layout = readLayout(JSON.stringify(kept));
    expect(layout.order.slice(0, 2)).toEqual(["status", "title"]);
    expect(layout.order).toHaveLength(DEFAULT_LAYOUT.order.length);
    expect(layout.hidden).toEqual(["due"]);
    expect(layout.widths).toEqual({ status: 90 });
  });
});
