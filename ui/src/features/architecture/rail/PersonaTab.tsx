import { Link } from "@tanstack/react-router";
import type { Map as CoverageMap } from "@/bindings/Map";
import { RailBody } from "@/components/RailLayout";
import { Sign } from "@/components/Sign";
import { STATE_SIGNS, stateBackground, stateForeground } from "@/style/states";
import { PHASE_FINDING_WORDS } from "@/words/coverage";
import { STATE_WORDS } from "@/words/plan";
import { capital } from "@/words/text";
import { useDesk } from "../desk";
import { percent } from "../grid/heads";
import { type PhaseView, phasesOfRow } from "../phases";
import styles from "./Rail.module.css";
import { Section } from "./Section";

function sayCredit(credit: number | null): string {
  return credit === null ? "not applicable" : `${Math.round(credit * 100)}`;
}

function Phase({ view, stageIds }: { view: PhaseView; stageIds: readonly string[] }) {
  const desk = useDesk();
  const { cell, stages } = view;
  return (
    <Section title={capital(cell.phase)} aside={sayCredit(cell.credit)}>
      <div className={styles.strip}>
        {cell.states.map((state, at) => (
          <button
            key={stageIds[at]}
            type="button"
            className={styles.stage}
            data-state={state}
            style={{ background: stateBackground(state), color: stateForeground(state) }}
            onClick={() => desk.open({ personaId: cell.personaId, stageId: stageIds[at] ?? "" })}
          >
            <Sign name={STATE_SIGNS[state]} label={STATE_WORDS[state]} />
            {stages[at]}
          </button>
        ))}
      </div>
      {cell.findings.length > 0 && (
        <ul className={styles.findings} aria-label={`To be seen to in ${capital(cell.phase)}`}>
          {cell.findings.map((finding) => (
            <li key={finding} className={styles.finding}>
              {capital(PHASE_FINDING_WORDS[finding])}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** A persona along the journey: where it stands in each phase, and what its live content lacks there. */
export function PersonaTab({ map, row }: { map: CoverageMap; row: number }) {
  const persona = map.personas[row];
  if (persona === undefined) {
    return null;
  }
  const score = percent(persona.score);
  return (
    <RailBody>
      <div>
        <h2 className={styles.title}>{persona.name}</h2>
        <p className={styles.criterion}>
          {capital(persona.role)}, weight {persona.weight} of 5.{" "}
          {score === null ? "No score." : `Coverage ${Math.round(score)}.`}
        </p>
      </div>
      {phasesOfRow(map, row).map((view, at) => (
        <Phase key={view.cell.phase} view={view} stageIds={map.phases[at]?.stageIds ?? []} />
      ))}
      <div className={styles.links}>
        <Link to="/personas/$personaId" params={{ personaId: persona.id }} className={styles.link}>
          Open the persona
        </Link>
      </div>
    </RailBody>
  );
}
