import { Link } from "@tanstack/react-router";
import type { LeadEvent } from "@/bindings/LeadEvent";
import type { LeadPage } from "@/bindings/LeadPage";
import { Card } from "@/components/Card";
import { classes } from "@/components/classes";
import { useStages } from "@/rpc/lists";
import { EVENT_WORDS } from "@/words/events";
import { stageNamed } from "@/words/stageNames";
import type { Clock } from "./clock";
import styles from "./Leads.module.css";
import { SIGNS } from "./signs";
import { daysOf, sayActs, waitOf } from "./waits";

interface TimelineProps {
  lead: LeadPage;
  clock: Clock;
}

/** The stage that was reached: as it is called here, where that is known. */
function StageReached({ name }: { name: string }) {
  const stages = useStages();
  return <strong className={styles.stage}>{stageNamed(name, stages).name}</strong>;
}

function Content({ event: { kind, asset, assetId } }: { event: LeadEvent }) {
  if (kind === "move") {
    return <StageReached name={asset} />;
  }
  if (asset === "") {
    const isContent = kind === "request" || kind === "open";
    return isContent ? <span className={styles.quiet}>content without a name</span> : null;
  }
  return assetId === null ? (
    <span>{asset}</span>
  ) : (
    <Link to="/assets/$assetId" params={{ assetId }} className={styles.link}>
      {asset}
    </Link>
  );
}

/** Why a stage was reached; else campaign and channel, and whether it was a machine. */
function Behind({ event: { channel, campaign, machine } }: { event: LeadEvent }) {
  const said = [campaign, channel, machine ? "by a machine, does not count" : ""];
  const told = said.filter((text) => text !== "").join(" · ");
  return told === "" ? null : <span className={styles.behind}>{told}</span>;
}

function Event({ event, lead: { events, asOf }, clock }: TimelineProps & { event: LeadEvent }) {
  const Icon = SIGNS[event.kind];
  const wait = event.kind === "request" ? waitOf(event, events, asOf) : null;
  return (
    <li className={styles.event} data-machine={event.machine || undefined}>
      <time className={styles.time} dateTime={new Date(event.at).toISOString()}>
        {clock.time(event.at)}
      </time>
      <Icon aria-hidden size={15} strokeWidth={1.75} className={styles.sign} />
      <p className={styles.what}>
        <span className={styles.quiet}>{EVENT_WORDS[event.kind]}</span> <Content event={event} />
        <Behind event={event} />
      </p>
      {wait !== null && <p className={classes(styles.wait, !wait.isOpened && styles.open)}>{wait.text}</p>}
    </li>
  );
}

/** What a lead did, by day, the latest first. */
export function Timeline({ lead, clock }: TimelineProps) {
  const { events, asOf } = lead;
  const zone = clock.zone.replaceAll("_", " ");
  return (
    <Card title="Activity" {...(events.length > 0 && { aside: sayActs(events) })}>
      {events.length === 0 ? (
        <p className={styles.quiet}>No file says that it did anything.</p>
      ) : (
        <div className={styles.days}>
          {daysOf(events, clock).map((day) => (
            <section key={day.title} aria-label={day.title}>
              <h3 className={styles.day}>{day.title}</h3>
              <ol>
                {day.events.map((event, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: events have no names, and stay where they are
                  <Event key={at} event={event} lead={lead} clock={clock} />
                ))}
              </ol>
            </section>
          ))}
          <p className={styles.quiet}>
            {asOf === null ? `Times in ${zone}.` : `As of ${clock.day(asOf)}, times in ${zone}.`}
          </p>
        </div>
      )}
    </Card>
  );
}
