import { expect, it } from "vitest";
import { runsOf } from "./Sparkline";

it("leaves a gap where there is no data, and lies flat where nothing changes", () => {
  const runs = runsOf([4, null, 0, 2]);
  expect(runs.map((run) => run.length)).toEqual([1, 2]);
  // 0 lies lowest, 4 highest, 2 half way: 28 high with 3 free.
  expect(runs.flat().map(({ y }) => y)).toEqual([3, 25, 14]);
  expect(runsOf([7, 7]).flat()).toEqual([
    { x: 3, y: 14 },
    { x: 93, y: 14 },
  ]);
  expect(runsOf([null, null])).toEqual([]);
});
