import { useState } from "react";
import type { Gap } from "@/bindings/Gap";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { ListRow, RowList } from "@/components/ListRow";
import { RailBody } from "@/components/RailLayout";
import { Sign } from "@/components/Sign";
import { Skeleton } from "@/components/Skeleton";
import { LOCALE } from "@/locale";
import { STATE_SIGNS, stateForeground } from "@/style/states";
import { sayFactors, sayGap, sayNeutral, sayPlans, sayWorth } from "@/words/gaps";
import { useDesk } from "../desk";
import styles from "./Rail.module.css";

const BLOCK = 40;

function GapRow({ gap }: { gap: Gap }) {
  const desk = useDesk();
  const at = { personaId: gap.personaId, stageId: gap.stageId };
  return (
    <ListRow
      lead={
        <span style={{ color: stateForeground(gap.state) }}>
          <Sign name={STATE_SIGNS[gap.state]} />
        </span>
      }
      title={`${gap.persona} at ${gap.stage}`}
      detail={
        <>
          {sayGap(gap)} {sayWorth(gap)} {sayPlans(gap)}
          <br />
          <span className={styles.small}>{sayFactors(gap)}</span>
        </>
      }
      aside={
        <span className={styles.rank} title="100 is the largest gap">
          {Math.round(gap.relative)}
        </span>
      }
      areActionsOver
      actions={
        desk.canEdit && (
          <>
            <Button
              onPress={() => desk.plan(at)}
              aria-label={`Plan an asset for ${gap.persona} at ${gap.stage}`}
            >
              Plan
            </Button>
            <Button onPress={() => desk.open(at)} aria-label={`Reuse for ${gap.persona} at ${gap.stage}`}>
              Reuse
            </Button>
          </>
        )
      }
      onOpen={() => desk.open(at)}
    />
  );
}

/** Every gap, the largest first; undefined while they are on their way. */
export function GapsTab({ gaps, isFiltered }: { gaps: readonly Gap[] | undefined; isFiltered: boolean }) {
  const [shown, setShown] = useState(BLOCK);
  if (gaps === undefined) {
    return (
      <RailBody>
        <Skeleton lines={5} />
      </RailBody>
    );
  }
  if (gaps.length === 0) {
    return (
      <RailBody>
        <EmptyState
          isCompact
          title="No gaps"
          text="Every cell that applies is covered. New gaps appear here as content goes stale and needs come in."
        />
      </RailBody>
    );
  }
  return (
    <RailBody>
      <div>
        <h2 className={styles.title}>What is missing, the largest first</h2>
        <p className={styles.criterion}>
          {isFiltered ? "Counting only what is filtered. " : ""}
          {gaps[0] !== undefined && sayNeutral(gaps[0])}
        </p>
      </div>
      <RowList label="Gaps">
        {gaps.slice(0, shown).map((gap) => (
          <GapRow key={`${gap.personaId} ${gap.stageId}`} gap={gap} />
        ))}
      </RowList>
      {gaps.length > shown && (
        <Button onPress={() => setShown(shown + BLOCK)}>
          Show {Math.min(BLOCK, gaps.length - shown).toLocaleString(LOCALE)} more
        </Button>
      )}
    </RailBody>
  );
}
