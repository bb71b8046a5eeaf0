// What flows from where to where, as what the chart library draws. Each node keeps the column and the
// order that the figure gives it, and its place is worked out here; the first of a column is named above its bar, any other beside it.
import type { EChartsCoreOption } from "echarts/core";
import type { Flow } from "@/bindings/Flow";
import type { FlowTone } from "@/bindings/FlowTone";
import { linesOf, widthIn } from "./lettering";
import type { Look } from "./look";
import { plain, tooltip } from "./shared";

/** What they take from above to below, in multiples of a letter. */
export const FLOW_HEIGHT = 29;

/** What a column takes at least, in multiples of a letter. */
const COLUMN = 5.75;

/** How wide a bar is, what is free between it and its words, and between the nodes of a column, in px. */
const BAR = 6;
const FREE = 5;
const GAP = 8;

/** How much of its ground a ribbon covers: losses carry the ink. */
const OPACITY: Record<FlowTone, number> = {
  stage: 0.18,
  seam: 0.24,
  won: 0.24,
  lost: 0.45,
  back: 0.24,
  here: 0.12,
};

function colourOf(tone: FlowTone, look: Look): string {
  const colours: Record<FlowTone, string> = {
    stage: look.quiet,
    here: look.quiet,
    seam: look.accent,
    won: look.series[1] ?? look.accent,
    back: look.series[2] ?? look.accent,
    lost: look.danger,
  };
  return colours[tone];
}

const columnsOf = ({ nodes }: Flow) => Math.max(0, ...nodes.map(({ column }) => column)) + 1;

/** Whether a node is the first of its column. */
function isFirst({ nodes }: Flow, at: number): boolean {
  const column = nodes[at]?.column;
  return nodes.findIndex((node) => node.column === column) === at;
}

/** What a flow takes from left to right at least, in multiples of a letter. */
export const narrowestFlow = (flow: Flow) => columnsOf(flow) * COLUMN;

interface Item {
  dataType?: string;
  dataIndex: number;
}

/** "Inquiry → Lost" with how much; of a node its name and what is said beneath it. */
function tellIn({ nodes, links }: Flow) {
  return ({ dataType, dataIndex }: Item) => {
    const link = links[dataIndex];
    if (dataType === "edge" && link !== undefined) {
      return plain(`${nodes[link.from]?.name ?? ""} → ${nodes[link.to]?.name ?? ""}\n${link.text}`);
    }
    const node = nodes[dataIndex];
    return plain([node?.name ?? "", node?.note ?? ""].filter((part) => part !== "").join("\n"));
  };
}

const sizeOf = ({ small }: Look) => small * 0.92;
const lineOf = ({ small }: Look) => small * 1.25;

/** What a node is called and what is said beneath it, in lines. */
interface Words {
  name: readonly string[];
  note: readonly string[];
}

