import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { InlineEdit } from "./InlineEdit";
import { LineEntry } from "./LineEntry";
import { Grip, useSortable } from "./Sortable";

const ITEMS = ["a", "b", "c"].map((id) => ({ id, name: id.toUpperCase() }));

function List({ onReorder }: { onReorder: (ids: string[]) => void }) {
  const sortable = useSortable({ axis: "y", items: ITEMS, onReorder });
  return (
    <ul>
      {ITEMS.map(({ id }) => (
        <li key={id} {...sortable.itemProps(id)}>
          <Grip {...sortable.gripProps(id)} />
        </li>
      ))}
    </ul>
  );
}

describe("a line that adds to a list", () => {
  it("adds on Enter and is ready for the next one", async () => {
    const onAdd = vi.fn(() => Promise.resolve(null));
    render(<LineEntry label="New persona" placeholder="" onAdd={onAdd} />);
    await userEvent.type(screen.getByLabelText("New persona"), " CFO {Enter}");
    expect(onAdd).toHaveBeenCalledExactlyOnceWith("CFO");
    expect(screen.getByLabelText("New persona")).toHaveProperty("value", "");
  });

  it("keeps what was typed and says what is wrong with it", async () => {
    render(
      <LineEntry
        label="New persona"
        placeholder=""
        onAdd={() => Promise.resolve("There is already a CFO.")}
      />,
    );
    const field = screen.getByLabelText("New persona");
    await userEvent.type(field, "CFO{Enter}");
    expect(await screen.findByText("There is already a CFO.")).toBeTruthy();
    expect(field).toHaveProperty("value", "CFO");
    await userEvent.type(field, "!");
    expect(screen.queryByText("There is already a CFO.")).toBeNull();
  });

  it("does not add an empty line, and Esc empties it", async () => {
    const onAdd = vi.fn(() => Promise.resolve(null));
    render(<LineEntry label="New persona" placeholder="" onAdd={onAdd} />);
    const field = screen.getByLabelText("New persona");
    await userEvent.type(field, "  {Enter}CF{Escape}");
    expect(onAdd).not.toHaveBeenCalled();
    expect(field).toHaveProperty("value", "");
  });
});

describe("text that is its own editor", () => {
  it("stays open on what cannot be kept, and says why", async () => {
    const onCommit = vi.fn(() => Promise.resolve("Taken."));
    render(<InlineEdit label="Name" value="CFO" onCommit={onCommit} />);
    await userEvent.click(screen.getByRole("button"));
    await userEvent.keyboard("CISO{Enter}");
    expect((await screen.findByRole("alert")).textContent).toBe("Taken.");
    expect(screen.getByRole("textbox")).toHaveProperty("value", "CISO");
    await userEvent.keyboard("{Escape}");
    expect(screen.getByRole("button").textContent).toBe("CFO");
    expect(onCommit).toHaveBeenCalledTimes(1);
  });

  it("gives the focus back to whoever left by a key", async () => {
    render(<InlineEdit label="Name" value="CFO" onCommit={() => null} />);
    await userEvent.tab();
    await userEvent.keyboard("{Enter}CMO{Enter}");
    expect(document.activeElement).toBe(await screen.findByRole("button"));
  });
});

describe("a list that can be put in order", () => {
  it("moves by arrow keys on the grip", async () => {
    const onReorder = vi.fn();
    render(<List onReorder={onReorder} />);
    screen.getByRole("button", { name: "Move B" }).focus();
    await userEvent.keyboard("{ArrowDown}{ArrowUp}{Home}{End}");
    expect(onReorder.mock.calls.map(([ids]) => ids.join(""))).toEqual(["acb", "bac", "bac", "acb"]);
  });

  it("does not move beyond its ends", async () => {
    const onReorder = vi.fn();
    render(<List onReorder={onReorder} />);
    screen.getByRole("button", { name: "Move A" }).focus();
    await userEvent.keyboard("{ArrowUp}{ArrowLeft}{Home}");
    expect(onReorder).not.toHaveBeenCalled();
  });
});
