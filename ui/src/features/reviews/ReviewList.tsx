import { Link } from "@tanstack/react-router";
import { ClipboardList } from "lucide-react";
import type { ReactNode } from "react";
import type { Decision } from "@/bindings/Decision";
import type { FigureOf } from "@/bindings/FigureOf";
import type { Review } from "@/bindings/Review";
import { Chart } from "@/charts/Chart";
import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { LOCALE } from "@/locale";
import { sayDate } from "@/words/text";
import { useDecisions, useReviews, useSnapshots } from "./queries";
import styles from "./Reviews.module.css";

const NOTHING =
  "A review takes two snapshots side by side, has its agenda from the plan (gaps, open needs, disagreements, what to fund, what to stop) and keeps what was decided, by whom and by when.";

const COVERAGE: FigureOf = { name: "coverageHistory" };

function sayDecisions(decisions: readonly Decision[]): string {
  if (decisions.length === 0) {
    return "no decisions yet";
  }
  const open = decisions.filter(({ doneOn }) => doneOn === null).length;
  const all = decisions.length === 1 ? "1 decision" : `${decisions.length.toLocaleString(LOCALE)} decisions`;
  return open === 0 ? `${all}, all done` : `${all}, ${open.toLocaleString(LOCALE)} open`;
}

function Item({ review }: { review: Review }) {
  const snapshots = useSnapshots();
  const decisions = useDecisions().filter(({ reviewId }) => reviewId === review.id);
  const nameOf = (id: string | null) => snapshots.find((one) => one.id === id)?.name;
  const [before, after] = [nameOf(review.beforeId), nameOf(review.afterId)];
  const compared = before === undefined ? "nothing to compare with" : `${before} → ${after ?? "today"}`;
  return (
    <li className={styles.review}>
      <span className={styles.told}>
        <Link to="/reviews/$reviewId" params={{ reviewId: review.id }} className={styles.strong}>
          {review.name}
        </Link>
        <span className={styles.quiet}>
          {sayDate(review.heldOn)} · {compared}
        </span>
      </span>
      <span className={styles.quiet}>{sayDecisions(decisions)}</span>
    </li>
  );
}

/** All reviews, the latest first. */
export function ReviewList({ action }: { action: ReactNode }) {
  const reviews = useReviews().toSorted((a, b) => b.heldOn.localeCompare(a.heldOn));
  if (reviews.length === 0) {
    return (
      <EmptyState
        icon={ClipboardList}
        title="What was decided last quarter?"
        text={NOTHING}
        action={action}
      />
    );
  }
  return (
    <>
      <Card isFlush>
        <ul aria-label="Reviews">
          {reviews.map((review) => (
            <Item key={review.id} review={review} />
          ))}
        </ul>
      </Card>
      <Chart of={COVERAGE} nothing="There is no score yet: it takes a persona and a stage." />
    </>
  );
}
