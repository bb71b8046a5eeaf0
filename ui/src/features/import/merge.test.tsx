import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import type { MergeItem } from "@/bindings/MergeItem";
import type { MergePreview } from "@/bindings/MergePreview";
import { Importing } from "./Importing";
import { readCopy } from "./merging";

const item = (id: string, more: Partial<MergeItem>): MergeItem => ({
  kind: "need",
  id,
  name: id,
  became: "changed",
  goneHere: false,
  conflict: false,
  ofPlan: false,
  fields: [],
  ...more,
});

const preview: MergePreview = {
  copy: "For sales",
  since: 0,
  counts: [
    { kind: "need", new: 0, changed: 1, deleted: 1, conflicts: 1 },
    { kind: "verdict", new: 2, changed: 0, deleted: 0, conflicts: 0 },
  ],
  items: [
    item("Proof", {
      conflict: true,
      fields: [
        { name: "text", before: "Proof", ours: "Ours", theirs: "Theirs", conflict: true },
        { name: "importance", before: "must", ours: "must", theirs: "nice", conflict: false },
      ],
    }),
    item("Old need", { became: "deleted" }),
    item("ROI · CFO", { kind: "verdict", became: "new" }),
    item("Guide", { kind: "asset", ofPlan: true }),
  ],
  more: 0,
  alsoPlan: false,
  refused: [{ kind: "insight", id: "x", name: "Heard", reason: "It belongs to a persona that is gone." }],
  names: {},
};

const mutate = vi.hoisted(() => vi.fn());
vi.mock("@/rpc/call", () => ({ call: async () => preview }));
vi.mock("@/rpc/mutate", () => ({ mutate }));
vi.mock("@tanstack/react-router", () => ({ useNavigate: () => () => undefined }));

beforeEach(async () => {
  mutate.mockReset();
  mutate.mockResolvedValue({ taken: 3, deleted: 1, kept: 0, refused: [] });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Importing what="content" onWhat={() => undefined} />
    </QueryClientProvider>,
  );
  await act(readCopy);
});

it("shows both values of a conflict, what comes in, what is deleted and what cannot come in", () => {
  expect(screen.getByText("1 need changed, 1 need deleted, 1 in conflict")).toBeTruthy();
  expect(screen.getByText("2 answers new")).toBeTruthy();
  const text = within(screen.getByRole("radiogroup"));
  expect(text.getByRole("radio", { name: /Here.*Ours/ })).toHaveProperty("checked", true);
  expect(text.getByRole("radio", { name: /In the copy.*Theirs/ })).toHaveProperty("checked", false);
  expect(screen.getByText("ROI · CFO")).toBeTruthy();
  expect(screen.queryByText("Guide")).toBeNull();
  expect(screen.getByText("It belongs to a persona that is gone.")).toBeTruthy();
});

it("merges what was chosen, and nothing else", async () => {
  fireEvent.click(screen.getByRole("radio", { name: /In the copy/ }));
  fireEvent.click(screen.getByRole("checkbox", { name: /Delete Old need/ }));
  fireEvent.click(screen.getByRole("checkbox", { name: /Also take changes of the plan itself/ }));
  expect(screen.getByText("Guide")).toBeTruthy();
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "Merge" })));
  const take = [
    { kind: "need", id: "Proof", fields: ["text"] },
    { kind: "need", id: "Old need" },
  ];
  expect(mutate.mock.calls[0]?.slice(0, 2)).toEqual(["merge.apply", { alsoPlan: true, take }]);
  expect(screen.getByText("3 things came in, 1 deleted")).toBeTruthy();
});
