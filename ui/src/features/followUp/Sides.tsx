import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { CallBrief } from "@/bindings/CallBrief";
import { Card } from "@/components/Card";
import { Dots } from "@/components/Dots";
import { useMembers, useStages, useTriggers } from "@/rpc/lists";
import { sayNear } from "@/words/clock";
import type { Moment } from "@/words/followUp";
import { capital } from "@/words/text";
import styles from "./Brief.module.css";

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const none = (text: string) => <span className={styles.quiet}>{text}</span>;

/** The recorded stage, and the one that the content it engaged with is placed at, where they differ. */
function Stage({ brief: { recorded, contentSays } }: { brief: CallBrief }) {
  const stages = useStages();
  const name = (id: string | null) => stages.find((stage) => stage.id === id)?.name ?? null;
  const [said, content] = [name(recorded), name(contentSays)];
  return (
    <>
      {said ?? none("none is recorded")}
      {content !== null && content !== said && <span className={styles.differs}>Content says {content}</span>}
    </>
  );
}

function Challenges({ lines }: { lines: readonly string[] }) {
  return (
    <ul className={styles.challenges}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Who the lead is to the plan: persona, challenges, triggers, stage; and whose it is. */
export function Persona({ brief }: { brief: CallBrief }) {
  const { playbook, lead, triggers } = brief;
  const named = useTriggers().filter(({ id }) => triggers.includes(id));
  const owner = useMembers().find(({ id }) => id === lead.ownerId)?.name;
  return (
    <Card title="Who this is">
      <dl className={`${styles.facts} selectable`}>
        <Fact label="Persona">
          {playbook === null ? (
            none("none")
          ) : (
            <>
              <Link
                to="/personas/$personaId"
                params={{ personaId: playbook.personaId }}
                className={styles.link}
              >
                {playbook.name}
              </Link>
              <span className={styles.role}>
                <Dots value={playbook.weight} label={`Decision weight ${playbook.weight} of 5`} />
                {capital(playbook.role)}
              </span>
            </>
          )}
        </Fact>
        {playbook !== null && (
          <Fact label="Challenges">
            {playbook.challenges.length === 0 ? (
              none("none noted")
            ) : (
              <Challenges lines={playbook.challenges} />
            )}
          </Fact>
        )}
        <Fact label="Set off by">
          {named.length === 0 ? none("no trigger known") : named.map(({ name }) => name).join(", ")}
        </Fact>
        <Fact label="Stage">
          <Stage brief={brief} />
        </Fact>
        <Fact label="Owner">{owner ?? none("unassigned")}</Fact>
        {lead.email !== "" && <Fact label="E-mail">{lead.email}</Fact>}
      </dl>
      <p className={styles.more}>
        <Link to="/leads/$key" params={{ key: String(lead.key) }} className={styles.link}>
          All it did, and its score
        </Link>
      </p>
    </Card>
  );
}

/** Calls, mails and meetings of sales since the handoff. */
export function Since({ brief: { touches, lead }, now }: { brief: CallBrief; now: Moment }) {
  const said = lead.touchedAt !== null && !touches.some(({ at }) => at === lead.touchedAt);
  return (
    <Card title="Since the handoff">
      {touches.length === 0 && !said && <p className={styles.quiet}>Nobody was in touch yet.</p>}
      <ul className={styles.touches}>
        {touches.map(({ at, asset, channel, campaign }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: touches have no names, and stay where they are
          <li key={place} className={styles.touch}>
            <span>{sayNear(at, now.at, now.clock)}</span>
            <span className={styles.quiet}>
              {[asset, channel, campaign].filter((text) => text !== "").join(" · ") || "in touch"}
            </span>
          </li>
        ))}
        {said && lead.touchedAt !== null && (
          <li className={styles.touch}>
            <span>{sayNear(lead.touchedAt, now.at, now.clock)}</span>
            <span className={styles.quiet}>in touch, as sales says</span>
          </li>
        )}
      </ul>
    </Card>
  );
}
