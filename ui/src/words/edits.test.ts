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

  it("says what sales answered, and whose leads go where", () => {
    const answer = done({ verb: "answer", kind: "leadAnswer", subject: "Turned back" });
    expect(sayEdit(answer)).toBe("answer a lead: Turned back");
    expect(sayEdit(answer, "past")).toBe("answered a lead: Turned back");
    const taken = done({ kind: "leadAnswer", subject: "Accepted" });
    expect(sayEdit(taken, "past")).toBe("deleted sales answer “Accepted”");
    const rule = done({ verb: "create", kind: "routingRule", subject: "Fabrikam, Germany" });
    expect(sayEdit(rule)).toBe("add routing rule “Fabrikam, Germany”");
    expect(sayEdit(done({ ...rule, subject: "Routing rule" }))).toBe("add a routing rule");
    expect(sayEdit(done({ verb: "reorder", kind: "routingRule", size: 3 }))).toBe("reorder 3 routing rules");
  });

  it("says that a lead was marked, not whom", () => {
    const marked = done({ verb: "create", kind: "advocate" });
    expect(sayEdit(marked)).toBe("mark a lead as an advocate");
    expect(sayEdit({ ...marked, verb: "update" }, "past")).toBe("changed the note on an advocate");
    expect(sayEdit({ ...marked, verb: "delete", subject: "Advocate" })).toBe("take an advocate mark off");
  });

  it("names a version of the agreement as it is spoken of", () => {
    const version = done({ verb: "update", kind: "agreement", subject: "Agreement from November 2026" });
    expect(sayEdit(version)).toBe("change the agreement from November 2026");
    expect(sayEdit(version, "past")).toBe("changed the agreement from November 2026");
  });

  it("parts thousands", () => {
    expect(sayCount("asset", 1200)).toBe(`${(1200).toLocaleString()} assets`);
  });
});
