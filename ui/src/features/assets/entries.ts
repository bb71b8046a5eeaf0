// The lines of the table: rows, and between them the groups they stand in. Core gives the groups with
// their numbers; which line is which follows from those and from the groups that are closed.
import type { AssetGroup } from "@/bindings/AssetGroup";
import type { AssetRow } from "@/bindings/AssetRow";
import type { DataEntry, GroupEntry } from "@/components/grid/grid";

/** A group and where it begins: its line, and the row of the list that follows. */
interface Section {
  label: string;
  count: number;
  isOpen: boolean;
  line: number;
  row: number;
}

export interface Lines {
  /** How many lines there are. */
  count: number;
  sections: readonly Section[];
}

export function linesOf(total: number, groups: readonly AssetGroup[], closed: ReadonlySet<string>): Lines {
  if (groups.length === 0) {
    return { count: total, sections: [] };
  }
  let line = 0;
  let row = 0;
  const sections = groups.map(({ label, count }) => {
    const section = { label, count, isOpen: !closed.has(label), line, row };
    line += 1 + (section.isOpen ? count : 0);
    row += count;
    return section;
  });
  return { count: line, sections };
}

function sectionAt(sections: readonly Section[], line: number): Section | undefined {
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sections[middle]?.line ?? 0) <= line) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return sections[low];
}

/** The group that stands on a line, or the row of the list that does. */
export function lineAt({ sections }: Lines, line: number): Section | number {
  const section = sectionAt(sections, line);
  if (section === undefined) {
    return line;
  }
  return section.line === line ? section : section.row + line - section.line - 1;
}

/** The rows of the list on these lines. */
export function rowsOn(lines: Lines, first: number, last: number): number[] {
  const rows: number[] = [];
  for (let line = Math.max(0, first); line <= Math.min(last, lines.count - 1); line += 1) {
    const at = lineAt(lines, line);
    if (typeof at === "number") {
      rows.push(at);
    }
  }
  return rows;
}

// A row that stays the same stays the same entry, so that it is not drawn again.
const entries = new WeakMap<AssetRow, DataEntry<AssetRow>>();

export function rowEntry(row: AssetRow): DataEntry<AssetRow> {
  const known = entries.get(row);
  if (known !== undefined) {
    return known;
  }
  const entry = { type: "row", id: row.asset.id, row } as const;
  entries.set(row, entry);
  return entry;
}

export function groupEntry({ label, count, isOpen }: Section, name: string): GroupEntry {
  return { type: "group", id: `group:${label}`, title: name, name, count, isOpen };
}

/** The label of a group from the id of its entry. */
export function labelOfEntry(id: string): string {
  return id.slice("group:".length);
}
