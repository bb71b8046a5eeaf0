import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { MappingFields } from "@/bindings/MappingFields";
import type { Preview } from "@/bindings/Preview";
import { Importing } from "./Importing";
import { readFiles, tryMapping } from "./work";

const MAPPING: MappingFields = {
  header: "name|kind",
  columns: { title: "Name", format: "Kind" },
  mappedValues: { format: { Deck: "Deck" } },
  choices: {},
};

const preview = (mapping: MappingFields): Preview => ({
  origin: { kind: "table", encoding: "UTF-8", delimiter: "comma", sheets: [], sheet: null },
  headerLine: 1,
  columns: [
    { name: "Name", computed: false, filled: 1, examples: ["ROI"], field: "title", guess: null },
    { name: "Kind", computed: false, filled: 1, examples: ["Deck"], field: "format", guess: null },
  ],
  sample: [{ line: 2, file: null, cells: ["ROI", "Deck"] }],
  values: [
    {
      field: "format",
      column: "Kind",
      values: [{ theirs: "Deck", count: 1, ours: "Deck", isNew: true }],
      more: 0,
      ours: ["Guide"],
      open: true,
    },
  ],
  questions: [],
  tally: {
    read: 2,
    added: 1,
    updated: 0,
    unchanged: 0,
    skipped: 0,
    rejected: [{ line: 3, reason: "It has no title and no address." }],
    skips: {},
    replaced: 0,
    replacedIn: [],
    formats: ["Deck"],
    placements: 0,
  },
  notes: [],
  mapping,
});

vi.mock("@/rpc/call", () => ({
  call: async (command: string, request: { mapping?: MappingFields }) => {
    if (command === "import.preview" && request.mapping?.columns.format === undefined) {
      throw Object.assign(new Error("There is no such column."), { code: "invalid" });
    }
    return command === "import.begin" || command === "import.piece"
      ? null
      : preview(request.mapping ?? MAPPING);
  },
}));
vi.mock("@/actions/useActionContext", () => ({
  useActionContext: () => () => ({ path: "/import", selection: [], go: () => undefined }),
}));

it("shows what would become of a file, and keeps the last preview where a change fails", async () => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Importing what="content" onWhat={() => undefined} />
    </QueryClientProvider>,
  );
  expect(screen.getByRole("button", { name: "Choose a file…" })).toBeTruthy();
  await act(() => readFiles({ title: "list.csv", files: [{ name: "list.csv", file: new Blob(["Name"]) }] }));
  expect(screen.getByRole("button", { name: "Import 1 asset" })).toBeTruthy();
  expect(screen.getByText("1 row that cannot be read")).toBeTruthy();
  expect(screen.getByText("New formats: Deck.")).toBeTruthy();
  await act(() => tryMapping({ ...MAPPING, columns: { title: "Name" } }));
  expect(screen.getByRole("alert").textContent).toContain("There is no such column.");
  expect(screen.getByRole("button", { name: /What “Kind” becomes/ }).textContent).toContain("Format");
});
