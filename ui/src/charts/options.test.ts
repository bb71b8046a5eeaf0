import { describe, expect, it } from "vitest";
import type { Figure } from "@/bindings/Figure";
import type { Look } from "./look";
import { isEmpty, optionsOf } from "./options";
import { plain } from "./shared";

const LOOK: Look = {
  font: "Inter",
  width: 700,
  size: 13,
  small: 12,
  text: "black",
  quiet: "gray",
  rule: "silver",
  track: "white",
  accent: "blue",
  bar: "dimgray",
  danger: "red",
  raised: "white",
  ground: "white",
  series: ["blue", "green", "brown", "purple"],
};

const bar = (label: string, value: number | null) => ({
  label,
  note: "4 of 5 rated",
  value,
  text: value === null ? "no level" : `${value}`,
  state: null,
});

const bars = (values: readonly (number | null)[], label = "People"): Figure => ({
  title: "Maturity",
  summary: "",
  picture: {
    kind: "bars",
    labels: "Dimension",
    values: "Level",
    full: 4,
    bars: values.map((value) => bar(label, value)),
    references: [],
  },
});

const curves = (points: readonly { on: string; value: number | null }[]): Figure => ({
  title: "Over time",
  summary: "",
  picture: {
    kind: "curves",
    values: "Score",
    full: 100,
    steps: 4,
    curves: [{ name: "New", points: [...points] }],
  },
});

// What the library is handed, as plain data: functions are called by it with an index.
type Drawn = {
  series: { data: unknown[] }[];
  xAxis: { max?: number };
  yAxis: { axisLabel: { formatter: (value: unknown, at: number) => string } }[];
  tooltip?: { renderMode: string; formatter: (items: { dataIndex: number }[]) => string };
};

const drawn = (figure: Figure) => optionsOf(figure, LOOK) as unknown as Drawn;

describe("what the chart library is handed", () => {
  it("draws no bar where there is no data, and one of no length for 0", () => {
    const { series, xAxis, yAxis } = drawn(bars([2.25, null, 0]));
    expect(series[0]?.data).toMatchObject([{ value: 2.25 }, { value: "-" }, { value: 0 }]);
    expect(xAxis.max).toBe(4);
    expect(yAxis[1]?.axisLabel.formatter(null, 1)).toBe("no level");
  });

  it("breaks a curve where there is no data", () => {
    const { series, tooltip } = drawn(
      curves([
        { on: "2026-04-01", value: null },
        { on: "2026-07-01", value: 46.4 },
      ]),
    );
    expect(series[0]?.data).toEqual([
      [new Date(2026, 3, 1).getTime(), "-"],
      [new Date(2026, 6, 1).getTime(), 46.4],
    ]);
    expect(tooltip?.formatter([{ dataIndex: 0 }])).toContain("New  no data");
    expect(tooltip?.formatter([{ dataIndex: 1 }])).toContain("New  46.4");
  });

  it("never hands on a text of the plan as markup", () => {
    expect(plain("{a|x}")).not.toContain("{a");
    const { yAxis } = drawn(bars([1], "{note|<img src=x onerror=alert(1)>}"));
    const label = yAxis[0]?.axisLabel.formatter(null, 0) ?? "";
    expect(label.match(/\{\w+\|/g)).toEqual(["{name|", "{note|"]);
    expect(drawn(curves([{ on: "2026-04-01", value: 1 }])).tooltip?.renderMode).toBe("richText");
  });

  it("knows a figure with nothing to draw", () => {
    expect(isEmpty(bars([null, null]))).toBe(true);
    expect(isEmpty(bars([null, 0]))).toBe(false);
    expect(isEmpty(curves([]))).toBe(true);
  });
});
