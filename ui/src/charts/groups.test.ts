import { expect, it } from "vitest";
import { ofGroups } from "./groups";
import type { Look } from "./look";

const LOOK = { size: 13, small: 12, text: "black", quiet: "gray", rule: "silver" } as Look;

it("begins its axis below 0 where a bar is, and draws a target across", () => {
  const drawn = ofGroups(
    {
      labels: "Period",
      least: -50,
      full: 100,
      ticks: ["−50%", "0%", "50%", "100%"],
      series: ["Return (%)"],
      groups: [{ label: "Q1 2026", bars: [{ value: -40, text: "−40%" }] }],
      references: [{ label: "Target", value: 80, text: "80%", note: "" }],
    },
    LOOK,
  ) as unknown as {
    yAxis: { min: number; interval: number; axisLabel: { formatter: (value: number) => string } };
    series: { name: string; markLine?: { data: { yAxis: number }[] } }[];
  };
  expect(drawn.yAxis).toMatchObject({ min: -50, interval: 50 });
  expect([-50, 0, 100].map(drawn.yAxis.axisLabel.formatter)).toEqual(["−50%", "0%", "100%"]);
  expect(drawn.series).toMatchObject([
    { name: "Return (%)" },
    { name: "Target: 80%", markLine: { data: [{ yAxis: 80 }] } },
  ]);
});
