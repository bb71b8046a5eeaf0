import { ArrowDown, ArrowRight, ArrowUp } from "lucide-react";
import type { KpiSense } from "@/bindings/KpiSense";
import { sayGrowth, toneOf } from "@/words/kpis";
import styles from "./Kpi.module.css";

export interface GrowthProps {
  /** null where it is not known. */
  growth: number | null;
  sense: KpiSense;
}

const NAMES = { up: "up", down: "down", same: "unchanged" } as const;

/** By how much a figure grew, coloured by whether that is good. */
export function Growth({ growth, sense }: GrowthProps) {
  if (growth === null) {
    return null;
  }
  const way = Math.abs(growth) < 0.0005 ? "same" : growth > 0 ? "up" : "down";
  const Arrow = { up: ArrowUp, down: ArrowDown, same: ArrowRight }[way];
  return (
    <span className={styles.growth} data-tone={toneOf(growth, sense)}>
      <Arrow role="img" aria-label={NAMES[way]} size={12} strokeWidth={2.25} />
      {way === "same" ? "0%" : sayGrowth(growth)}
    </span>
  );
}
