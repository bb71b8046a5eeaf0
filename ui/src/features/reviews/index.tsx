import { getRouteApi } from "@tanstack/react-router";
import { Camera, Plus } from "lucide-react";
import { useMemo, useRef } from "react";
import { ActionButton } from "@/actions/ActionButton";
import type { Action } from "@/actions/action";
import { useActions } from "@/actions/registry";
import { searchOver } from "@/actions/searchParams";
import { Card } from "@/components/Card";
import { KeepsWorking } from "@/components/KeepsWorking";
import { Page } from "@/components/Page";
import { SegmentedControl } from "@/components/SegmentedControl";
import { today } from "@/components/today";
import { mutate } from "@/rpc/mutate";
import { sayCount } from "@/words/edits";
import { sayDate } from "@/words/text";
import { Funding } from "./Funding";
import { useFunding, useReviews, useSnapshots, useStops } from "./queries";
import { ReviewList } from "./ReviewList";
import { Snapshots } from "./Snapshots";
import { Stop } from "./Stop";
import type { Show } from "./search";

export { ReviewPage } from "./ReviewPage";

const route = getRouteApi("/reviews");

const SEGMENTS: readonly { id: Show; label: string }[] = [
  { id: "reviews", label: "Reviews" },
  { id: "snapshots", label: "Snapshots" },
  { id: "funding", label: "Funding" },
  { id: "stop", label: "Stop producing" },
];

/** A free name for a review of a day: "Review, Nov 26, 2026", "… (2)". */
function nameFor(day: string, taken: readonly string[]): string {
  const name = `Review, ${sayDate(day)}`;
  let next = name;
  for (let n = 2; taken.includes(next); n++) {
    next = `${name} (${n})`;
  }
  return next;
}

function useNewReview(): () => Promise<void> {
  const navigate = route.useNavigate();
  const reviews = useReviews();
  const [latest] = useSnapshots();
  return async () => {
    const heldOn = today();
    const name = nameFor(
      heldOn,
      reviews.map((review) => review.name),
    );
    const made = await mutate(
      "review.create",
      { fields: { name, heldOn, beforeId: latest?.id ?? null, afterId: null, notes: "" } },
      { toast: `${name} added` },
    );
    if (made !== null) {
      await navigate({ to: "/reviews/$reviewId", params: { reviewId: made.id } } as never);
    }
  };
}

function useReviewActions(show: (next: Show) => void, field: React.RefObject<HTMLInputElement | null>) {
  const begin = useNewReview();
  const latest = useRef(begin);
  latest.current = begin;
  const actions = useMemo(() => {
    const shared = { group: "Reviews", isEdit: true };
    const review: Action = {
      ...shared,
      id: "review.new",
      label: "New review",
      icon: Plus,
      shortcut: "N",
      run: () => void latest.current(),
    };
    const snapshot: Action = {
      ...shared,
      id: "snapshot.new",
      label: "Freeze today's figures…",
      icon: Camera,
      keywords: ["snapshot", "quarter"],
      run: () => {
        show("snapshots");
        requestAnimationFrame(() => field.current?.focus());
      },
    };
    return { review, snapshot };
  }, [show, field]);
  useActions(useMemo(() => [actions.review, actions.snapshot], [actions]));
  return actions;
}

function Summary() {
  const [reviews, snapshots] = [useReviews(), useSnapshots()];
  return (
    <>
      <strong>{sayCount("review", reviews.length)}</strong>, {sayCount("snapshot", snapshots.length)}
    </>
  );
}

/** The quarterly review: what is frozen, what is to be funded and stopped, what was decided. */
export function ReviewsView() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const show = useMemo(
    () => (next: Show) =>
      void navigate({
        search: (old) => searchOver(old, { show: next === "reviews" ? undefined : next }) as never,
        replace: true,
      }),
    [navigate],
  );
  const actions = useReviewActions(show, field);
  const [funding, stop] = [useFunding(), useStops()];
  const shown = search.show ?? "reviews";
  const hasSome = useReviews().length + useSnapshots().length > 0;
  return (
    <Page
      title="Reviews"
      {...(hasSome && { summary: <Summary /> })}
      actions={
        <>
          <ActionButton action={actions.snapshot} />
          <ActionButton action={actions.review} look="primary" />
        </>
      }
      toolbar={
        <KeepsWorking>
          <SegmentedControl label="What is shown" segments={SEGMENTS} value={shown} onChange={show} />
        </KeepsWorking>
      }
    >
      {shown === "reviews" && <ReviewList action={<ActionButton action={actions.review} />} />}
      {shown === "snapshots" && <Snapshots field={field} />}
      {shown === "funding" && (
        <Card title="What asks for money">
          <Funding funding={funding} />
        </Card>
      )}
      {shown === "stop" && (
        <Card title="What we should stop producing">
          <Stop stop={stop} />
        </Card>
      )}
    </Page>
  );
}
