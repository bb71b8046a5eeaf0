// Shares that fall step by step, as what the chart library draws.
import type { EChartsCoreOption } from "echarts/core";
import type { StepCurve } from "@/bindings/StepCurve";
import type { Steps } from "@/bindings/Steps";
import { sayShare } from "@/words/shares";
import type { Look } from "./look";
import { markLine, plain, tooltip, valueAxis } from "./shared";

/** How each curve is broken, in turn, so that colour says nothing by itself. */
const DASHES = ["solid", [7, 3], [2, 3], [9, 3, 2, 3], [4, 4]] as const;

/** What they take from above to below, in multiples of a letter. */
export const STEPS_HEIGHT = 22;

const SHARES = ["0%", "25%", "50%", "75%", "100%"];

/** The share at a place of the axis; null beyond what is known. */
export function shareAt({ points }: StepCurve, at: number): number | null {
  const end = points.at(-1)?.at ?? -1;
  return at > end + 1e-9 ? null : (points.findLast((point) => point.at <= at)?.share ?? null);
}

interface Item {
  seriesIndex: number;
  dataIndex: number;
}

function tellIn({ curves }: Steps) {
  return (items: readonly Item[]) => {
    const [item] = items;
    const point = curves[item?.seriesIndex ?? -1]?.points[item?.dataIndex ?? -1];
    if (point === undefined) {
      return "";
    }
    const shares = curves.map((curve) => `${curve.name}  ${sayShare(shareAt(curve, point.at))}`);
    return plain([`Not opened after ${point.time}`, ...shares].join("\n"));
  };
}

function timeAxis({ ticks }: Steps, look: Look): EChartsCoreOption {
  const places = ticks.map(({ at }) => at);
  return {
    type: "value",
    min: 0,
    max: 1,
    axisLine: { lineStyle: { color: look.rule } },
    axisTick: { show: true, customValues: places, lineStyle: { color: look.rule } },
    splitLine: { show: false },
    axisLabel: {
      color: look.quiet,
      fontSize: look.small,
      margin: 10,
      hideOverlap: true,
      customValues: places,
      formatter: (place: number) => ticks.find(({ at }) => Math.abs(at - place) < 1e-9)?.label ?? "",
    },
  };
}

/** How far down the name of each curve moves from its end, so that none lies on another. */
export function namesApart(ends: readonly number[], apart: number): readonly number[] {
  const order = ends.map((_, at) => at).toSorted((a, b) => (ends[a] ?? 0) - (ends[b] ?? 0));
  const moved = ends.map(() => 0);
  let free = Number.NEGATIVE_INFINITY;
  for (const at of order) {
    const end = ends[at] ?? 0;
    const place = Math.max(end, free);
    moved[at] = place - end;
    free = place + apart;
  }
  return moved;
}

export function ofSteps(steps: Steps, look: Look): EChartsCoreOption {
  const { curves, marks } = steps;
  const [top, bottom] = [look.size * 2, look.size * (STEPS_HEIGHT - 2.4)];
  const ends = curves.map(({ points }) => (1 - (points.at(-1)?.share ?? 0)) * (bottom - top));
  const moved = namesApart(ends, look.small * 1.4);
  const marked = marks.map(({ label, text, value }) => ({
    text: `${label}: ${text}`,
    value,
    top: 2,
    bottom,
    isBefore: value > 0.7,
  }));
  return {
    grid: { left: look.size * 3.5, right: look.size * 12, top, bottom: look.size * 2.4 },
    tooltip: {
      ...tooltip(look),
      trigger: "axis",
      formatter: tellIn(steps),
      axisPointer: { snap: true, lineStyle: { color: look.quiet } },
    },
    xAxis: timeAxis(steps, look),
    yAxis: {
      ...valueAxis(1, 4, look, SHARES),
      axisLine: { show: false },
      axisTick: { show: false },
    },
    series: curves.map(({ name, points }, at) => ({
      type: "line",
      step: "end",
      name: plain(name),
      data: points.map((point) => [point.at, point.share]),
      showSymbol: false,
      lineStyle: { width: 2, type: DASHES[at % DASHES.length] },
      endLabel: {
        show: true,
        formatter: plain(name),
        color: look.series[at % look.series.length],
        fontSize: look.small,
        width: look.size * 11,
        overflow: "truncate",
        offset: [0, moved[at] ?? 0],
      },
      ...(at === 0 && marked.length > 0 && { markLine: markLine(look, marked) }),
    })),
  };
}
