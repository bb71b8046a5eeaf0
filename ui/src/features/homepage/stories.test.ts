import { describe, expect, it } from "vitest";
import type { NeedLine } from "@/bindings/NeedLine";
import type { News } from "@/bindings/News";
import type { Names } from "./queries";
import { storiesOf } from "./stories";

const NAMES: Names = {
  persona: (id) => (id === null ? "All" : "CFO"),
  stage: () => "Evaluation",
  journey: () => "j",
  member: () => "A. Kim",
};

const NONE = { total: 0, first: [] };

const QUIET: News = {
  myNeeds: { answered: [], planned: [], declined: [], reopened: [] },
  newNeeds: NONE,
  answers: [],
  disagreements: 0,
  cells: { total: 0, better: 0, worse: 0, first: [] },
  published: NONE,
  stale: NONE,
  programmes: [],
};

function need(text: string, more: Partial<NeedLine> = {}): NeedLine {
  return {
    needId: text,
    text,
    importance: "must",
    stageId: "s",
    personaId: "p",
    authorId: "m",
    answers: [],
    declined: null,
    ...more,
  };
}

const titles = (news: Partial<News>) =>
  storiesOf({ ...QUIET, ...news }, "sales", NAMES).map(({ title }) => title);

describe("programmes", () => {
  it("are told by their latest note, else by what sales must know", () => {
    const note = { notedOn: "2026-09-04", text: "Starts later", author: "A. Kim" };
    const audit = {
      programmeId: "a",
      name: "Audit season",
      state: "running" as const,
      forSales: "",
      notes: [note],
    };
    const mergers = { ...audit, programmeId: "m", name: "Mergers", forSales: "Ask first.", notes: [] };
    const [story] = storiesOf({ ...QUIET, programmes: [audit, mergers] }, "sales", NAMES);
    expect(story?.title).toBe("2 programmes changed");
    expect(story?.items.map((item) => item.note)).toEqual(["Starts later", "Sales must know: Ask first."]);
  });
});

describe("what became of one's needs", () => {
  const model = { id: "a", title: "ROI model" };
  const answered = ["Proof", "Price", "Terms"].map((text) => need(text, { answers: [model] }));
  const declined = [need("Exit", { declined: "Nobody asks" })];

  it("is one sentence, what happened to most in full", () => {
    const myNeeds = { ...QUIET.myNeeds, answered, declined };
    expect(titles({ myNeeds })).toEqual(["3 of your needs were answered, 1 declined"]);
    expect(titles({ myNeeds: { ...QUIET.myNeeds, declined } })).toEqual(["1 of your needs was declined"]);
    const reopened = [need("Proof"), need("Price")];
    expect(titles({ myNeeds: { ...QUIET.myNeeds, reopened } })).toEqual(["2 of your needs are open again"]);
  });

  it("names what answers it, or why not", () => {
    const myNeeds = { ...QUIET.myNeeds, answered: answered.slice(0, 1), declined };
    const [story] = storiesOf({ ...QUIET, myNeeds }, "sales", NAMES);
    expect(story?.items.map(({ note }) => note)).toEqual(["Answered by ROI model", "Declined: Nobody asks"]);
  });
});

describe("the other news", () => {
  it("count answers by side and by answer", () => {
    const sales = { side: "sales", yes: 8, partly: 1, no: 3, unsure: 0 } as const;
    const marketing = { side: "marketing", yes: 0, partly: 0, no: 1, unsure: 0 } as const;
    expect(titles({ answers: [sales, marketing] })).toEqual([
      "Sales answered 12 deal checks: 8 yes, 1 partly, 3 no. Marketing answered 1 deal check: 1 no",
    ]);
  });

  it("say which way cells went, where they went either way", () => {
    const cells = { total: 5, better: 3, worse: 1, first: [] };
    expect(titles({ cells })).toEqual(["5 cells changed, 3 for the better, 1 for the worse"]);
    expect(titles({ cells: { ...cells, total: 1, better: 0, worse: 0 } })).toEqual(["1 cell changed"]);
  });

  it("lead to a cell in the journey it is of", () => {
    const turn = { personaId: "p", stageId: "s", before: "stale", after: "covered" } as const;
    const cells = { total: 1, better: 1, worse: 0, first: [turn] };
    const [story] = storiesOf({ ...QUIET, cells }, "sales", NAMES);
    const search = { journey: "j", persona: "p", stage: "s" };
    expect(story?.items[0]?.place).toEqual({ to: "/architecture", search });
  });

  it("say how many more there are than are named", () => {
    const first = [{ id: "a", title: "ROI model" }];
    const [story] = storiesOf({ ...QUIET, published: { total: 7, first } }, "sales", NAMES);
    expect([story?.title, story?.more]).toEqual(["7 assets came out", 6]);
  });

  it("stand in the order that the role needs", () => {
    const one = { total: 1, first: [{ id: "a", title: "ROI model" }] };
    const news = { ...QUIET, published: one, newNeeds: { total: 1, first: [need("Proof")] } };
    const order = (role: "sales" | "strategist") => storiesOf(news, role, NAMES).map(({ id }) => id);
    expect(order("sales")).toEqual(["published", "asked"]);
    expect(order("strategist")).toEqual(["asked", "published"]);
  });
});
