import { describe, expect, it } from "vitest";
import type { Figure } from "@/bindings/Figure";
import type { FlowNode } from "@/bindings/FlowNode";
import type { FlowTone } from "@/bindings/FlowTone";
import type { Look } from "./look";
import { heightOf, isEmpty, narrowestOf, optionsOf } from "./options";

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

const node = (name: string, column: number, tone: FlowTone): FlowNode => ({ name, note: "", column, tone });

const link = (from: number, to: number, value: number, tone: FlowTone) => ({
  from,
  to,
  value,
  text: `${value} leads`,
  tone,
});

const funnel: Figure = {
  title: "Funnel of New business",
  summary: "",
  picture: {
    kind: "flow",
    labels: "From",
    values: "How many",
    nodes: [
      { ...node("{note|Inquiry", 0, "stage"), note: "7 leads" },
      node("MQL", 1, "stage"),
      node("Direct", 1, "seam"),
      node("Lost", 1, "lost"),
      node("Won", 2, "won"),
    ],
    links: [link(0, 1, 4, "stage"), link(0, 3, 3, "lost"), link(1, 4, 4, "won"), link(2, 4, 1, "seam")],
  },
};

interface Label {
  position: unknown;
  formatter: string;
}

// What the library is handed, as plain data.
interface Drawn {
  tooltip: { renderMode: string; formatter: (item: { dataType?: string; dataIndex: number }) => string };
  series: {
    layoutIterations: number;
    right: number;
    top: number;
    height: number;
    nodeWidth: number;
    emphasis: { focus: string };
    data: { name: string; depth: number; localY: number; label: Label }[];
    links: { source: string; target: string; value: number; lineStyle: { color: string; opacity: number } }[];
  }[];
}

const drawn = optionsOf(funnel, LOOK) as unknown as Drawn;
const series = drawn.series[0];

describe("a flow, as the chart library is handed it", () => {
  it("keeps columns and order of the figure", () => {
    expect(series?.data.map(({ name, depth }) => [name, depth])).toEqual([
      ["0", 0],
      ["1", 1],
      ["2", 1],
      ["3", 1],
      ["4", 2],
    ]);
    expect(series?.layoutIterations).toBe(0);
    expect(series?.links.map(({ source, target, value }) => [source, target, value])).toEqual([
      ["0", "1", 4],
      ["0", "3", 3],
      ["1", "4", 4],
      ["2", "4", 1],
    ]);
  });

  it("names the first of a column above its bar, and any other beside it", () => {
    const beside = series?.data.map(({ label }) => label.position === "right");
    expect(beside).toEqual([false, false, true, true, false]);
  });

  it("makes all columns equally wide, the last one too", () => {
    // Three of 700 px: 233.3 each, and of the last one the bar is 6.
    expect(series?.right).toBeCloseTo(700 / 3 - 6);
    expect(series?.nodeWidth).toBe(6);
  });

  it("breaks words where a column is narrow", () => {
    const narrow = optionsOf(funnel, { ...LOOK, width: 120 }) as unknown as Drawn;
    const of = ({ series: [only] }: Drawn) => only;
    // A letter is guessed to be 12 × 0.92 × 0.56 = 6.2 wide: three of them fit into 40 − 6 − 2 × 5.
    expect(of(narrow)?.data[3]?.label.formatter).toBe("{name|Lo…}");
    expect(of(drawn)?.data[3]?.label.formatter).toBe("{name|Lost}");
  });

  it("gives each node room for its bar and its words", () => {
    // Two lines of 15 above bars and 5 free: of 29 letters of 13 px 340 are left, less 8 between each
    // of three nodes: 324 for the 8 leads of the fullest column. 4 of them take 162, 1 takes 40.5.
    const { top, height = 0, data = [] } = series ?? {};
    expect(top).toBe(35);
    expect(Math.abs(height - 324)).toBeLessThan(1);
    expect(data.map(({ localY }) => Math.round(localY * 324))).toEqual([0, 0, 170, 219, 0]);
  });

  it("is scrolled where its columns have no room", () => {
    expect(narrowestOf(funnel)).toBe(3 * 5.75);
  });

  it("gives the ink to what is lost", () => {
    const inks = series?.links.map(({ lineStyle }) => lineStyle);
    expect(inks?.[1]).toEqual({ color: "red", opacity: 0.45 });
    expect(inks?.filter(({ opacity }) => opacity >= 0.45)).toHaveLength(1);
    expect(series?.emphasis.focus).toBe("adjacency");
  });

  it("tells what flows, and never hands on a text as markup", () => {
    const tell = drawn.tooltip.formatter;
    expect(tell({ dataType: "edge", dataIndex: 2 })).toBe("MQL → Won\n4 leads");
    expect(tell({ dataType: "node", dataIndex: 0 })).toBe("{\u2060note|Inquiry\n7 leads");
    expect(drawn.tooltip.renderMode).toBe("richText");
    const label = series?.data[0]?.label.formatter ?? "";
    expect(label.match(/\{\w+\|/g)).toEqual(["{name|", "{note|"]);
  });

  it("is empty where nothing flows", () => {
    const { picture } = funnel;
    expect(isEmpty(funnel)).toBe(false);
    expect(heightOf(funnel)).toBeGreaterThan(19);
    expect(picture.kind === "flow" && isEmpty({ ...funnel, picture: { ...picture, links: [] } })).toBe(true);
  });
});
