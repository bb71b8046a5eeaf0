import { describe, expect, it } from "vitest";
import type { PlaybookPersona } from "@/bindings/PlaybookPersona";
import type { PlaybookStage } from "@/bindings/PlaybookStage";
import { countOf, personasOf, stageOf } from "./chosen";

const persona = (personaId: string, assets: number) =>
  ({ personaId, assets: Array.from({ length: assets }) }) as unknown as PlaybookPersona;
const stage = (stageId: string, ...personas: PlaybookPersona[]) =>
  ({ stageId, personas }) as unknown as PlaybookStage;

const STAGES = [stage("inquiry", persona("cfo", 0)), stage("sal", persona("cfo", 2), persona("ciso", 1))];

describe("what the playbook shows", () => {
  it("is the stage of the address, or the first with something to use", () => {
    expect(stageOf(STAGES, { stage: "inquiry" })?.stageId).toBe("inquiry");
    expect(stageOf(STAGES, { stage: "gone" })?.stageId).toBe("sal");
    expect(stageOf(STAGES.slice(0, 1), {})?.stageId).toBe("inquiry");
    expect(stageOf([], {})).toBeUndefined();
  });

  it("is for everybody, or for one", () => {
    const [, sal] = STAGES;
    expect(personasOf(sal!, {}).length).toBe(2);
    expect(countOf(personasOf(sal!, { persona: "ciso" }))).toBe(1);
    expect(personasOf(sal!, { persona: "gone" })).toEqual([]);
  });
});
