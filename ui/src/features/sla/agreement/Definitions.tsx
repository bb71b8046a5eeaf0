import { Wand } from "lucide-react";
import type { Agreement } from "@/bindings/Agreement";
import type { Bounds } from "@/bindings/Bounds";
import type { LeadDefinitions } from "@/bindings/LeadDefinitions";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { LOCALE } from "@/locale";
import { useBounds } from "../queries";
import styles from "./Agreement.module.css";
import { Said } from "./Said";
import { usePart } from "./saving";

type Word = keyof LeadDefinitions;

const LABELS: Readonly<Record<Word, string>> = {
  inquiry: "Inquiry",
  mql: "Marketing qualified lead (MQL)",
  sal: "Sales accepted lead (SAL)",
  warm: "Warm",
  hot: "Hot",
};

const WORDS = Object.keys(LABELS) as Word[];

/** What these words usually mean, with the thresholds that leads are scored by. */
function usualWords({ enter, behaviourEnter, stay, hotDays }: Bounds): LeadDefinitions {
  const points = (count: number) => count.toLocaleString(LOCALE);
  return {
    inquiry: "Somebody who asked for content or got in touch, and whom we can reach.",
    mql: "An inquiry that fits whom we want to win and is warm or hot.",
    sal: "A lead that was handed over, and that sales has accepted to follow up.",
    warm: `A score of ${points(enter)} points or more, ${points(behaviourEnter)} of them for what it did; warm no more below ${points(stay)}.`,
    hot: `Asked for a demo, a quote or to be contacted: handed over at once, and hot until it is answered, for ${points(hotDays)} days at most.`,
  };
}

/** What both sides mean by the words of the funnel. */
export function Definitions({ agreement }: { agreement: Agreement }) {
  const { definitions } = agreement;
  const usual = usualWords(useBounds());
  const save = usePart(agreement, "definitions");
  const missing = WORDS.filter((word) => definitions[word] === "");
  const fill = () => void save(Object.fromEntries(missing.map((word) => [word, usual[word]])));
  return (
    <Card
      title="What we call a lead"
      actions={
        missing.length > 0 && (
          <Button isEdit look="quiet" icon={Wand} onPress={fill}>
            Fill in the usual words
          </Button>
        )
      }
    >
      <div className={styles.rows}>
        {WORDS.map((word) => (
          <div key={word} className={styles.row}>
            <span className={styles.term} aria-hidden>
              {LABELS[word]}
            </span>
            <Said
              label={LABELS[word]}
              nothing="Not defined"
              example={usual[word]}
              value={definitions[word]}
              onSave={(text) => save({ [word]: text })}
            />
          </div>
        ))}
      </div>
    </Card>
  );
}
