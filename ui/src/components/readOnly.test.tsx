import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Button } from "./Button";
import { EditOnly } from "./EditOnly";
import { KeepsWorking } from "./KeepsWorking";
import { ReadOnlyContext } from "./readOnly";
import { Select } from "./Select";
import { Switch } from "./Switch";
import { TagField } from "./TagField";

const CHOICES = [{ id: "a", label: "A" }];
const nothing = () => undefined;

function View() {
  return (
    <>
      <Select label="Stage" choices={CHOICES} value="a" onChange={nothing} />
      <Switch isSelected onChange={nothing}>
        Handoff
      </Switch>
      <TagField label="Themes" value={["backup"]} onChange={nothing} />
      <Button isEdit>Delete</Button>
      <Button>Show</Button>
      <EditOnly>
        <p>Ask for more</p>
      </EditOnly>
      <KeepsWorking>
        <Select label="Filter" choices={CHOICES} value="a" onChange={nothing} />
      </KeepsWorking>
    </>
  );
}

function show(isReadOnly: boolean) {
  render(
    <ReadOnlyContext value={isReadOnly}>
      <View />
    </ReadOnlyContext>,
  );
}

const isDisabled = (name: RegExp) => screen.getByRole("button", { name }).hasAttribute("disabled");

describe("where the plan can only be read", () => {
  it("nothing that saves is offered, and filters still work", () => {
    show(true);
    expect(isDisabled(/Stage/u)).toBe(true);
    expect(isDisabled(/Filter/u)).toBe(false);
    expect(screen.getByRole("switch").hasAttribute("disabled")).toBe(true);
    expect(screen.queryByRole("button", { name: "Remove backup" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Delete" })).toBeNull();
    expect(screen.getByRole("button", { name: "Show" })).toBeDefined();
    expect(screen.queryByText("Ask for more")).toBeNull();
  });

  it("all of it is, where it can be changed", () => {
    show(false);
    expect(isDisabled(/Stage/u)).toBe(false);
    expect(screen.getByRole("switch").hasAttribute("disabled")).toBe(false);
    expect(screen.getByRole("button", { name: "Remove backup" })).toBeDefined();
    expect(screen.getByRole("button", { name: "Delete" })).toBeDefined();
    expect(screen.getByText("Ask for more")).toBeDefined();
  });
});
