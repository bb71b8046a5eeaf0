import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { ComboBox } from "./ComboBox";

const FORMATS = [
  { id: "article", label: "Article" },
  { id: "case", label: "Case study" },
  { id: "checklist", label: "Checklist" },
];

function Format({ start }: { start: string | null }) {
  const [value, setValue] = useState(start);
  return (
    <>
      <ComboBox label="Format" choices={FORMATS} value={value} onChange={setValue} />
      <output data-testid="kept">{value}</output>
    </>
  );
}

const field = () => screen.getByRole<HTMLInputElement>("combobox", { name: "Format" });
const kept = () => screen.getByTestId("kept").textContent;

describe("a combo box", () => {
  it("takes the first that fits what was typed on Enter", async () => {
    const user = userEvent.setup();
    render(<Format start={null} />);
    await user.type(field(), "C{Enter}");
    expect(kept()).toBe("article");
    expect(field().value).toBe("Article");
    await user.clear(field());
    await user.type(field(), "stu{Enter}");
    expect(kept()).toBe("case");
    expect(field().value).toBe("Case study");
  });

  it("takes the one gone to by the arrows, not the first", async () => {
    const user = userEvent.setup();
    render(<Format start={null} />);
    await user.type(field(), "c{ArrowDown}{ArrowDown}{Enter}");
    expect(kept()).toBe("case");
  });

  it("keeps what was chosen where nothing fits or nothing was typed", async () => {
    const user = userEvent.setup();
    render(<Format start="checklist" />);
    await user.click(field());
    await user.keyboard("{Enter}");
    expect(kept()).toBe("checklist");
    await user.type(field(), "zz{Enter}");
    expect(kept()).toBe("checklist");
    expect(field().value).toBe("Checklist");
  });
});
