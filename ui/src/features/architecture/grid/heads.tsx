// The frozen heads and margins of the map.
import type { ReactNode } from "react";
import type { MapColumn } from "@/bindings/MapColumn";
import type { MapPhase } from "@/bindings/MapPhase";
import type { MapRow } from "@/bindings/MapRow";
import type { Score } from "@/bindings/Score";
import { classes } from "@/components/classes";
import { Dots } from "@/components/Dots";
import { ScoreBar } from "@/components/ScoreBar";
import { sayCount } from "@/words/edits";
import { capital } from "@/words/text";
import styles from "./MapGrid.module.css";

/** 0–100 of a score, or null where there is none. */
export function percent({ value }: Score): number | null {
  return value === null ? null : value * 100;
}

export function Corner({ personas }: { personas: number }) {
  return (
    <div role="columnheader" className={classes(styles.head, styles.corner)}>
      {sayCount("persona", personas)}
    </div>
  );
}

export function MarginHead({ children = "Score" }: { children?: ReactNode }) {
  return (
    <div role="columnheader" className={classes(styles.margin, styles.corner)}>
      {children}
    </div>
  );
}

/** A stage's name, under that of its phase where the phase begins. */
export function StageHead({ stage, isFirst }: { stage: MapColumn; isFirst: boolean }) {
  return (
    <div
      role="columnheader"
      className={styles.column}
      title={stage.exitCriterion === "" ? stage.name : `${stage.name}: ${stage.exitCriterion}`}
    >
      {isFirst && <span className={styles.group}>{capital(stage.phase)} </span>}
      <span className={styles.columnName}>
        <span>{stage.name}</span>
        {stage.handoff && <span className={styles.handoff}>handoff</span>}
      </span>
    </div>
  );
}

export function PhaseHead({ phase, stages }: { phase: MapPhase; stages: readonly string[] }) {
  return (
    <div role="columnheader" className={styles.column} title={stages.join(" · ")}>
      <span className={styles.group}>{capital(phase.phase)} </span>
      <span className={styles.columnName}>
        <span>{stages.join(" · ")}</span>
      </span>
    </div>
  );
}

export function PersonaHead({ persona, isSelected }: { persona: MapRow; isSelected: boolean }) {
  return (
    <div
      role="rowheader"
      tabIndex={-1}
      data-stop
      data-persona={persona.id}
      aria-current={isSelected || undefined}
      className={classes(styles.head, styles.opens)}
    >
      <span className={styles.name} title={persona.name}>
        {persona.name}
      </span>
      <span className={styles.under}>
        <Dots value={persona.weight} label={`Weight ${persona.weight} of 5`} />
        <span>{capital(persona.role)}</span>
      </span>
    </div>
  );
}

export function RowScore({ of, score }: { of: string; score: Score }) {
  return (
    <div role="gridcell" className={styles.margin}>
      <ScoreBar value={percent(score)} label={of} align="end" />
    </div>
  );
}

interface FootProps {
  columns: readonly { id: string; name: string; score: Score }[];
  total: Score;
  /** Its row among all, from 1. */
  at: number;
}

/** The scores of the columns, and of all. */
export function FootRow({ columns, total, at }: FootProps) {
  const all = percent(total);
  return (
    <div role="row" aria-rowindex={at} className={styles.footRow}>
      <div role="rowheader" className={classes(styles.head, styles.bars)}>
        Score
      </div>
      {columns.map(({ id, name, score }) => (
        <div key={id} role="gridcell" className={styles.footCell}>
          <ScoreBar value={percent(score)} label={name} />
        </div>
      ))}
      <div role="gridcell" className={styles.margin}>
        <span className={styles.total}>{all === null ? "–" : Math.round(all)}</span>
      </div>
    </div>
  );
}
