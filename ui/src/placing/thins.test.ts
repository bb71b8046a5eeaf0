import { describe, expect, it } from "vitest";
import { proposalsOf, sayThins } from "./thins";

const at = (personaId: string, stageId: string) => ({ personaId, stageId });
const thinned = (persona: string, stage: string) => ({ ...at(persona, stage), persona, stage });

describe("placing several", () => {
  it("proposes every asset at every cell", () => {
    expect(proposalsOf(["a", "b"], [at("cfo", "mql"), at("ciso", "sal")])).toEqual([
      { assetId: "a", personaId: "cfo", stageId: "mql" },
      { assetId: "b", personaId: "cfo", stageId: "mql" },
      { assetId: "a", personaId: "ciso", stageId: "sal" },
      { assetId: "b", personaId: "ciso", stageId: "sal" },
    ]);
  });

  it("says whose cells turn thin", () => {
    expect(sayThins([thinned("CFO", "MQL")])).toBe(
      "CFO at MQL turns thin: it loses its last piece with a yes that is for them alone.",
    );
    expect(sayThins([thinned("CFO", "MQL"), thinned("CISO", "SAL")])).toBe(
      "CFO at MQL and CISO at SAL turn thin: they lose their last piece with a yes that is for them alone.",
    );
  });
});
