import { describe, expect, it } from "vitest";
import type { Action, ActionContext } from "./action";
import { matchScore } from "./match";
import { groupRows, rankActions } from "./paletteRows";

const context: ActionContext = { path: "/", mayEdit: true, selection: [], go: () => undefined };

function action(label: string, more: Partial<Action> = {}): Action {
  return { id: label, label, run: () => undefined, ...more };
}

const labels = (actions: Action[], typed: string) =>
  rankActions(actions, typed, context).map((row) => row.label);

describe("what fits what was typed", () => {
  it("counts a beginning over a word's start, that over its middle", () => {
    const scores = ["Assets", "Go to Assets", "Classes", "Areas shown"].map((text) =>
      matchScore("ass", text),
    );
    expect(scores).toEqual([4, 3, 2, 0]);
  });

  it("needs every word", () => {
    expect(matchScore("go per", "Go to Personas")).toBeGreaterThan(0);
    expect(matchScore("go xyz", "Go to Personas")).toBe(0);
  });

  it("fits everything when nothing is typed", () => {
    expect(matchScore("  ", "Anything")).toBe(1);
  });
});

describe("the palette", () => {
  it("ranks the best first and leaves out what cannot run", () => {
    const actions = [
      action("Import assets"),
      action("Assets board"),
      action("Assets that cannot", { enabled: () => false }),
    ];
    expect(labels(actions, "asset")).toEqual(["Assets board", "Import assets"]);
  });

  it("finds by other words, after the names", () => {
    const actions = [action("Go to Architecture", { keywords: ["coverage"] }), action("Coverage figures")];
    expect(labels(actions, "cov")).toEqual(["Coverage figures", "Go to Architecture"]);
  });

  it("keeps the order in which actions were registered when nothing is typed", () => {
    expect(labels([action("B"), action("A")], "")).toEqual(["B", "A"]);
  });

  it("stands rows under their heading, in order of the best row", () => {
    const rows = rankActions(
      [action("A", { group: "One" }), action("B", { group: "Two" }), action("C", { group: "One" })],
      "",
      context,
    );
    expect(groupRows(rows).map(([title, entries]) => [title, entries.map((row) => row.label)])).toEqual([
      ["One", ["A", "C"]],
      ["Two", ["B"]],
    ]);
  });
});
