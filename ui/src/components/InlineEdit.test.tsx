import { act, fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { InlineEdit } from "./InlineEdit";

async function edit(answer: Promise<string | null>): Promise<HTMLElement> {
  render(<InlineEdit label="Name" value="CFO" onCommit={vi.fn(() => answer)} />);
  fireEvent.click(screen.getByRole("button"));
  const field = screen.getByRole("textbox", { name: "Name" });
  fireEvent.change(field, { target: { value: "CMO" } });
  fireEvent.keyDown(field, { key: "Enter" });
  return field;
}

it("takes no more text while it is saved, and takes it again where something is wrong", async () => {
  let answer: (wrong: string | null) => void = () => {};
  const field = await edit(new Promise((resolve) => (answer = resolve)));
  expect(field).toHaveProperty("readOnly", true);
  await act(async () => answer("Too long."));
  expect(field).toHaveProperty("readOnly", false);
  expect(screen.getByRole("alert").textContent).toBe("Too long.");
});
