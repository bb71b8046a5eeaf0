import { useState } from "react";
import { Card } from "@/components/Card";
import { KeepsWorking } from "@/components/KeepsWorking";
import { SegmentedControl } from "@/components/SegmentedControl";
import { LOCALE } from "@/locale";
import {
  chooseTextScale,
  chooseTheme,
  readTextScale,
  readTheme,
  TEXT_SCALES,
  type ThemeChoice,
} from "@/style/theme";
import styles from "./Settings.module.css";

const THEMES: readonly { id: ThemeChoice; label: string }[] = [
  { id: "system", label: "As the system" },
  { id: "light", label: "Light" },
  { id: "dark", label: "Dark" },
  { id: "contrast", label: "High contrast" },
];

const SCALES = TEXT_SCALES.map((scale) => ({ id: String(scale), label: `${Math.round(100 * scale)}%` }));

/** Kept on this machine, not in the workspace: each person has their own eyes. */
export function AppearanceCard() {
  const [theme, setTheme] = useState(readTheme);
  const [scale, setScale] = useState(() => String(readTextScale()));
  return (
    <Card title="Appearance" aside="On this machine">
      <KeepsWorking>
        <div className={styles.stack}>
          <div>
            <p className={styles.label}>Theme</p>
            <SegmentedControl
              label="Theme"
              segments={THEMES}
              value={theme}
              onChange={(choice) => {
                chooseTheme(choice);
                setTheme(choice);
              }}
            />
          </div>
          <div>
            <p className={styles.label}>Text size</p>
            <SegmentedControl
              label="Text size"
              segments={SCALES}
              value={scale}
              onChange={(choice) => {
                chooseTextScale(Number(choice));
                setScale(choice);
              }}
            />
          </div>
          <p className={styles.note}>
            Numbers and dates follow the language of the system: {(1234.5).toLocaleString(LOCALE)} and{" "}
            {new Date().toLocaleDateString(LOCALE, { dateStyle: "medium" })}.
          </p>
        </div>
      </KeepsWorking>
    </Card>
  );
}
