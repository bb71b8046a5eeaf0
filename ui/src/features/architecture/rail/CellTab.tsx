import { Ban, CalendarPlus } from "lucide-react";
import type { At } from "@/bindings/At";
import type { CellView } from "@/bindings/CellView";
import { Button } from "@/components/Button";
import { IconButton } from "@/components/IconButton";
import { RailBody } from "@/components/RailLayout";
import { Skeleton } from "@/components/Skeleton";
import { FailureState } from "@/errors/FailureState";
import {
  sayCost,
  sayFactors,
  sayGap,
  sayMadeOf,
  sayNeutral,
  sayPlans,
  sayRank,
  sayWorth,
} from "@/words/gaps";
import { STATE_SENTENCES } from "@/words/plan";
import { useDesk } from "../desk";
import { useCell } from "../queries";
import { Candidates } from "./Candidates";
import { Findings } from "./Findings";
import { Needs } from "./Needs";
import { Placements } from "./Placements";
import styles from "./Rail.module.css";

function GapBox({ view }: { view: CellView }) {
  const { gap, rank, detail } = view;
  if (gap === null || rank === null) {
    return detail.excluded === null ? (
      <p className={styles.quiet}>{STATE_SENTENCES[detail.state]}</p>
    ) : (
      <div className={styles.box}>
        <strong>Not applicable.</strong> {detail.excluded}
      </div>
    );
  }
  const worth = gap.worth === null ? null : sayMadeOf(gap.worth);
  const beside = [sayFactors(gap), worth, sayNeutral(gap), sayPlans(gap), sayCost(gap)];
  return (
    <div className={styles.box}>
      <strong>{sayRank(rank, gap)}</strong> {sayGap(gap)} {sayWorth(gap)}
      {beside.map(
        (line) =>
          line !== null && (
            <p key={line} className={styles.small}>
              {line}
            </p>
          ),
      )}
    </div>
  );
}

function Verbs({ at, isApplicable }: { at: At; isApplicable: boolean }) {
  const desk = useDesk();
  if (!desk.canEdit) {
    return null;
  }
  return (
    <div className={styles.foot}>
      {isApplicable ? (
        <>
          <Button look="primary" onPress={() => desk.plan(at)}>
            Plan an asset
          </Button>
          <Button onPress={() => desk.place({ cells: [at] })}>Place…</Button>
          <IconButton
            icon={Ban}
            label="Set not applicable…"
            onPress={() => desk.exclude(at)}
            placement="top"
          />
        </>
      ) : (
        <Button icon={CalendarPlus} onPress={() => desk.include(at)}>
          Applicable again
        </Button>
      )}
    </div>
  );
}

/** A persona at a stage from every side. */
export function CellTab({ at }: { at: At }) {
  const { data: view, error, refetch } = useCell(at, useDesk().request);
  if (error) {
    return <FailureState error={error} retry={() => void refetch()} isCompact />;
  }
  if (view === undefined) {
    return (
      <RailBody>
        <Skeleton lines={8} />
      </RailBody>
    );
  }
  const { detail } = view;
  const isApplicable = detail.state !== "not applicable";
  return (
    <RailBody>
      <div>
        <h2 className={styles.title}>
          {detail.persona} at {detail.stage}
        </h2>
        {detail.exitCriterion !== "" && <p className={styles.criterion}>{detail.exitCriterion}</p>}
      </div>
      <GapBox view={view} />
      <Needs detail={detail} />
      <Placements detail={detail} />
      <Findings detail={detail} />
      {isApplicable && detail.state !== "covered" && <Candidates at={at} needs={detail.needs} />}
      <Verbs at={at} isApplicable={isApplicable} />
    </RailBody>
  );
}
