import { describe, expect, it } from "vitest";
import { linesOf } from "./lettering";

// As if each letter were 1 wide.
const lines = (text: string, room: number) => linesOf(text, room, (part) => part.length);

describe("lines of words", () => {
  it("are one where there is room", () => {
    expect(lines("Moved back", 10)).toEqual(["Moved back"]);
    expect(lines("", 10)).toEqual([]);
  });

  it("break before a bracket or an arrow first, and between words", () => {
    expect(lines("1,014 (under 1%)", 12)).toEqual(["1,014", "(under 1%)"]);
    expect(lines("412 leads → 96 deals", 14)).toEqual(["412 leads", "→ 96 deals"]);
    expect(lines("Moved back", 9)).toEqual(["Moved", "back"]);
  });

  it("end in an ellipsis where there is no room", () => {
    expect(lines("Negotiation", 8)).toEqual(["Negotia…"]);
    expect(lines("one two three four", 5)).toEqual(["one", "two", "thre…"]);
  });
});
