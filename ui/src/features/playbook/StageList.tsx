import { Link } from "@tanstack/react-router";
import type { PlaybookStage } from "@/bindings/PlaybookStage";
import { LOCALE } from "@/locale";
import { capital } from "@/words/text";
import { countOf, personasOf } from "./chosen";
import styles from "./Playbook.module.css";
import type { PlaybookSearch } from "./search";

export interface StageListProps {
  stages: readonly PlaybookStage[];
  shown: PlaybookStage;
  search: PlaybookSearch;
}

/** The stages of the journey under their phases, each with how much there is to use. */
export function StageList({ stages, shown, search }: StageListProps) {
  return (
    <nav className={styles.stages} aria-label="Stages">
      <ol>
        {stages.map((stage, at) => {
          const count = countOf(personasOf(stage, search));
          return (
            <li key={stage.stageId}>
              {stage.phase !== stages[at - 1]?.phase && (
                <p className={styles.phase}>{capital(stage.phase)}</p>
              )}
              <Link
                to="/playbook"
                search={(old) => ({ ...old, stage: stage.stageId })}
                className={styles.stageLink}
                aria-current={stage === shown ? "page" : undefined}
                activeProps={{}}
              >
                <span className={styles.stageName}>{stage.name}</span>
                <span className="visually-hidden">, </span>
                <span className={styles.count}>{count.toLocaleString(LOCALE)}</span>
                <span className="visually-hidden"> to use</span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
