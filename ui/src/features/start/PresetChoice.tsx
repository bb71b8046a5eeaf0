import type { Preset } from "@/bindings/Preset";
import type { PresetInfo } from "@/bindings/PresetInfo";
import { Select } from "@/components/Select";
import { useCall } from "@/rpc/useCall";
import { PRESET_WORDS } from "@/words/presets";
import styles from "./Start.module.css";

const NONE: readonly PresetInfo[] = [];

export interface PresetChoiceProps {
  value: Preset;
  onChange: (preset: Preset) => void;
}

/** The journey to begin with, its stages in sight. */
export function PresetChoice({ value, onChange }: PresetChoiceProps) {
  const presets = useCall("journey.presets", {}, { kinds: [] }).data ?? NONE;
  const stages = presets.find(({ preset }) => preset === value)?.stages ?? [];
  return (
    <div className={styles.preset}>
      <Select
        label="Stages of the journey"
        choices={presets.map(({ preset }) => ({ id: preset, label: PRESET_WORDS[preset] }))}
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
