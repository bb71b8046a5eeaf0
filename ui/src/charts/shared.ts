// What the pictures of the chart library share.
import type { EChartsCoreOption } from "echarts/core";
import type { Look } from "./look";

/** A text that no letter of which is markup. */
export const plain = (text: string) => text.replaceAll("{", "{\u2060");

export const tooltip = (look: Look) => ({
  renderMode: "richText" as const,
  confine: true,
  backgroundColor: look.raised,
  borderColor: look.rule,
  padding: 10,
  textStyle: { fontFamily: look.font, fontSize: look.small, color: look.text, lineHeight: look.small * 1.6 },
});

export function valueAxis(
  full: number,
  steps: number,
  look: Look,
  ticks?: readonly string[],
  least = 0,
): EChartsCoreOption {
  const interval = (full - least) / Math.max(1, steps);
  return {
    type: "value",
    min: least,
    max: full,
    interval,
    splitLine: { lineStyle: { color: look.rule } },
    axisLabel: {
      color: look.quiet,
      fontSize: look.small,
      ...(ticks && { formatter: (value: number) => ticks[Math.round((value - least) / interval)] ?? "" }),
    },
  };
}

/** A value to compare with: its place along the axis and which end of its words is there. */
export interface MarkPlace {
  value: number;
  top: number;
  bottom: number;
  isBefore: boolean;
}

/** An upright line with its words beside its upper end. */
export function markLine(
  look: Look,
  places: readonly (MarkPlace & { text: string })[],
): Record<string, unknown> {
  const data = places.map(({ value, top, bottom, isBefore, text }) => [
    {
      xAxis: value,
      y: top,
      label: {
        position: "start",
        distance: 0,
        formatter: plain(text),
        color: look.quiet,
        fontSize: look.small,
        align: isBefore ? "right" : "left",
        verticalAlign: "top",
        padding: [0, 6],
      },
    },
    { xAxis: value, y: bottom },
  ]);
  return {
    silent: true,
    symbol: "none",
    lineStyle: { color: look.quiet, type: "dashed", width: 1 },
    data,
  };
}
