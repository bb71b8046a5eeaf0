import type { Since } from "@/bindings/Since";
import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { Sign } from "@/components/Sign";
import { LOCALE } from "@/locale";
import { STATE_SIGNS, stateForeground } from "@/style/states";
import styles from "./Home.module.css";
import { PlaceLink } from "./PlaceLink";
import type { Story, StoryItem } from "./stories";

function Item({ item: { text, note, place, state } }: { item: StoryItem }) {
  return (
    <li className={styles.item}>
      {state !== undefined && (
        <span className={styles.state} style={{ color: stateForeground(state) }}>
          <Sign name={STATE_SIGNS[state]} />
        </span>
      )}
      <span className={styles.itemText}>
        <PlaceLink place={place}>{text}</PlaceLink>
        {note !== "" && <span className={styles.note}>{note}</span>}
      </span>
    </li>
  );
}

function StoryRow({ story: { sign, title, items, more } }: { story: Story }) {
  return (
    <li className={styles.story}>
      <span className={styles.sign}>
        <Sign name={sign} />
      </span>
      <div className={styles.told}>
        <h3 className={styles.sentence}>{title}</h3>
        {items.length > 0 && (
          <ul className={styles.items}>
            {items.map((item) => (
              <Item key={item.id} item={item} />
            ))}
          </ul>
        )}
        {more > 0 && <p className={styles.more}>and {more.toLocaleString(LOCALE)} more</p>}
      </div>
    </li>
  );
}

const FIRST =
  "Whenever you come back, what others did meanwhile stands here: needs answered or declined, checks answered, cells that changed.";

export interface NewsCardProps {
  since: Since | null;
  stories: readonly Story[];
  /** "Oct 17, 2026, 9:12 AM". */
  moment: string;
}

/** What changed since the last visit. */
export function NewsCard({ since, stories, moment }: NewsCardProps) {
  if (since === null) {
    return (
      <Card title="Since your last visit">
        <EmptyState isCompact title="This is your first visit" text={FIRST} />
      </Card>
    );
  }
  return (
    <Card title="Since your last visit" aside={moment}>
      {stories.length === 0 ? (
        <EmptyState isCompact title="Nothing has changed" text={`The plan is as you left it on ${moment}.`} />
      ) : (
        <ul className={styles.stories}>
          {stories.map((story) => (
            <StoryRow key={story.id} story={story} />
          ))}
        </ul>
      )}
    </Card>
  );
}
