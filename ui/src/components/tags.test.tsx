import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { TagField } from "./TagField";
import { addTags, completions } from "./tags";

describe("tags", () => {
  it("are each kept once, whatever their case", () => {
    expect(addTags(["Storage"], "storage, Cost ;  , cost")).toEqual(["Storage", "Cost"]);
  });

  it("are completed from what is known, beginnings first, without those already there", () => {
    expect(completions(["cost"], "st", ["cost", "cloud storage", "storage", "Stack"])).toEqual([
      "storage",
      "Stack",
      "cloud storage",
    ]);
  });
});

function Themes({ start }: { start: string[] }) {
  const [value, setValue] = useState<string[]>(start);
  return (
    <>
      <TagField label="Themes" value={value} onChange={setValue} known={["storage", "security"]} />
      <output data-testid="kept">{value.join("|")}</output>
    </>
  );
}

const kept = () => screen.getByTestId("kept").textContent;

describe("a tag field", () => {
  it("adds by Enter and by comma, and takes the last away by Backspace", async () => {
    const user = userEvent.setup();
    render(<Themes start={["cost"]} />);
    await user.type(screen.getByRole("combobox", { name: "Themes" }), "zero trust{Enter}edge,");
    expect(kept()).toBe("cost|zero trust|edge");
    await user.keyboard("{Backspace}");
    expect(kept()).toBe("cost|zero trust");
  });

  it("adds a known text by choosing it", async () => {
    const user = userEvent.setup();
    render(<Themes start={[]} />);
    await user.type(screen.getByRole("combobox", { name: "Themes" }), "sec{ArrowDown}{Enter}");
    expect(kept()).toBe("security");
  });

  it("takes away by the cross", async () => {
    const user = userEvent.setup();
    render(<Themes start={["a", "b"]} />);
    await user.click(screen.getByRole("button", { name: "Remove a" }));
    expect(kept()).toBe("b");
  });
});
