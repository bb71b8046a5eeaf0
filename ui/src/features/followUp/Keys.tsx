import { Kbd } from "@/components/Kbd";
import { useFieldsAreReadOnly } from "@/components/readOnly";
import styles from "./FollowUp.module.css";

type Hint = readonly [keys: readonly string[], what: string];

export interface KeysProps {
  moves: readonly Hint[];
  edits: readonly Hint[];
}

/** Which keys do what here. */
export function Keys({ moves, edits }: KeysProps) {
  const isReadOnly = useFieldsAreReadOnly();
  const hints = isReadOnly ? moves : [...moves, ...edits];
  return (
    <p className={styles.keys}>
      {hints.map(([keys, what]) => (
        <span key={what} className={styles.key}>
          {keys.map((key) => (
            <Kbd key={key} keys={key} />
          ))}
          {what}
        </span>
      ))}
    </p>
  );
}
