import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import type { AnswerItem } from "@/bindings/AnswerItem";
import type { AnswersPreview } from "@/bindings/AnswersPreview";
import { readAnswers } from "./answering";
import { Importing } from "./Importing";

const item = (id: string, more: Partial<AnswerItem>): AnswerItem => ({
  id,
  became: "answered",
  name: id,
  place: "CFO at Evaluation",
  answer: null,
  reason: "",
  here: null,
  conflict: false,
  ...more,
});

const here = {
  verdictId: "v",
  answer: "no" as const,
  memberId: "lee",
  member: "B. Lee",
  enteredBy: null,
  reason: "Too long",
  answeredAt: 1,
};

const preview: AnswersPreview = {
  file: "questions",
  memberId: "kim",
  member: "A. Kim",
  askedAt: 0,
  counts: {
    answered: 1,
    changed: 1,
    confirmed: 0,
    needsAnswered: 1,
    needsDeclined: 0,
    needsAdded: 1,
    conflicts: 1,
    already: 0,
  },
  items: [
    item("Guide", { became: "changed", answer: "yes", reason: "They use it", here, conflict: true }),
    item("ROI model", { answer: "partly", reason: "Too dry" }),
    item("Proof", { became: "need answered", reason: "Case study" }),
    item("Too dear", { became: "need added" }),
  ],
  more: 0,
  faults: [{ sheet: "Checks", row: 9, reason: "This content is no longer placed there." }],
};

const mutate = vi.hoisted(() => vi.fn());
vi.mock("@/rpc/call", () => ({ call: async () => preview }));
vi.mock("@/rpc/mutate", () => ({ mutate }));
vi.mock("@tanstack/react-router", () => ({ useNavigate: () => () => undefined }));

beforeEach(async () => {
  mutate.mockReset();
  mutate.mockResolvedValue({ checks: 2, needs: 2, kept: 0, already: 0, faults: [] });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Importing what="content" onWhat={() => undefined} />
    </QueryClientProvider>,
  );
  await act(readAnswers);
});

it("shows both answers of a conflict, what comes in and what cannot be taken", () => {
  expect(screen.getByText("1 check answered")).toBeTruthy();
  expect(screen.getByText("1 answer in conflict")).toBeTruthy();
  const guide = within(screen.getByRole("radiogroup"));
  expect(guide.getByRole("radio", { name: /Here, by B. Lee.*No: Too long/ })).toHaveProperty("checked", true);
  expect(guide.getByRole("radio", { name: /In the file.*Yes: They use it/ })).toHaveProperty(
    "checked",
    false,
  );
  expect(screen.getByText("Answered by Case study")).toBeTruthy();
  expect(screen.getByText("Checks, row 9")).toBeTruthy();
});

it("takes in what was chosen, and says what came in", async () => {
  fireEvent.click(screen.getByRole("radio", { name: /In the file/ }));
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "Take the answers in" })));
  expect(mutate.mock.calls[0]?.slice(0, 2)).toEqual(["answers.apply", { take: ["Guide"] }]);
  expect(screen.getByText("2 checks and 2 needs came in")).toBeTruthy();
});
