import { Link } from "@tanstack/react-router";
import type { CadenceEntry } from "@/bindings/CadenceEntry";
import type { Occasion } from "@/bindings/Occasion";
import { Avatar } from "@/components/Avatar";
import { Sign, type SignName } from "@/components/Sign";
import { sayDayOfMonth } from "@/words/months";
import { sayDate } from "@/words/text";
import styles from "./Cadence.module.css";

const SIGNS: Readonly<Record<Occasion, SignName>> = { due: "pen", published: "check", expires: "clock" };

/** What happens, as it stands to today. */
function sayOccasion({ occasion, pressing, on }: CadenceEntry, today: string): string {
  if (occasion === "due") {
    return pressing ? "overdue" : "due";
  }
  if (occasion === "published") {
    return on > today ? "comes out" : "published";
  }
  return on < today ? "expired" : "expires";
}

interface EntryProps {
  entry: CadenceEntry;
  today: string;
  /** Its day is of another month than the one it stands under. */
  isDated: boolean;
}

function Entry({ entry, today, isDated }: EntryProps) {
  const { on, occasion, assetId, title, format, owner, status, pressing } = entry;
  return (
    <li className={styles.entry} data-today={on === today || undefined}>
      <time className={styles.day} dateTime={on}>
        {isDated ? sayDate(on) : sayDayOfMonth(on)}
      </time>
      <span className={styles.occasion} data-occasion={occasion} data-pressing={pressing || undefined}>
        <Sign name={SIGNS[occasion]} />
        {sayOccasion(entry, today)}
      </span>
      <span className={styles.what}>
        <Link to="/assets/$assetId" params={{ assetId }} className={styles.title}>
          {title}
        </Link>
        <span className={styles.facts}>{[format, status].filter((fact) => fact !== "").join(" · ")}</span>
      </span>
      <span className={styles.owner}>
        {owner === "" ? (
          <span className={styles.nobody}>Nobody yet</span>
        ) : (
          <>
            <Avatar name={owner} />
            {owner}
          </>
        )}
      </span>
    </li>
  );
}

export interface EntriesProps {
  label: string;
  entries: readonly CadenceEntry[];
  today: string;
  areDated?: boolean;
}

export function Entries({ label, entries, today, areDated = false }: EntriesProps) {
  return (
    <ul className={styles.entries} aria-label={label}>
      {entries.map((entry) => (
        <Entry key={`${entry.assetId} ${entry.occasion}`} entry={entry} today={today} isDated={areDated} />
      ))}
    </ul>
  );
}
