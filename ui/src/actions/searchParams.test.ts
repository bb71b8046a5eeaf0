import { expect, it } from "vitest";
import { checkedBy, oneOf, setOf, textOf } from "./searchParams";

interface Search {
  side?: "left" | "right";
  text?: string;
}

const check = checkedBy<Search>(
  (search) => setOf<Search>({ side: oneOf(["left", "right"], search.side), text: textOf(search.text) }),
  ["journey"],
);

/** As the router has it: what a check says over what the address says. */
const handed = (address: Record<string, unknown>) => ({ ...address, ...check(address) });

it("hands on what a view knows and what all know, and nothing else", () => {
  expect(handed({ side: "left", text: "a", journey: "j" })).toEqual({
    side: "left",
    text: "a",
    journey: "j",
  });
  expect(handed({ side: "up", text: 3, page: 2, journey: "j" })).toEqual({
    side: undefined,
    text: undefined,
    page: undefined,
    journey: "j",
  });
});
