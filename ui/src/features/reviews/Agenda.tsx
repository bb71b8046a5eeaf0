import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Agenda as Items } from "@/bindings/Agenda";
import type { AgendaGap } from "@/bindings/AgendaGap";
import type { Disagreement } from "@/bindings/Disagreement";
import type { SideCheck } from "@/bindings/SideCheck";
import { Card } from "@/components/Card";
import { Sign } from "@/components/Sign";
import { LOCALE } from "@/locale";
import { STATE_SIGNS, stateForeground } from "@/style/states";
import { sayCost, sayGap, sayPlans, sayWorth } from "@/words/gaps";
import { sayDate } from "@/words/text";
import { Funding } from "./Funding";
import { type PlaceNames, usePlaceNames } from "./queries";
import styles from "./Reviews.module.css";
import { Stop } from "./Stop";

function Gap({ gap }: Pick<AgendaGap, "gap">) {
  const said = [sayGap(gap), sayWorth(gap), sayPlans(gap), sayCost(gap)].filter((one) => one !== null);
  return (
    <li className={styles.turn}>
      <span className={styles.sign} style={{ color: stateForeground(gap.state) }}>
        <Sign name={STATE_SIGNS[gap.state]} />
      </span>
      <span className={styles.told}>
        <Link
          to="/architecture"
          search={{ persona: gap.personaId, stage: gap.stageId }}
          className={styles.link}
        >
          {gap.persona} at {gap.stage}
        </Link>
        <span className={styles.quiet}>{said.join(" ")}</span>
      </span>
      <span className={styles.figure}>{Math.round(gap.relative)}</span>
    </li>
  );
}

/** Each journey under its own name, where there are several. */
function Gaps({ gaps }: { gaps: readonly AgendaGap[] }) {
  const journeys = [...new Set(gaps.map(({ journey }) => journey))];
  return journeys.map((journey) => (
    <section key={journey} aria-label={`Gaps of ${journey}`} className={styles.journey}>
      {journeys.length > 1 && <h3 className={styles.subtitle}>{journey}</h3>}
      <ul className={styles.turns}>
        {gaps
          .filter((of) => of.journey === journey)
          .map(({ gap }) => (
            <Gap key={`${gap.personaId} ${gap.stageId}`} gap={gap} />
          ))}
      </ul>
    </section>
  ));
}

function sayAnswer(side: string, { answer }: SideCheck): string {
  if (answer === null) {
    return "";
  }
  const reason = answer.reason === "" ? "" : `: “${answer.reason}”`;
  return `${side} says ${answer.answer} (${answer.member})${reason}`;
}

function Differ({ one, names }: { one: Disagreement; names: PlaceNames }) {
  return (
    <li className={styles.turn}>
      <span className={styles.told}>
        <Link to="/assets/$assetId" params={{ assetId: one.assetId }} className={styles.link}>
          {one.title}
        </Link>
        <span className={styles.quiet}>
          {names.persona(one.personaId)} at {names.stage(one.stageId)}
        </span>
        <span className={styles.quiet}>{sayAnswer("Sales", one.check.sales)}</span>
        <span className={styles.quiet}>{sayAnswer("Marketing", one.check.marketing)}</span>
      </span>
    </li>
  );
}

interface PartProps {
  title: string;
  count?: number;
  /** Said where there is nothing. */
  none: string;
  children: ReactNode;
}

function Part({ title, count, none, children }: PartProps) {
  return (
    <Card title={title} aside={count === undefined ? undefined : count.toLocaleString(LOCALE)}>
      {count === 0 ? <p className={styles.quiet}>{none}</p> : children}
    </Card>
  );
}

function OpenNeeds({ needs, names }: { needs: Items["openNeeds"]; names: PlaceNames }) {
  return (
    <ul className={styles.turns}>
      {needs.map(({ id, text, importance, personaId, stageId }) => (
        <li key={id} className={styles.pair}>
          <Link to="/stages" search={{ need: id }} className={styles.link}>
            {text}
          </Link>
          <span className={styles.quiet}>
            {importance} · {names.persona(personaId)} at {names.stage(stageId)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Programmes({ programmes }: { programmes: Items["programmes"] }) {
  return (
    <ul className={styles.turns}>
      {programmes.map(({ programmeId, name, notes }) => (
        <li key={programmeId} className={styles.turn}>
          <span className={styles.told}>
            <Link to="/programmes/$programmeId" params={{ programmeId }} className={styles.link}>
              {name}
            </Link>
            {notes.map(({ notedOn, text }) => (
              <span key={`${notedOn} ${text}`} className={styles.quiet}>
                {sayDate(notedOn)}: {text}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What there is to talk about, as the plan is today. */
export function Agenda({ agenda }: { agenda: Items }) {
  const names = usePlaceNames();
  const { gaps, openNeeds, disagreements, funding, stop, programmes } = agenda;
  return (
    <>
      <Part title="Largest gaps" count={gaps.length} none="Every cell that applies is covered.">
        <Gaps gaps={gaps} />
      </Part>
      <Part title="Open needs" count={openNeeds.length} none="No need is open.">
        <OpenNeeds needs={openNeeds} names={names} />
      </Part>
      <Part title="Disagreements" count={disagreements.length} none="Marketing and sales agree.">
        <ul className={styles.turns}>
          {disagreements.map((one) => (
            <Differ key={one.placementId} one={one} names={names} />
          ))}
        </ul>
      </Part>
      <Part title="To fund" count={funding.lines.length} none="Nothing is planned.">
        <Funding funding={funding} />
      </Part>
      <Part title="To stop" count={stop.lines.length} none="Nothing to stop.">
        <Stop stop={stop} />
      </Part>
      <Part title="Programmes" count={programmes.length} none="No programme has changed.">
        <Programmes programmes={programmes} />
      </Part>
    </>
  );
}
