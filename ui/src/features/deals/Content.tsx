import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { DealContent } from "@/bindings/DealContent";
import type { DealPage } from "@/bindings/DealPage";
import type { DealTouch } from "@/bindings/DealTouch";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { Chip } from "@/components/Chip";
import { LOCALE } from "@/locale";
import type { Clock } from "@/words/clock";
import { EVENT_WORDS } from "@/words/events";
import styles from "./Content.module.css";
import { useStageNames } from "./queries";

/** More pieces than these come when asked for. */
const FEW = 8;

interface PieceProps {
  content: DealContent;
  people: ReadonlyMap<number, string>;
  clock: Clock;
}

function Title({ content: { title, assetId } }: { content: DealContent }) {
  if (title === "") {
    return <span className={styles.title}>Without content</span>;
  }
  return assetId === null ? (
    <span className={styles.title}>{title}</span>
  ) : (
    <Link to="/assets/$assetId" params={{ assetId }} className={styles.title}>
      {title}
    </Link>
  );
}

function sayTouch(
  { lead, kind, times, at }: DealTouch,
  people: ReadonlyMap<number, string>,
  clock: Clock,
): string {
  const often = times > 1 ? `, ${times.toLocaleString(LOCALE)} times` : "";
  return `${people.get(lead) ?? "Somebody"}: ${EVENT_WORDS[kind].toLocaleLowerCase()} ${clock.day(at)}${often}`;
}

function Piece({ content, people, clock }: PieceProps) {
  const stages = useStageNames();
  return (
    <li className={styles.piece}>
      <p className={styles.head}>
        <Title content={content} />
        <span className={styles.stages}>
          {content.stages.map((id) => (
            <Chip key={id}>{stages.get(id) ?? ""}</Chip>
          ))}
          {content.stages.length === 0 && content.title !== "" && (
            <span className={styles.quiet}>placed nowhere for them</span>
          )}
        </span>
      </p>
      <ul className={styles.touches}>
        {content.touches.map((touch) => (
          <li key={touch.lead}>{sayTouch(touch, people, clock)}</li>
        ))}
      </ul>
    </li>
  );
}

/** What those at the table touched of their own accord, the latest first. */
export function Content({ page: { content, people }, clock }: { page: DealPage; clock: Clock }) {
  const [isWhole, setWhole] = useState(false);
  const names = new Map(people.map(({ key, name, email }) => [key, name || email || "Anonymous"]));
  const shown = isWhole ? content : content.slice(0, FEW);
  return (
    <Card
      title="Content touched"
      {...(content.length > 0 && { aside: content.length.toLocaleString(LOCALE) })}
    >
      {content.length === 0 ? (
        <p className={styles.quiet}>Nobody at the table touched content within the year before.</p>
      ) : (
        <>
          <ul aria-label="Content touched">
            {shown.map((one) => (
              <Piece key={one.assetId ?? `=${one.title}`} content={one} people={names} clock={clock} />
            ))}
          </ul>
          {shown.length < content.length && (
            <div className={styles.more}>
              <Button onPress={() => setWhole(true)}>Show all {content.length.toLocaleString(LOCALE)}</Button>
            </div>
          )}
        </>
      )}
    </Card>
  );
}
