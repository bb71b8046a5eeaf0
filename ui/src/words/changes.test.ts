import { expect, it } from "vitest";
import { sayChange, sayUnsaved } from "./changes";

it("names a change by what it does, and to which fields", () => {
  const change = {
    command: "persona.update",
    request: { id: "1", set: { name: "Finance lead", weight: 3 } },
  };
  expect(sayChange(change)).toEqual({
    title: "Change persona",
    detail: "Name “Finance lead”, Decision weight",
  });
  expect(sayChange({ command: "asset.delete", request: { id: "1" } })).toEqual({
    title: "Delete asset",
    detail: "",
  });
});

it("counts what is not saved", () => {
  expect([sayUnsaved(1), sayUnsaved(2)]).toEqual(["1 change is not saved", "2 changes are not saved"]);
});