/** The words of each node, in lines that fit into its column. */
function wordsOf(flow: Flow, look: Look): readonly Words[] {
  const column = look.width / columnsOf(flow);
  const strong = widthIn(look.font, sizeOf(look), 600);
  const light = widthIn(look.font, sizeOf(look));
  return flow.nodes.map(({ name, note }, at) => {
    const room = isFirst(flow, at) ? column - 3 * FREE : column - BAR - 2 * FREE;
    return { name: linesOf(name, room, strong), note: linesOf(note, room, light) };
  });
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/**
 * Where bars lie, in px: how far down the words above them reach, how high those of the fullest column
 * are together, and how far below the words each begins. A node has room for its bar and for its words.
 */
function placesOf(flow: Flow, words: readonly Words[], look: Look) {
  const { nodes, links } = flow;
  const heights = words.map(({ name, note }) => (name.length + note.length) * lineOf(look));
  const flowing = nodes.map((_, at) => {
    const values = (end: "from" | "to") => links.filter((link) => link[end] === at).map(({ value }) => value);
    return Math.max(sum(values("from")), sum(values("to")));
  });
  const inColumn = (column: number) => [...nodes.keys()].filter((at) => nodes[at]?.column === column);
  const columns = Array.from({ length: columnsOf(flow) }, (_, column) => inColumn(column));
  const fullest = Math.max(...columns.map((column) => sum(column.map((at) => flowing[at] ?? 0))));
  const barOf = (at: number, high: number) => ((flowing[at] ?? 0) / fullest) * high;
  const slotOf = (at: number, high: number) =>
    Math.max(barOf(at, high), isFirst(flow, at) ? 0 : (heights[at] ?? 0));
  const depthOf = (column: readonly number[], high: number) =>
    sum(column.map((at) => slotOf(at, high))) + GAP * (column.length - 1);
  const head = FREE + Math.max(0, ...columns.map(([first]) => heights[first ?? -1] ?? 0));
  const room = FLOW_HEIGHT * look.size - head - 2;
  // The higher the bars, the deeper the columns: halved until the deepest one just fits.
  let [high, tooHigh] = [room / 4, room];
  while (tooHigh - high > 0.5) {
    const between = (high + tooHigh) / 2;
    if (columns.every((column) => depthOf(column, between) <= room)) {
      high = between;
    } else {
      tooHigh = between;
    }
  }
  const tops = nodes.map(() => 0);
  for (const column of columns) {
    let free = 0;
    for (const at of column) {
      tops[at] = free + (slotOf(at, high) - barOf(at, high)) / 2;
      free += slotOf(at, high) + GAP;
    }
  }
  return { head, high, tops };
}

function labelOf(flow: Flow, at: number, { name, note }: Words, look: Look) {
  const isAbove = isFirst(flow, at);
  const styled = (style: string) => (line: string) => `{${style}|${plain(line)}}`;
  // Words beside a bar lie on what leaves it, and keep all else away from their letters.
  const isOnRibbon = flow.links.some(({ from }) => from === at);
  const letters = {
    fontSize: sizeOf(look),
    lineHeight: lineOf(look),
    ...(!isOnRibbon && { textBorderColor: look.ground, textBorderWidth: 3 }),
  };
  return {
    position: isAbove ? [0, 0] : "right",
    align: "left",
    verticalAlign: isAbove ? "bottom" : "middle",
    padding: isAbove ? [0, 0, FREE, 0] : 0,
    distance: FREE,
    formatter: [...name.map(styled("name")), ...note.map(styled("note"))].join("\n"),
    rich: {
      name: { ...letters, color: flow.nodes[at]?.tone === "lost" ? look.danger : look.text, fontWeight: 600 },
      note: { ...letters, color: look.quiet },
    },
  };
}

export function ofFlow(flow: Flow, look: Look): EChartsCoreOption {
  const words = wordsOf(flow, look);
  const { head, high, tops } = placesOf(flow, words, look);
  return {
    tooltip: { ...tooltip(look), trigger: "item", formatter: tellIn(flow) },
    series: [
      {
        type: "sankey",
        left: 1,
        // The last column is as wide as any.
        right: look.width / columnsOf(flow) - BAR,
        top: head,
        height: high,
        nodeWidth: BAR,
        nodeGap: 0,
        nodeAlign: "left",
        layoutIterations: 0,
        draggable: false,
        emphasis: { focus: "adjacency", lineStyle: { opacity: 0.6 } },
        data: flow.nodes.map(({ column, tone }, at) => ({
          name: String(at),
          depth: column,
          localY: (tops[at] ?? 0) / high,
          // However little flows, its bar is seen by its edge.
          itemStyle: { color: colourOf(tone, look), borderColor: colourOf(tone, look), borderWidth: 1 },
          label: labelOf(flow, at, words[at] ?? { name: [], note: [] }, look),
        })),
        links: flow.links.map(({ from, to, value, tone }) => ({
          source: String(from),
          target: String(to),
          value,
          lineStyle: { color: colourOf(tone, look), opacity: OPACITY[tone] },
        })),
      },
    ],
  };
}
