import { Plus, Trash2 } from "lucide-react";
import type { Bounds } from "@/bindings/Bounds";
import type { Lapse } from "@/bindings/Lapse";
import type { ScoringRecipe } from "@/bindings/ScoringRecipe";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { IconButton } from "@/components/IconButton";
import { NumberField } from "@/components/NumberField";
import styles from "./Scoring.module.css";

interface ThresholdsProps {
  recipe: ScoringRecipe;
  onChange: (part: Partial<ScoringRecipe>) => void;
}

const ASKED: readonly (readonly [keyof Bounds, string, string])[] = [
  ["enter", "Enter at", "points"],
  ["stay", "Stay above", "points"],
  ["behaviourEnter", "Of that, behaviour to enter", "points"],
  ["behaviourStay", "Behaviour to stay", "points"],
  ["hotDays", "Hot without an answer for", "days"],
];

interface LapseProps {
  lapse: Lapse;
  set: (lapse: Lapse) => void;
  remove: () => void;
}

function LapseRow({ lapse, set, remove }: LapseProps) {
  const isShare = lapse.share !== null;
  const amount = (value: number | null) =>
    set(isShare ? { ...lapse, share: Math.min(value ?? 0, 100) } : { ...lapse, points: value ?? 0 });
  return (
    <li className={styles.lapse}>
      <NumberField
        label="After days of silence"
        isLabelHidden
        unit="days"
        min={1}
        max={10_000}
        value={lapse.afterDays}
        onChange={(afterDays) => set({ ...lapse, afterDays: afterDays ?? 1 })}
      />
      <NumberField
        label="What it takes"
        isLabelHidden
        unit={isShare ? "%" : "points"}
        min={0}
        max={isShare ? 100 : 10_000}
        value={isShare ? lapse.share : lapse.points}
        onChange={amount}
      />
      <Button
        look="quiet"
        onPress={() =>
          set(isShare ? { ...lapse, share: null, points: 10 } : { ...lapse, share: 50, points: 0 })
        }
      >
        {isShare ? "As points" : "As a share"}
      </Button>
      <IconButton icon={Trash2} label="Remove this lapse" onPress={remove} isEdit />
    </li>
  );
}

/** When a lead is handed over, and what silence costs. */
export function Thresholds({ recipe, onChange }: ThresholdsProps) {
  const { bounds, lapses } = recipe;
  const set = (key: keyof Bounds, value: number | null) => {
    const next = { ...bounds, [key]: value ?? 0 };
    // What it takes to stay cannot be more than to enter.
    onChange({
      bounds: {
        ...next,
        stay: Math.min(next.stay, next.enter),
        behaviourStay: Math.min(next.behaviourStay, next.behaviourEnter),
      },
    });
  };
  return (
    <Card title="Threshold and silence">
      <div className={styles.bounds}>
        {ASKED.map(([key, label, unit]) => (
          <NumberField
            key={key}
            label={label}
            unit={unit}
            min={key === "hotDays" ? 1 : 0}
            max={10_000}
            value={bounds[key]}
            onChange={(value) => set(key, value)}
          />
        ))}
      </div>
      <h3 className={styles.sub}>What silence takes until the next activity</h3>
      <ul className={styles.fields}>
        {lapses.map((lapse, at) => (
          <LapseRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a lapse is known by its place
            key={at}
            lapse={lapse}
            set={(next) => onChange({ lapses: lapses.map((one, other) => (other === at ? next : one)) })}
            remove={() => onChange({ lapses: lapses.filter((_, other) => other !== at) })}
          />
        ))}
      </ul>
      <Button
        look="quiet"
        icon={Plus}
        onPress={() => onChange({ lapses: [...lapses, { afterDays: 30, points: 10, share: null }] })}
      >
        Lapse
      </Button>
    </Card>
  );
}
