import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { ClipboardX, FileText, Trash2 } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import type { Action } from "@/actions/action";
import { useDeletion } from "@/actions/deletion";
import { useActions } from "@/actions/registry";
import type { Review } from "@/bindings/Review";
import type { ReviewFields } from "@/bindings/ReviewFields";
import type { ReviewPage as PageOfReview } from "@/bindings/ReviewPage";
import { Back } from "@/components/Back";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { Gone } from "@/components/Gone";
import { InlineEdit } from "@/components/InlineEdit";
import { Page } from "@/components/Page";
import { SavedDate } from "@/components/SavedDate";
import { Select } from "@/components/Select";
import { Skeleton } from "@/components/Skeleton";
import { FailureState } from "@/errors/FailureState";
import { ReportDialog } from "@/parts/ReportDialog";
import { mutateField } from "@/rpc/mutate";
import { sayDate } from "@/words/text";
import { Agenda } from "./Agenda";
import { ComparisonView } from "./ComparisonView";
import { Decisions } from "./Decisions";
import { useReview, useSnapshots } from "./queries";
import styles from "./Reviews.module.css";

const route = getRouteApi("/reviews/$reviewId");

const NONE = "none";

function save(id: string, set: Partial<ReviewFields>): Promise<string | null> {
  return mutateField("review.update", { id, set });
}

/** When it is held, and which snapshots it compares. */
function Setting({ review: { id, heldOn, beforeId, afterId } }: { review: Review }) {
  const snapshots = useSnapshots().map(({ id: of, name, asOf }) => ({
    id: of,
    label: name,
    detail: sayDate(asOf),
  }));
  return (
    <div className={styles.pickers}>
      <SavedDate
        label="Held on"
        value={heldOn}
        onSave={(next) =>
          next === null ? Promise.resolve("A review is held on a day.") : save(id, { heldOn: next })
        }
      />
      <Select
        label="Compared with"
        choices={[{ id: NONE, label: "Nothing yet" }, ...snapshots.filter((one) => one.id !== afterId)]}
        value={beforeId ?? NONE}
        onChange={(of) => void save(id, { beforeId: of === NONE ? null : of })}
      />
      <Select
        label="Up to"
        choices={[
          { id: NONE, label: "The plan as it is", detail: "today" },
          ...snapshots.filter((one) => one.id !== beforeId),
        ]}
        value={afterId ?? NONE}
        onChange={(of) => void save(id, { afterId: of === NONE ? null : of })}
      />
    </div>
  );
}

function Changed({ page: { compared } }: { page: PageOfReview }) {
  const snapshots = useSnapshots();
  return (
    <Card title="What changed">
      {compared === null ? (
        <p className={styles.quiet}>
          {snapshots.length === 0
            ? "There is no snapshot to compare with yet. Freeze today’s figures at the end of this review: the next one shows what changed since."
            : "Choose the snapshot to compare with."}
        </p>
      ) : (
        <ComparisonView compared={compared} />
      )}
    </Card>
  );
}

function useDecide(field: React.RefObject<HTMLInputElement | null>) {
  const actions = useMemo<Action[]>(
    () => [
      {
        id: "decision.new",
        label: "New decision",
        group: "Review",
        shortcut: "D",
        isEdit: true,
        run: () => field.current?.focus(),
      },
    ],
    [field],
  );
  useActions(actions);
}

function Known({ page }: { page: PageOfReview }) {
  const { review, agenda, decisions, carried } = page;
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [isReporting, setReporting] = useState(false);
  useDecide(field);
  const deletion = useDeletion({ onDeleted: () => void navigate({ to: "/reviews" }) });
  return (
    <Page
      title={
        <InlineEdit
          label="Name"
          value={review.name}
          look="title"
          isRequired
          onCommit={(name) => save(review.id, { name })}
        />
      }
      summary={<Back to="/reviews" label="Reviews" />}
      actions={
        <>
          <Button
            isEdit
            look="quiet"
            icon={Trash2}
            onPress={() => deletion.ask({ kind: "review", id: review.id, name: review.name })}
          >
            Delete
          </Button>
          <Button look="primary" icon={FileText} onPress={() => setReporting(true)}>
            Save its report…
          </Button>
        </>
      }
    >
      {deletion.notice}
      {isReporting && <ReportDialog reviewId={review.id} onClose={() => setReporting(false)} />}
      <div className={styles.page}>
        <Setting review={review} />
        <Decisions reviewId={review.id} decisions={decisions} carried={carried} field={field} />
        <Changed page={page} />
        <Agenda agenda={agenda} />
        <Card title="Notes">
          <InlineEdit
            label="Notes"
            value={review.notes}
            placeholder="What was said"
            isMultiline
            onCommit={(notes) => save(review.id, { notes })}
          />
        </Card>
      </div>
    </Page>
  );
}

export function ReviewPage() {
  const { reviewId } = route.useParams();
  const { data, error, refetch } = useReview(reviewId);
  if (error?.code === "not_found") {
    return <Gone what="review" icon={ClipboardX} to="/reviews" all="Reviews" />;
  }
  if (error) {
    return <FailureState level={1} error={error} retry={() => void refetch()} />;
  }
  return data === undefined ? (
    <Page title="">
      <Skeleton lines={10} />
    </Page>
  ) : (
    <Known key={reviewId} page={data} />
  );
}
