import { getRouteApi } from "@tanstack/react-router";
import { UserX } from "lucide-react";
import { useCallback, useMemo } from "react";
import { ActionButton } from "@/actions/ActionButton";
import { useActions } from "@/actions/registry";
import type { CallBrief } from "@/bindings/CallBrief";
import { Back } from "@/components/Back";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { Skeleton } from "@/components/Skeleton";
import { FailureState } from "@/errors/FailureState";
import { useAnswering } from "@/parts/handoff/answering";
import { useBrief, useMoment } from "@/parts/handoff/queries";
import { canAnswer, isAccepted, jobOf, nameOf } from "@/parts/handoff/who";
import { AnswerCard } from "./AnswerCard";
import { AskedFor } from "./AskedFor";
import styles from "./Brief.module.css";
import { Keys } from "./Keys";
import { neighbourOf, useFollowUpQuery } from "./queries";
import { Persona, Since } from "./Sides";
import { Standing } from "./Standing";
import { Talk } from "./Talk";
import { useVerbs } from "./verbs";
import { WhenToCall } from "./WhenToCall";

const route = getRouteApi("/follow-up/$key");

const MOVES = [[["J", "K"], "next lead"]] as const;

/** To the lead so many further on in the queue that this one was opened from. */
function useNeighbours(key: number) {
  const query = useFollowUpQuery(route.useSearch());
  const navigate = route.useNavigate();
  return useCallback(
    (by: number) =>
      void neighbourOf(query, key, by).then((next) => {
        if (next !== undefined) {
          void navigate({ params: { key: String(next) }, search: (old: object) => old as never });
        }
      }),
    [query, key, navigate],
  );
}

function Known({ brief }: { brief: CallBrief }) {
  const { lead } = brief;
  const now = useMoment(brief);
  const answering = useAnswering();
  const move = useNeighbours(lead.key);
  const asked = useCallback(() => lead, [lead]);
  const verbs = useVerbs({ lead: asked, answering, onMove: move });
  useActions(useMemo(() => Object.values(verbs), [verbs]));
  const job = jobOf(lead);
  const search = route.useSearch();
  return (
    <Page
      title={<span className={styles.name}>{nameOf(lead)}</span>}
      summary={
        <span className={styles.summary}>
          <Back to="/follow-up" label="Follow-up" search={search} />
          {job !== "" && <span>{job}</span>}
        </span>
      }
      actions={
        canAnswer(lead) && (
          <>
            <ActionButton action={verbs.tell} look="quiet" hasKeys />
            <ActionButton action={verbs.turnBack} hasKeys />
            {!isAccepted(lead) && (
              <ActionButton
                action={verbs.accept}
                look={lead.answer === null ? "primary" : "secondary"}
                hasKeys
              />
            )}
          </>
        )
      }
    >
      {!brief.running && <Standing asOf={brief.at} />}
      <div className={styles.page}>
        <div className={styles.column}>
          <WhenToCall lead={lead} now={now} />
          <AskedFor brief={brief} now={now} />
          <Talk brief={brief} />
        </div>
        <div className={styles.column}>
          {lead.answer && <AnswerCard reply={lead.answer} clock={now.clock} />}
          <Persona brief={brief} />
          <Since brief={brief} now={now} />
        </div>
      </div>
      <Keys moves={MOVES} edits={[]} />
      {answering.dialog}
    </Page>
  );
}

/** What a rep reads before a call. */
export function BriefPage() {
  const { key } = route.useParams();
  const { data, error, refetch } = useBrief(Number(key));
  if (error?.code === "invalid") {
    return (
      <EmptyState
        level={1}
        icon={UserX}
        title="This lead is not with sales"
        text="It was not handed over, or the import it came with was taken back."
        action={<Back to="/follow-up" label="Follow-up" />}
      />
    );
  }
  if (error) {
    return <FailureState level={1} error={error} retry={() => void refetch()} />;
  }
  return data === undefined ? (
    <Page title="">
      <Skeleton lines={10} />
    </Page>
  ) : (
    <Known brief={data} />
  );
}
