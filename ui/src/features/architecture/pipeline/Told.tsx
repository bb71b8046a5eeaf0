import type { Pipeline } from "@/bindings/Pipeline";
import { sayDeals } from "@/words/gaps";
import { sayShortMoney } from "@/words/money";
import { sayMoment } from "@/words/times";
import styles from "./Pipeline.module.css";

/** What the sums hold, and what is in no cell, so that all of it adds up. */
export function Told({ pipeline }: { pipeline: Pipeline }) {
  const { asOf, currency, total, unnamed, elsewhere, elsewhereValue } = pipeline;
  const say = (minor: number) => sayShortMoney({ minor, currency });
  const lines = [
    `${asOf === null ? "" : `As of ${sayMoment(asOf)}: `}${say(total)} expected from open deals and leads.`,
    unnamed > 0 && `${say(unnamed)} of it has no known persona and is spread by decision weight.`,
    elsewhere > 0 &&
      `${sayDeals(elsewhere)} of ${say(elsewhereValue)} ${elsewhere === 1 ? "is" : "are"} at no stage of this journey and in no cell.`,
  ];
  return <p className={styles.told}>{lines.filter((line) => line !== false).join(" ")}</p>;
}
