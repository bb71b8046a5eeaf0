import { useState } from "react";
import type { Terms } from "@/bindings/Terms";
import { NumberField } from "@/components/NumberField";
import { saveTerms } from "@/parts/kpi/saveNumbers";
import { useWorkspace } from "@/rpc/lists";
import styles from "./Return.module.css";
import { type Draft, percentOf, rateOf, termsOf } from "./terms";

const RATES = [
  { id: "margin", label: "Margin", max: 100 },
  { id: "retention", label: "Retention a year", max: 100 },
  { id: "discount", label: "Discount a year", max: 1_000 },
] as const;

const NONE: Draft = { margin: null, retention: null, discount: null, years: null };

/** Margin, retention, discount and years: kept once all four are there. */
export function TermsForm({ terms }: { terms: Terms | null }) {
  const { numbers } = useWorkspace();
  const [draft, setDraft] = useState({ saved: terms, value: terms ?? NONE, error: null as string | null });
  if (draft.saved !== terms) {
    setDraft({ saved: terms, value: terms ?? NONE, error: null });
  }
  const set = (part: Partial<Draft>) => {
    const value = { ...draft.value, ...part };
    setDraft({ ...draft, value, error: null });
    const next = termsOf(value);
    if (next !== null) {
      void saveTerms(numbers, next).then((error) => {
        if (error !== null) {
          setDraft((now) => ({ ...now, value: now.saved ?? NONE, error }));
        }
      });
    }
  };
  return (
    <div className={styles.terms}>
      {RATES.map(({ id, label, max }) => (
        <NumberField
          key={id}
          label={label}
          unit="%"
          min={0}
          max={max}
          step={0.1}
          value={percentOf(draft.value[id])}
          onChange={(percent) => percent !== percentOf(draft.value[id]) && set({ [id]: rateOf(percent) })}
        />
      ))}
      <NumberField
        label="Last year that counts"
        min={0}
        max={50}
        value={draft.value.years}
        onChange={(years) => years !== draft.value.years && set({ years })}
      />
      <p className={styles.note} role="status">
        {draft.error ??
          (terms === null
            ? "Say all four, and lifetime values are worked out. The first year is year 0."
            : "The first year is year 0.")}
      </p>
    </div>
  );
}
