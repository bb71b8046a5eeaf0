// What a row shows in its cells. A row that scrolls in draws a dozen of them: they stay plain.
import type { Asset } from "@/bindings/Asset";
import type { Freshness } from "@/bindings/Freshness";
import type { Mark } from "@/bindings/Mark";
import type { Status } from "@/bindings/Status";
import { Chip } from "@/components/Chip";
import { Sign, type SignName } from "@/components/Sign";
import styles from "./cells.module.css";
import { isOverdue, shortDate } from "./values";
import { MARK_REASONS, MARK_WORDS, STANDING_WORDS } from "./words";

export const STATUS_SIGNS: Readonly<Record<Status, SignName>> = {
  idea: "ring",
  planned: "pen",
  "in production": "half",
  published: "check",
  retired: "dash",
};

export function StatusCell({ status }: { status: Status }) {
  return (
    <span className={styles.signed} data-status={status}>
      <Sign name={STATUS_SIGNS[status]} />
      {status}
    </span>
  );
}

export function StandingCell({ freshness: { standing, undated } }: { freshness: Freshness }) {
  const word = undated ? "undated" : standing;
  if (word === "planned" || word === "retired") {
    return <span className={styles.none}>{STANDING_WORDS[word]}</span>;
  }
  const sign = word === "live" ? "check" : word === "stale" ? "clock" : "question";
  return (
    <span className={styles.signed} data-standing={word}>
      <Sign name={sign} />
      {STANDING_WORDS[word]}
    </span>
  );
}

export function Due({ asset, today }: { asset: Pick<Asset, "dueOn" | "status">; today: string }) {
  if (!isOverdue(asset, today)) {
    return <span>{shortDate(asset.dueOn)}</span>;
  }
  return (
    <span className={styles.overdue}>
      <Sign name="clock" label="overdue" />
      {shortDate(asset.dueOn)}
    </span>
  );
}

export function MarkChip({ mark }: { mark: Mark | null }) {
  return mark === null ? null : (
    <span title={MARK_REASONS[mark]} className={styles.mark}>
      <Chip tone="danger">{MARK_WORDS[mark]}</Chip>
    </span>
  );
}

export function Themes({ themes }: { themes: readonly string[] }) {
  return (
    <span className={styles.themes}>
      {themes.map((theme) => (
        <span key={theme} className={styles.theme}>
          {theme}
        </span>
      ))}
    </span>
  );
}
