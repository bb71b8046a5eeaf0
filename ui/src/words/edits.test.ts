import { describe, expect, it } from "vitest";
import type { Done } from "@/bindings/Done";
import { sayCount, sayEdit } from "./edits";

const done = (more: Partial<Done>): Done => ({
  seq: 1,
  verb: "delete",
  kind: "persona",
  subject: "",
  size: 1,
  memberId: null,
  at: 0,
  ...more,
});

describe("the name of an edit", () => {
  it("is its verb and what it was done to", () => {
    expect(sayEdit(done({ subject: "CFO" }))).toBe("delete CFO");
    expect(sayEdit(done({ subject: "CFO" }), "past")).toBe("deleted CFO");
  });

  it("counts where there is no one name", () => {
    expect(sayEdit(done({ verb: "place", kind: "asset", size: 12 }), "past")).toBe("placed 12 assets");
    expect(sayEdit(done({ verb: "create", kind: "insight" }))).toBe("add 1 sales insight");
    expect(sayEdit(done({ verb: "undo", kind: null }))).toBe("undo");
  });

  it("says what came with a file", () => {
    const leads = done({ verb: "import", kind: "batch", subject: "fair.csv" });
    expect(sayEdit(leads)).toBe("import fair.csv");
    expect(sayEdit(leads, "past")).toBe("imported fair.csv");
  });

  it("parts thousands", () => {
    expect(sayCount("asset", 1200)).toBe(`${(1200).toLocaleString()} assets`);
  });
});
