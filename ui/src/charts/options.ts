// A figure as what the chart library draws. Texts of the plan are never read as markup: tooltips are
// drawn on the canvas, and braces, which style letters there, are parted from what follows them.

import type { EChartsCoreOption } from "echarts/core";
import type { Bars } from "@/bindings/Bars";
import type { Curves } from "@/bindings/Curves";
import type { Figure } from "@/bindings/Figure";
import { LOCALE } from "@/locale";
import { sayDate } from "@/words/text";
import { FLOW_HEIGHT, narrowestFlow, ofFlow } from "./flow";
import { ofGroups } from "./groups";
import type { Look } from "./look";
import { markLine, plain, tooltip, valueAxis } from "./shared";
import { ofSteps, STEPS_HEIGHT } from "./steps";

/** What a picture takes from above to below, in multiples of a letter. */
export function heightOf({ picture }: Figure): number {
  switch (picture.kind) {
    case "bars":
      return Math.max(1, picture.bars.length) * 4.25 + headOf(picture);
    case "steps":
      return STEPS_HEIGHT;
    case "flow":
      return FLOW_HEIGHT;
    default:
      return 19;
  }
}

/** What a picture takes from left to right at least, in multiples of a letter. */
export const narrowestOf = ({ picture }: Figure) => (picture.kind === "flow" ? narrowestFlow(picture) : 0);

/** What the words of references take above bars, in multiples of a letter. */
const headOf = ({ references }: Bars) => (references.length === 0 ? 0 : 0.75 + 1.35 * references.length);

/** Whether there is anything to draw. */
export function isEmpty({ picture }: Figure): boolean {
  switch (picture.kind) {
    case "bars":
      return picture.bars.every(({ value }) => value === null);
    case "curves":
      return picture.curves.every(({ points }) => points.every(({ value }) => value === null));
    case "groups":
      return picture.groups.every(({ bars }) => bars.every(({ value }) => value === null));
    case "steps":
      return picture.curves.every(({ points }) => points.length === 0);
    case "flow":
      return picture.links.length === 0;
    case "grid":
      return picture.rows.length === 0;
  }
}

/** What the library draws of a figure; null for a map, which the window draws itself. */
export function optionsOf(figure: Figure, look: Look): EChartsCoreOption | null {
  const { picture } = figure;
  switch (picture.kind) {
    case "bars":
      return { ...shared(look), ...ofBars(picture, look) };
    case "curves":
      return { ...shared(look), ...ofCurves(picture, look) };
    case "groups":
      return { ...shared(look), ...ofGroups(picture, look) };
    case "steps":
      return { ...shared(look), ...ofSteps(picture, look) };
    case "flow":
      return { ...shared(look), ...ofFlow(picture, look) };
    case "grid":
      return null;
  }
}

function shared(look: Look): EChartsCoreOption {
  return {
    animation: false,
    color: [...look.series],
    textStyle: { fontFamily: look.font, fontSize: look.small, color: look.quiet },
  };
}

/** The words of references stand above each other, each before its line; no line crosses words. */
function marksOf(picture: Bars, look: Look) {
  const bottom = (Math.max(1, picture.bars.length) * 4.25 + headOf(picture)) * look.size - 4;
  return picture.references.map(({ label, text, value }, at) => ({
    text: `${label}: ${text}`,
    value,
    top: 2 + (picture.references.length - 1 - at) * 1.35 * look.size,
    bottom,
    isBefore: value / picture.full > 0.25,
  }));
}

