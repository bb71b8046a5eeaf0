import type { PlaybookPersona } from "@/bindings/PlaybookPersona";
import { Dots } from "@/components/Dots";
import { PlayLine, PlayPiece } from "@/parts/Play";
import { capital } from "@/words/text";
import styles from "./Playbook.module.css";

/** A persona at a stage: what to use, what to say, what they ask. */
export function PersonaPlay({ persona }: { persona: PlaybookPersona }) {
  const { name, role, weight, challenges, assets, dialogue } = persona;
  return (
    <section className={styles.persona} aria-label={name}>
      <header className={styles.head}>
        <h3 className={styles.name}>{name}</h3>
        <Dots value={weight} label={`Weight ${weight} of 5`} />
        <span className={styles.quiet}>{capital(role)}</span>
      </header>
      {challenges.length > 0 && (
        <p className={styles.challenges}>Keeps them awake: {challenges.join(" · ")}</p>
      )}
      {assets.length > 0 ? (
        <ul className={styles.pieces} aria-label={`To use with the ${name}`}>
          {assets.map((asset) => (
            <PlayPiece key={asset.assetId} asset={asset} />
          ))}
        </ul>
      ) : (
        <p className={styles.nothing}>Nothing live helps here yet.</p>
      )}
      {dialogue.length > 0 && (
        <>
          <h4 className={styles.ask}>They ask</h4>
          <ul className={styles.lines} aria-label={`What the ${name} asks`}>
            {dialogue.map((line) => (
              <PlayLine key={line.needId} line={line} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
