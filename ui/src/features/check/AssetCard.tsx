import { Link } from "@tanstack/react-router";
import type { AssetPage } from "@/bindings/AssetPage";
import type { Freshness } from "@/bindings/Freshness";
import { Chip } from "@/components/Chip";
import { Skeleton } from "@/components/Skeleton";
import { LOCALE } from "@/locale";
import { capital, sayDate } from "@/words/text";
import styles from "./AssetCard.module.css";
import { hostOf } from "./hostOf";

const LANGUAGES = new Intl.DisplayNames(LOCALE, { type: "language" });

function sayFreshness({ standing, expiresOn, renewedOn, undated }: Freshness): string {
  if (undated) {
    return "published, without a date";
  }
  if (standing === "stale") {
    return `stale since ${sayDate(expiresOn)}`;
  }
  if (standing === "live") {
    return expiresOn === null ? "evergreen" : `fresh until ${sayDate(expiresOn)}`;
  }
  return renewedOn === null ? "not yet out" : `out since ${sayDate(renewedOn)}`;
}

/** "de" → "German"; a name stays a name. */
function sayLanguage(language: string): string {
  try {
    return language === "" ? "" : (LANGUAGES.of(language) ?? language);
  } catch {
    return language;
  }
}

function Facts({ page }: { page: AssetPage }) {
  const { asset, summary } = page;
  const host = hostOf(asset.url);
  const facts = [summary.format, asset.purpose ?? "", sayLanguage(asset.language)].filter(Boolean);
  return (
    <>
      <p className={styles.facts}>{facts.length === 0 ? "No format yet" : facts.map(capital).join(" · ")}</p>
      <div className={styles.chips}>
        <Chip>{capital(asset.status)}</Chip>
        <Chip tone={summary.freshness.standing === "stale" ? "warning" : "plain"}>
          {capital(sayFreshness(summary.freshness))}
        </Chip>
        {asset.interactive && <Chip>Interactive</Chip>}
        {asset.visual && <Chip>Visual</Chip>}
      </div>
      {host !== "" && <p className={styles.host}>{host}</p>}
    </>
  );
}

function Takeaways({ takeaways }: { takeaways: readonly string[] }) {
  return (
    <section className={styles.part}>
      <h3 className={styles.heading}>What a rep must know</h3>
      {takeaways.length === 0 ? (
        <p className={styles.quiet}>No takeaways yet.</p>
      ) : (
        <ul className={styles.list}>
          {takeaways.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The asset asked about, with what is needed to judge it. */
export function AssetCard({ title, page }: { title: string; page: AssetPage | undefined }) {
  return (
    <aside className={styles.card} aria-label="The asset">
      <h2 className={styles.title}>{title}</h2>
      {page === undefined ? (
        <Skeleton lines={6} />
      ) : (
        <>
          <Facts page={page} />
          <section className={styles.part}>
            <h3 className={styles.heading}>What it says</h3>
            <p className={page.asset.summary === "" ? styles.quiet : styles.text}>
              {page.asset.summary === "" ? "No summary yet." : page.asset.summary}
            </p>
          </section>
          <Takeaways takeaways={page.asset.takeaways} />
          <Link to="/assets/$assetId" params={{ assetId: page.asset.id }} className={styles.open}>
            Open the asset
          </Link>
        </>
      )}
    </aside>
  );
}
