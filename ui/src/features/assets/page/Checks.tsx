import type { EditorialCheck } from "@/bindings/EditorialCheck";
import type { Funding } from "@/bindings/Funding";
import { Card } from "@/components/Card";
import { SegmentedControl } from "@/components/SegmentedControl";
import { MoneyField } from "@/parts/MoneyField";
import styles from "./AssetPage.module.css";
import type { FactsProps } from "./FactsCard";

const QUESTIONS: readonly { id: keyof EditorialCheck; text: string }[] = [
  { id: "educates", text: "It educates, and speaks to the persona's challenges" },
  { id: "offProduct", text: "It keeps off our product and brand" },
  { id: "expert", text: "It is written as an expert of the subject, not as a vendor" },
];

const ANSWERS = [
  { id: "yes", label: "Yes" },
  { id: "no", label: "No" },
  { id: "open", label: "Not asked" },
] as const;

const FUNDINGS = [
  { id: "fund", label: "Fund" },
  { id: "not now", label: "Not now" },
  { id: "open", label: "Not asked" },
] as const satisfies readonly { id: Funding | "open"; label: string }[];

const wordOf = (answer: boolean | null) => (answer === null ? "open" : answer ? "yes" : "no");

/** Whether it is good content, whatever the deal: three questions. */
export function Editorial({ asset, save }: FactsProps) {
  return (
    <Card title="Editorial check">
      <div className={styles.questions}>
        {QUESTIONS.map(({ id, text }) => (
          <div key={id} className={styles.question}>
            <p>{text}</p>
            <SegmentedControl
              label={text}
              segments={ANSWERS}
              value={wordOf(asset.editorial[id])}
              onChange={(word) =>
                void save({
                  editorial: { ...asset.editorial, [id]: word === "open" ? null : word === "yes" },
                })
              }
            />
          </div>
        ))}
      </div>
    </Card>
  );
}

/** Whether it is to be made, and what it may cost. */
export function FundingCard({ asset, save }: FactsProps) {
  return (
    <Card title="Funding" aside="Is it to be made?">
      <div className={styles.funding}>
        <SegmentedControl
          label="Funding"
          segments={FUNDINGS}
          value={asset.funding ?? "open"}
          onChange={(word) => void save({ funding: word === "open" ? null : word })}
        />
        <MoneyField label="Budget" value={asset.budget} onSave={(budget) => save({ budget })} />
      </div>
    </Card>
  );
}
