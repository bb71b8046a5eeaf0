import { expect, it } from "vitest";
import { keptAddress } from "./keptAddress";

it("keeps no name that somebody was looked for by", () => {
  expect(keptAddress("/leads?text=ada&sort=-score")).toBe("/leads?sort=-score");
  expect(keptAddress("/leads?text=ada")).toBe("/leads");
  expect(keptAddress("/facts/deal?text=ada%40x")).toBe("/facts/deal");
  expect(keptAddress("/leads/7")).toBe("/leads/7");
});

it("keeps what was looked for among content", () => {
  expect(keptAddress("/assets?text=guide&status=idea")).toBe("/assets?text=guide&status=idea");
  expect(keptAddress("/leadsheet?text=x")).toBe("/leadsheet?text=x");
});
