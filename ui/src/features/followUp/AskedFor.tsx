import { Link } from "@tanstack/react-router";
import type { BriefRequest } from "@/bindings/BriefRequest";
import type { CallBrief } from "@/bindings/CallBrief";
import { Card } from "@/components/Card";
import { LOCALE } from "@/locale";
import { ReadMark } from "@/parts/ReadMark";
import { useMembers } from "@/rpc/lists";
import { useSpeakerId } from "@/rpc/speaker";
import { sayNear } from "@/words/clock";
import { type Moment, sayHotAsk, sayOpened } from "@/words/followUp";
import styles from "./Brief.module.css";

interface RequestProps {
  request: BriefRequest;
  ownerId: string | null;
  now: Moment;
}

/** Whether the rep it is assigned to can talk about it; whoever speaks says so for themselves. */
function Read({ request, ownerId }: Omit<RequestProps, "now">) {
  const { assetId, title, takeaways, readBy } = request;
  const speaker = useSpeakerId();
  const owner = useMembers().find(({ id }) => id === ownerId);
  if (assetId === null || takeaways.length === 0) {
    return (
      <p className={styles.quiet}>
        {assetId === null
          ? "It is not among your content, so no takeaways are known."
          : "No takeaways yet: read it before you mention it."}
      </p>
    );
  }
  const isUnread = owner !== undefined && owner.id !== speaker && !readBy.includes(owner.id);
  return (
    <div className={styles.read}>
      <ReadMark asset={{ assetId, title, readBy }} />
      {isUnread && <p className={styles.warn}>{owner.name} has not read this yet</p>}
    </div>
  );
}

function Request({ request, ownerId, now }: RequestProps) {
  const { title, assetId, at, openedAt, takeaways } = request;
  const name = title || "Content without a name";
  return (
    <li className={styles.request}>
      <p className={styles.requestHead}>
        {assetId === null ? (
          <span className={styles.requested}>{name}</span>
        ) : (
          <Link to="/assets/$assetId" params={{ assetId }} className={styles.requested}>
            {name}
          </Link>
        )}
        <span className={openedAt === null ? styles.warn : styles.good}>{sayOpened(request, now.at)}</span>
      </p>
      <p className={styles.quiet}>Asked for {sayNear(at, now.at, now.clock)}</p>
      {takeaways.length > 0 && (
        <ul className={styles.takeaways} aria-label={`What to say of ${name}`}>
          {takeaways.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <Read request={request} ownerId={ownerId} />
    </li>
  );
}

/** A demo, a quote or a call, where that made it hot; and content by name, whether it opened it, and what
to say of it. */
export function AskedFor({ brief: { requests, lead }, now }: { brief: CallBrief; now: Moment }) {
  const { hotAsk, ownerId } = lead;
  return (
    <Card
      title="What it asked for"
      {...(requests.length > 1 && { aside: requests.length.toLocaleString(LOCALE) })}
    >
      {hotAsk !== null && <p className={styles.hotAsk}>{sayHotAsk(hotAsk, now)}</p>}
      {requests.length === 0 ? (
        <p className={styles.quiet}>It asked for no content.</p>
      ) : (
        <ul className={styles.requests}>
          {requests.map((request) => (
            <Request key={request.assetId ?? request.title} request={request} ownerId={ownerId} now={now} />
          ))}
        </ul>
      )}
    </Card>
  );
}
