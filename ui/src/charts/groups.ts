// Upright bars in groups, as what the chart library draws.
import type { EChartsCoreOption } from "echarts/core";
import type { Groups } from "@/bindings/Groups";
import type { Reference } from "@/bindings/Reference";
import type { Look } from "./look";
import { plain, tooltip, valueAxis } from "./shared";

const shortened = (name: string, most: number) =>
  name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name;

/** Of so many each is named where there is room. */
const FEW_GROUPS = 12;

/** Two dashes, as the line of a value to compare with begins. */
const DASHES = "path://M0 4.25h4v1.5h-4zM6 4.25h4v1.5h-4z";

const said = ({ label, text }: Reference) => plain(`${label}: ${text}`);

/** Values to compare with, each a line across all groups; the key above says what it is. */
function across(references: readonly Reference[], look: Look) {
  return references.map((reference) => ({
    type: "line",
    name: said(reference),
    data: [],
    itemStyle: { color: look.quiet },
    markLine: {
      silent: true,
      symbol: "none",
      lineStyle: { color: look.quiet, type: "dashed", width: 1 },
      label: { show: false },
      data: [{ yAxis: reference.value }],
    },
  }));
}

export function ofGroups(
  { groups, series, least, full, ticks, references }: Groups,
  look: Look,
): EChartsCoreOption {
  const steps = Math.max(1, ticks.length - 1);
  const tell = (items: { dataIndex: number }[]) => {
    const group = groups[items[0]?.dataIndex ?? -1];
    const lines = series.map((name, at) => `${name}  ${group?.bars[at]?.text ?? "no data"}`);
    return plain([group?.label ?? "", ...lines].join("\n"));
  };
  const widest = Math.max(...ticks.map((tick) => tick.length), 1);
  return {
    grid: { left: look.small * (0.65 * widest + 1.2), right: 8, top: look.size * 3, bottom: look.size * 2.4 },
    tooltip: { ...tooltip(look), trigger: "axis", formatter: tell, axisPointer: { type: "shadow" } },
    legend: {
      left: 0,
      top: 0,
      icon: "roundRect",
      itemWidth: 10,
      itemHeight: 10,
      itemGap: 16,
      selectedMode: false,
      data: [
        ...series.map((name) => ({ name: plain(name) })),
        ...references.map((reference) => ({ name: said(reference), icon: DASHES })),
      ],
      formatter: (name: string) => shortened(name, series.length > 3 ? 16 : 28),
      textStyle: { color: look.text, fontSize: look.small },
    },
    xAxis: {
      type: "category",
      data: groups.map(({ label }) => plain(label)),
      axisLine: { lineStyle: { color: look.rule }, onZero: false },
      axisTick: { show: false },
      axisLabel: {
        color: look.quiet,
        fontSize: look.small,
        margin: 12,
        hideOverlap: true,
        ...(groups.length <= FEW_GROUPS && { interval: 0 }),
      },
    },
    yAxis: valueAxis(full, steps, look, ticks, least),
    series: [
      ...series.map((name, at) => ({
        type: "bar",
        name: plain(name),
        data: groups.map(({ bars }) => bars[at]?.value ?? "-"),
        barMaxWidth: 28,
        barGap: "10%",
        barMinHeight: 1,
        itemStyle: { borderRadius: least < 0 ? 3 : [3, 3, 0, 0] },
      })),
      ...across(references, look),
    ],
  };
}
