import { Link } from "@tanstack/react-router";
import type { DealPage } from "@/bindings/DealPage";
import type { DealPersona } from "@/bindings/DealPersona";
import type { LeadRow } from "@/bindings/LeadRow";
import { Card } from "@/components/Card";
import { Dots } from "@/components/Dots";
import { LOCALE } from "@/locale";
import type { Clock } from "@/words/clock";
import { STATE_WORDS, sayScore } from "@/words/scoring";
import { capital } from "@/words/text";
import styles from "./People.module.css";

const ANONYMOUS = "Anonymous";

function Lead({ lead, clock }: { lead: LeadRow; clock: Clock }) {
  const { key, name, email, title, score, state, lastActivity } = lead;
  return (
    <li className={styles.lead}>
      <span className={styles.who}>
        <Link to="/leads/$key" params={{ key: String(key) }} className={styles.link}>
          {name || email || ANONYMOUS}
        </Link>
        <span className={styles.behind}>{title || (name === "" ? "" : email)}</span>
      </span>
      <span className={styles.standing}>
        <span className={styles.score} title={`Score ${sayScore(score)}`}>
          {STATE_WORDS[state]} · {sayScore(score)}
        </span>
        <span className={styles.behind}>
          {lastActivity === null ? "no activity" : `last ${clock.day(lastActivity)}`}
        </span>
      </span>
    </li>
  );
}

function Leads({ leads, clock }: { leads: readonly LeadRow[]; clock: Clock }) {
  return (
    <ul className={styles.leads}>
      {leads.map((lead) => (
        <Lead key={lead.key} lead={lead} clock={clock} />
      ))}
    </ul>
  );
}

interface SeatProps {
  persona: DealPersona;
  leads: readonly LeadRow[];
  /** Nobody at the table holds the budget, and this persona would. */
  isLoud: boolean;
  clock: Clock;
}

function Seat({ persona, leads, isLoud, clock }: SeatProps) {
  const { personaId, name, role, weight } = persona;
  const isMissing = leads.length === 0;
  return (
    <li className={styles.seat} data-missing={isMissing || undefined}>
      <div className={styles.persona}>
        <Link to="/personas/$personaId" params={{ personaId }} className={styles.personaName}>
          {name}
        </Link>
        <span className={styles.role}>
          <Dots value={weight} label={`Decision weight ${weight} of 5`} />
          {capital(role)}
        </span>
      </div>
      {isMissing ? (
        <p className={isLoud ? styles.loud : styles.missing}>
          {isLoud ? "Missing: nobody holds the budget" : "Missing"}
        </p>
      ) : (
        <Leads leads={leads} clock={clock} />
      )}
    </li>
  );
}

/** Where the people come from, and how many: of the deal itself, or of its account. */
function sayPeople({ deal, people }: DealPage): string {
  const count = deal.people === 1 ? "1 person" : `${deal.people.toLocaleString(LOCALE)} people`;
  const shown = people.length < deal.people ? `, the ${people.length} who did something last` : "";
  return deal.ofAccount ? `${count} of the account, as the deal names nobody${shown}` : count;
}

function Unknown({ names }: { names: readonly string[] }) {
  return names.length === 0 ? null : (
    <p className={styles.unknown}>The deal also names {names.join(", ")}, of whom no file of leads tells.</p>
  );
}

/** Who decides: the personas of the plan, those who are there and those who are missing. */
export function People({ page, clock }: { page: DealPage; clock: Clock }) {
  const { help, people, unknown } = page;
  const others = people.filter(({ persona }) => persona === null);
  // Those who are there come first, each part by decision weight.
  const seats = help.personas.toSorted(
    (one, other) => Number(one.leads.length === 0) - Number(other.leads.length === 0),
  );
  return (
    <Card title="Buying committee" aside={sayPeople(page)}>
      <ul className={styles.seats} aria-label="Buying committee">
        {seats.map((persona) => (
          <Seat
            key={persona.personaId}
            persona={persona}
            leads={people.filter(({ key }) => persona.leads.includes(key))}
            isLoud={page.deal.missingBuyers.includes(persona.personaId)}
            clock={clock}
          />
        ))}
        {others.length > 0 && (
          <li className={styles.seat}>
            <p className={styles.persona}>
              <span className={styles.personaName}>Without a persona</span>
              <span className={styles.role}>Their titles tell of none</span>
            </p>
            <Leads leads={others} clock={clock} />
          </li>
        )}
      </ul>
      <Unknown names={unknown} />
    </Card>
  );
}
