import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createRef, useCallback, useState } from "react";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { GridColumn, GridControl, GridEntry, GridSort } from "./grid";
import { moveCell } from "./movement";
import { ranged, toggled } from "./selecting";
import { TextCellEditor } from "./TextCellEditor";
import { VirtualGrid } from "./VirtualGrid";

const HEIGHT = 720;

// happy-dom lays nothing out; the grid needs to know how much is in sight.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => HEIGHT });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, get: () => 900 });
});

describe("moving in a grid", () => {
  const extent = { rows: 100, columns: 4, page: 20 };
  const from = { row: 50, column: 2 };

  it("stays within it, the header above the first row", () => {
    expect(moveCell("ArrowUp", { row: 0, column: 0 }, extent, false)).toEqual({ row: -1, column: 0 });
    expect(moveCell("ArrowUp", { row: -1, column: 0 }, extent, false)).toEqual({ row: -1, column: 0 });
    expect(moveCell("ArrowRight", { row: 0, column: 3 }, extent, false)).toEqual({ row: 0, column: 3 });
    expect(moveCell("PageDown", { row: 90, column: 1 }, extent, false)).toEqual({ row: 99, column: 1 });
  });

  it("goes by page, to the ends of the row, and to the ends of the grid", () => {
    expect(moveCell("PageUp", from, extent, false)).toEqual({ row: 30, column: 2 });
    expect(moveCell("Home", from, extent, false)).toEqual({ row: 50, column: 0 });
    expect(moveCell("End", from, extent, true)).toEqual({ row: 99, column: 3 });
    expect(moveCell("x", from, extent, false)).toBeNull();
  });
});

describe("selecting", () => {
  it("toggles one and takes or adds a range", () => {
    expect([...toggled(new Set(["a"]), "b")]).toEqual(["a", "b"]);
    expect([...toggled(new Set(["a"]), "a")]).toEqual([]);
    expect([...ranged(new Set(["a"]), ["b", "c"], false)]).toEqual(["b", "c"]);
    expect([...ranged(new Set(["a"]), ["b", "c"], true)]).toEqual(["a", "b", "c"]);
  });
});

interface Item {
  id: string;
  name: string;
}

const renamed = vi.fn();
const COLUMNS: readonly GridColumn<Item>[] = [
  {
    id: "name",
    title: "Name",
    width: 200,
    isSortable: true,
    cell: (row) => row.name,
    edit: ({ row, typed, close }) => (
      <TextCellEditor
        label="Name"
        value={row.name}
        typed={typed}
        close={close}
        onCommit={(name) => renamed(row.id, name)}
      />
    ),
  },
  { id: "id", title: "Id", width: 100, cell: (row) => row.id },
];

interface TableProps {
  onRange?: (first: number, last: number) => void;
  onOpen?: (row: Item) => void;
  loaded?: number;
}

function Table({ onRange = () => undefined, onOpen = () => undefined, loaded = 10_000 }: TableProps) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [sort, setSort] = useState<GridSort | null>(null);
  const [widths, setWidths] = useState<Record<string, number>>({});
  const entryAt = useCallback(
    (index: number): GridEntry<Item> | undefined =>
      index < loaded
        ? { type: "row", id: `i${index}`, row: { id: `i${index}`, name: `Item ${index}` } }
        : undefined,
    [loaded],
  );
  return (
    <>
      <VirtualGrid
        label="Items"
        columns={COLUMNS}
        count={10_000}
        entryAt={entryAt}
        onRange={onRange}
        onOpen={onOpen}
        sort={sort}
        onSort={setSort}
        selected={selected}
        onSelect={setSelected}
        widths={widths}
        onWidths={setWidths}
      />
      <output>{[...selected].join(",")}</output>
    </>
  );
}

const grid = () => screen.getByRole("grid", { name: "Items" });
const activeText = () =>
  document.getElementById(grid().getAttribute("aria-activedescendant") ?? "")?.textContent;

describe("a grid of 10,000 rows", () => {
  it("draws what is in sight and asks for it", () => {
    const onRange = vi.fn();
    render(<Table onRange={onRange} loaded={0} />);
    const rows = within(grid()).getAllByRole("row");
    // 720 px hold 20 rows of 36 px; 6 more are kept ready, and the header is a row.
    expect(rows.length).toBeLessThanOrEqual(28);
    expect(rows.length).toBeGreaterThan(20);
    expect(onRange).toHaveBeenLastCalledWith(0, rows.length - 2);
    expect(grid().getAttribute("aria-rowcount")).toBe("10001");
  });

  it("moves, sorts and opens by keyboard", async () => {
    const user = userEvent.setup();
    const onOpen = vi.fn();
    render(<Table onOpen={onOpen} />);
    grid().focus();
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowRight}");
    expect(activeText()).toBe("i2");
    await user.keyboard("{Enter}");
    expect(onOpen).toHaveBeenCalledWith({ id: "i2", name: "Item 2" });
    await user.keyboard("{Control>}{Home}{/Control}{ArrowUp}{Enter}");
    expect(screen.getByRole("columnheader", { name: "Name" }).getAttribute("aria-sort")).toBe("ascending");
    await user.keyboard("{Enter}");
    expect(screen.getByRole("columnheader", { name: "Name" }).getAttribute("aria-sort")).toBe("descending");
  });

  it("selects by Space, by range and all of it", async () => {
    const user = userEvent.setup();
    render(<Table />);
    const chosen = () => screen.getByRole("status").textContent;
    grid().focus();
    await user.keyboard("{ArrowDown} ");
    expect(chosen()).toBe("i1");
    await user.keyboard("{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
    expect(chosen()).toBe("i1,i2,i3");
    await user.keyboard("{Escape}");
    expect(chosen()).toBe("");
    await user.keyboard("{Control>}a{/Control}");
    expect(chosen()?.split(",")).toHaveLength(10_000);
  });

  it("edits in place: typing starts, Enter keeps and goes down, Esc leaves it", async () => {
    const user = userEvent.setup();
    render(<Table />);
    grid().focus();
    await user.keyboard("{Enter}");
    await user.keyboard("New name{Enter}");
    expect(renamed).toHaveBeenCalledExactlyOnceWith("i0", "New name");
    expect(document.activeElement).toBe(grid());
    expect(activeText()).toBe("Item 1");
    await user.keyboard("x{Escape}");
    expect(renamed).toHaveBeenCalledTimes(1);
    expect(activeText()).toBe("Item 1");
  });

  it("goes row by row where verbs go to the active one", () => {
    const items = ["a", "b", "c", "d"].map((id) => ({ id, name: id }));
    const onRow = vi.fn();
    const control = createRef<GridControl>();
    render(
      <VirtualGrid
        label="Items"
        columns={COLUMNS}
        count={items.length}
        entryAt={(index) => {
          const row = items[index];
          return row && { type: "row", id: row.id, row };
        }}
        widths={{}}
        onWidths={() => undefined}
        onRow={onRow}
        control={control}
      />,
    );
    expect(onRow).toHaveBeenLastCalledWith(items[0]);
    act(() => control.current?.move(2));
    expect(onRow).toHaveBeenLastCalledWith(items[2]);
    expect(document.activeElement).toBe(grid());
    act(() => control.current?.move(-5));
    expect(onRow).toHaveBeenLastCalledWith(items[0]);
  });
});
