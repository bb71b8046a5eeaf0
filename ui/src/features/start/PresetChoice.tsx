import { useQuery } from "@tanstack/react-query";
import type { Preset } from "@/bindings/Preset";
import { Select } from "@/components/Select";
import { Skeleton } from "@/components/Skeleton";
import { presets } from "@/rpc/lists";
import { PRESET_WORDS } from "@/words/presets";
import styles from "./Start.module.css";

export interface PresetChoiceProps {
  value: Preset;
  onChange: (preset: Preset) => void;
}

/** The journey to begin with, its stages in sight. */
export function PresetChoice({ value, onChange }: PresetChoiceProps) {
  const { data: known } = useQuery(presets);
  if (known === undefined) {
    return <Skeleton height="5rem" />;
  }
  const stages = known.find(({ preset }) => preset === value)?.stages ?? [];
  return (
    <div className={styles.preset}>
      <Select
        label="Stages of the journey"
        choices={known.map(({ preset }) => ({ id: preset, label: PRESET_WORDS[preset] }))}
        value={value}
        onChange={onChange}
      />
      {stages.length === 0 ? (
        <p className={styles.where}>No stages yet: you name them yourself.</p>
      ) : (
        <ol className={styles.stages} aria-label="Stages">
          {stages.map((stage) => (
            <li key={stage}>{stage}</li>
          ))}
        </ol>
      )}
    </div>
  );
}
