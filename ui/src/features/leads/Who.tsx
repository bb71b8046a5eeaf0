import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { LeadPage } from "@/bindings/LeadPage";
import type { LeadValue } from "@/bindings/LeadValue";
import { Card } from "@/components/Card";
import { useStages } from "@/rpc/lists";
import { FACT_WORDS } from "@/words/facts";
import { stageNamed } from "@/words/stageNames";
import type { Clock } from "./clock";
import styles from "./Leads.module.css";
import { usePersonaNames } from "./queries";

const CONSENT: Readonly<Record<string, string>> = { yes: "Given", no: "Not given" };

function Value({ value: { field, text }, clock }: { value: LeadValue; clock: Clock }) {
  const stages = useStages();
  switch (field) {
    case "created":
    case "verified":
      return clock.day(Number(text));
    case "consent":
      return CONSENT[text] ?? text;
    case "stage": {
      const { name, theirs } = stageNamed(text, stages);
      return (
        <>
          {name}
          {theirs !== null && <span className={styles.behind}>{theirs} in its own tool</span>}
        </>
      );
    }
    default:
      return text;
  }
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function PersonaFact({ id }: { id: string | null }) {
  const name = usePersonaNames().get(id ?? "");
  return (
    <Fact label="Persona">
      {id === null || name === undefined ? (
        <span className={styles.quiet}>none</span>
      ) : (
        <Link to="/personas/$personaId" params={{ personaId: id }} className={styles.link}>
          {name}
        </Link>
      )}
    </Fact>
  );
}

/** What is known of a lead. */
export function Who({ lead: { values, persona }, clock }: { lead: LeadPage; clock: Clock }) {
  const order = Object.keys(FACT_WORDS);
  const sorted = values.toSorted((one, other) => order.indexOf(one.field) - order.indexOf(other.field));
  return (
    <Card title="Who this is">
      <dl className={`${styles.facts} selectable`}>
        <PersonaFact id={persona} />
        {sorted.map((value) => (
          <Fact key={value.field} label={FACT_WORDS[value.field]}>
            <Value value={value} clock={clock} />
          </Fact>
        ))}
      </dl>
      {values.length === 0 && (
        <p className={styles.quiet}>Its row held neither a name nor an address: it counts, and is nobody.</p>
      )}
    </Card>
  );
}
