import { describe, expect, it } from "vitest";
import { searchOver } from "@/actions/searchParams";
import { chipsOf, filterOf, isFiltered, NO_FILTERS, sayFiltered } from "./filter";
import { architectureSearch, cellIn } from "./search";

describe("the address of the map", () => {
  it("keeps what is well formed and drops the rest", () => {
    const given = {
      mode: "needs",
      zoom: "galaxies",
      asOf: "yesterday",
      statuses: ["idea", "lost", 3],
      themes: [],
      persona: "p",
      other: "x",
    };
    expect(architectureSearch(given)).toEqual({ mode: "needs", statuses: ["idea"], persona: "p" });
  });

  it("names a cell by persona and stage", () => {
    expect(cellIn({ persona: "p", stage: "s" })).toEqual({ personaId: "p", stageId: "s" });
    expect(cellIn({ persona: "p" })).toBeNull();
  });

  it("takes out what a change leaves undefined, and keeps what belongs to the frame", () => {
    const old = { journey: "j", themes: ["security"], mode: "state" };
    expect(searchOver(old, { themes: undefined, mode: "count" })).toEqual({
      journey: "j",
      mode: "count",
    });
  });
});

describe("filters", () => {
  const search = { mode: "state", themes: ["security", "cost"], formats: ["f1"], text: "roi" } as const;
  const copy = () => ({ ...search, themes: [...search.themes], formats: [...search.formats] });
  const formats = [{ id: "f1", name: "Guide" }] as never;

  it("reach core with every list it asks for", () => {
    expect(filterOf(copy())).toEqual({
      triggerId: null,
      themes: ["security", "cost"],
      formatIds: ["f1"],
      owners: [],
      statuses: [],
      languages: [],
      purposes: [],
      text: "roi",
    });
    expect(isFiltered(copy())).toBe(true);
    expect(isFiltered({ mode: "state", asOf: "2026-06-30" })).toBe(false);
  });

  it("are chips that come off one by one, or all at once", () => {
    const chips = chipsOf(copy(), formats);
    expect(chips.map(({ label }) => label)).toEqual([
      "Theme: security",
      "Theme: cost",
      "Format: Guide",
      "“roi”",
    ]);
    expect(chips[0]?.off).toEqual({ themes: ["cost"] });
    expect(chips[2]?.off).toEqual({ formats: undefined });
    expect(searchOver(copy(), NO_FILTERS)).toEqual({ mode: "state" });
  });

  it("say what the map counts", () => {
    const counts = { passing: 46, all: 214 };
    const trigger = { name: "Audit finding" } as never;
    expect(sayFiltered({ owners: ["Kim"] }, counts, undefined)).toBe("The map counts only 46 of 214 assets.");
    expect(sayFiltered({ owners: ["Kim"], trigger: "t" }, counts, trigger)).toBe(
      "The map counts only 46 of 214 assets, where they answer “Audit finding”.",
    );
    expect(sayFiltered({ trigger: "t" }, counts, trigger)).toBe(
      "The map counts assets only where they answer “Audit finding”.",
    );
  });
});
