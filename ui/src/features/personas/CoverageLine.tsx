import type { Map as CoverageMap } from "@/bindings/Map";
import { Card } from "@/components/Card";
import { Chip } from "@/components/Chip";
import { classes } from "@/components/classes";
import { ScoreBar } from "@/components/ScoreBar";
import { Sign } from "@/components/Sign";
import { LOCALE } from "@/locale";
import { STATE_SIGNS, stateBackground, stateForeground } from "@/style/states";
import { capital } from "@/words/text";
import styles from "./CoverageLine.module.css";
import { phaseNotesOf, type Station, stationsOf } from "./line";

function Stop({ station: { stage, cell, brokenTo }, isLast }: { station: Station; isLast: boolean }) {
  return (
    <li className={styles.stop}>
      <span className={styles.track}>
        <span
          className={styles.sign}
          style={{ color: stateForeground(cell.state), background: stateBackground(cell.state) }}
        >
          <Sign name={STATE_SIGNS[cell.state]} />
        </span>
        {!isLast && <span className={classes(styles.way, brokenTo !== null && styles.broken)} />}
      </span>
      <span className={styles.stage}>{stage.name}</span>
      <span className={styles.state}>
        {cell.state === "not applicable" ? "n/a" : cell.state}
        {cell.live > 0 && <span className={styles.live}>{cell.live.toLocaleString(LOCALE)} live</span>}
      </span>
      {stage.handoff && <Chip tone="outline">handoff</Chip>}
    </li>
  );
}

function Notes({ map, personaId, unanswered }: CoverageLineProps & { map: CoverageMap }) {
  const broken = stationsOf(map, personaId).filter(({ brokenTo }) => brokenTo !== null);
  const notes = phaseNotesOf(map, personaId);
  if (broken.length + notes.length + unanswered.length === 0) {
    return null;
  }
  return (
    <ul className={styles.notes} aria-label="What is to be seen to">
      {broken.map(({ stage, brokenTo }) => (
        <li key={stage.id}>
          <strong>The path breaks after {stage.name}.</strong> No content there that helps leads on to{" "}
          {brokenTo}.
        </li>
      ))}
      {unanswered.map((trigger) => (
        <li key={trigger}>
          <strong>{trigger}.</strong> Nothing in Engage answers this trigger.
        </li>
      ))}
      {notes.map(({ phase, text }) => (
        <li key={phase}>
          <strong>{capital(phase)}.</strong> {text}
        </li>
      ))}
    </ul>
  );
}

export interface CoverageLineProps {
  personaId: string;
  map: CoverageMap | undefined;
  /** The names of triggers that nothing answers. */
  unanswered: readonly string[];
}

/** The persona's row of the map as a line with stops, broken where no step leads on. */
export function CoverageLine({ personaId, map, unanswered }: CoverageLineProps) {
  const row = map?.personas.find(({ id }) => id === personaId);
  if (map === undefined || row === undefined || map.stages.length === 0) {
    return null;
  }
  const stations = stationsOf(map, personaId);
  const { value, covered, applicable, nothingLive } = row.score;
  return (
    <Card
      title="Coverage"
      aside={`${covered} of ${applicable} stages covered · ${nothingLive} with nothing live`}
      actions={<ScoreBar value={value === null ? null : 100 * value} label="Coverage" align="end" />}
    >
      <ol className={styles.line} aria-label="Coverage by stage">
        {stations.map((station, at) => (
          <Stop key={station.stage.id} station={station} isLast={at === stations.length - 1} />
        ))}
      </ol>
      <Notes personaId={personaId} map={map} unanswered={unanswered} />
    </Card>
  );
}