function ofBars(picture: Bars, look: Look): EChartsCoreOption {
  const { bars, full, references } = picture;
  const label = (_: unknown, at: number) => {
    const bar = bars[at];
    const name = `{name|${plain(bar?.label ?? "")}}`;
    return bar === undefined || bar.note === "" ? name : `${name}\n{note|${plain(bar.note)}}`;
  };
  const names = bars.map((_, at) => String(at));
  const quiet = { axisLine: { show: false }, axisTick: { show: false } };
  return {
    grid: {
      left: look.size * 14,
      right: look.size * 5,
      top: Math.max(4, headOf(picture) * look.size),
      bottom: 4,
    },
    xAxis: { type: "value", min: 0, max: full, show: false },
    yAxis: [
      {
        type: "category",
        inverse: true,
        data: names,
        ...quiet,
        axisLabel: {
          formatter: label,
          align: "left",
          margin: look.size * 14,
          rich: {
            name: { color: look.text, fontSize: look.size, fontWeight: 600, lineHeight: look.size * 1.4 },
            note: { color: look.quiet, fontSize: look.small, lineHeight: look.small * 1.4 },
          },
        },
      },
      {
        type: "category",
        inverse: true,
        position: "right",
        data: names,
        ...quiet,
        axisLabel: {
          formatter: (_: unknown, at: number) => plain(bars[at]?.text ?? ""),
          color: look.text,
          fontSize: look.size,
          fontWeight: 600,
          margin: 12,
        },
      },
    ],
    series: [
      {
        type: "bar",
        data: bars.map(({ value, state }) => ({
          value: value ?? "-",
          itemStyle: { color: state === null ? look.accent : look.bar },
        })),
        barWidth: look.size * 0.8,
        showBackground: true,
        backgroundStyle: { color: look.track, borderRadius: 4 },
        itemStyle: { borderRadius: 4 },
        ...(references.length > 0 && { markLine: markLine(look, marksOf(picture, look)) }),
      },
    ],
  };
}

const SYMBOLS = ["circle", "rect", "diamond", "triangle"];

/** Days of the plan have no hour; on an axis they begin at midnight. */
const instant = (on: string) => Date.parse(`${on}T00:00`);

/** Of so many days each has its point; more make a line. */
const FEW_DAYS = 40;
/** So many days are named at most. */
const NAMED_DAYS = 6;

/** Days to name, evenly apart where there are many. */
function someOf(days: readonly string[]): readonly string[] {
  if (days.length <= FEW_DAYS) {
    return days;
  }
  const step = (days.length - 1) / NAMED_DAYS;
  return Array.from({ length: NAMED_DAYS + 1 }, (_, at) => days[Math.round(at * step)] ?? "");
}

function ofCurves({ curves, full, steps }: Curves, look: Look): EChartsCoreOption {
  const days = [...new Set(curves.flatMap(({ points }) => points.map(({ on }) => on)))].toSorted((a, b) =>
    a.localeCompare(b),
  );
  const valueOn = (curve: number, on: string) =>
    curves[curve]?.points.find((point) => point.on === on)?.value ?? null;
  const tell = (items: { dataIndex: number }[]) => {
    const on = days[items[0]?.dataIndex ?? -1];
    const line = (name: string, at: number) => {
      const value = on === undefined ? null : valueOn(at, on);
      return `${name}  ${value === null ? "no data" : value.toLocaleString(LOCALE, { maximumFractionDigits: 1 })}`;
    };
    return plain([sayDate(on ?? null), ...curves.map(({ name }, at) => line(name, at))].join("\n"));
  };
  return {
    grid: { left: look.size * 3, right: look.size * 13.5, top: look.size, bottom: look.size * 2.4 },
    tooltip: {
      ...tooltip(look),
      trigger: "axis",
      formatter: tell,
      axisPointer: { lineStyle: { color: look.quiet } },
    },
    xAxis: {
      type: "time",
      axisLine: { lineStyle: { color: look.rule } },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: {
        color: look.quiet,
        fontSize: look.small,
        margin: 12,
        hideOverlap: true,
        customValues: someOf(days).map(instant),
        formatter: (at: number) => new Date(at).toLocaleDateString(LOCALE, { dateStyle: "medium" }),
      },
    },
    yAxis: valueAxis(full, steps, look),
    series: curves.map(({ name }, at) => ({
      type: "line",
      name: plain(name),
      data: days.map((on) => [instant(on), valueOn(at, on) ?? "-"]),
      symbol: SYMBOLS[at % SYMBOLS.length],
      symbolSize: 8,
      showAllSymbol: true,
      showSymbol: days.length <= FEW_DAYS,
      lineStyle: { width: 2 },
      endLabel: {
        show: true,
        formatter: plain(name),
        color: look.series[at % look.series.length],
        fontSize: look.small,
        width: look.size * 13,
        overflow: "truncate",
      },
      labelLayout: { moveOverlap: "shiftY" },
    })),
  };
}
