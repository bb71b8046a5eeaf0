import { describe, expect, it } from "vitest";
import { completeNeed } from "./completeNeed";

const PERSONAS = [{ name: "CFO" }, { name: "CISO" }, { name: "VP Operations" }];
const lines = (typed: string) => completeNeed(typed, PERSONAS).map(({ line }) => line);

describe("a need as it is typed", () => {
  it("may begin with the words there are, each once", () => {
    expect(lines("/")).toEqual(["/must ", "/should ", "/nice ", "/question ", "/objection "]);
    expect(lines("/o")).toEqual(["/objection "]);
    expect(lines("/must /")).toEqual([
      "/must /should ",
      "/must /nice ",
      "/must /question ",
      "/must /objection ",
    ]);
    expect(lines("/must ")).toEqual([]);
  });

  it("may end with a persona", () => {
    expect(lines("/must proof for ")).toEqual([
      "/must proof for CFO",
      "/must proof for CISO",
      "/must proof for VP Operations",
    ]);
    expect(lines("proof for the ci")).toEqual(["proof for the CISO"]);
    expect(lines("too dear @vp o")).toEqual(["too dear @VP Operations"]);
  });

  it("is left alone where it is whole, or nothing fits", () => {
    expect(lines("proof for CFO")).toEqual([]);
    expect(lines("proof for auditors")).toEqual([]);
    expect(lines("proof of security")).toEqual([]);
    expect(lines("")).toEqual([]);
  });
});
