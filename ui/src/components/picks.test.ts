import { describe, expect, it } from "vitest";
import { offer } from "./picks";

const choices = ["IT Manager", "Procurement lead", "VP Operations", "Lead developer"].map((label) => ({
  id: label,
  label,
}));

const labels = (typed: string, picked: string[] = []) =>
  offer(
    choices,
    picked.map((label) => ({ id: label, label })),
    typed,
  ).map(({ label }) => label);

describe("what is offered to pick", () => {
  it("puts those that begin with what was typed first", () => {
    expect(labels("lead")).toEqual(["Lead developer", "Procurement lead"]);
  });

  it("needs every word and leaves out what is picked", () => {
    expect(labels("vp op")).toEqual(["VP Operations"]);
    expect(labels("vp it")).toEqual([]);
    expect(labels("lead", ["Lead developer"])).toEqual(["Procurement lead"]);
  });

  it("keeps the order given where nothing is typed", () => {
    expect(labels("")).toEqual(choices.map(({ label }) => label));
  });
});
