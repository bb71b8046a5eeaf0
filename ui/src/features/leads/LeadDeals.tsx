import { Link, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { Card } from "@/components/Card";
import { LOCALE } from "@/locale";
import { useCall } from "@/rpc/useCall";
import { NAMELESS, NO_STAGE, OUTCOME_WORDS, sayAge } from "@/words/deals";
import { sayRoundMoney } from "@/words/money";
import styles from "./Leads.module.css";
import { useStageNames } from "./queries";

/** More deals than these are for the list. */
const FEW = 5;

/** The deals that a lead is part of; nothing where there is none. */
export function LeadDeals({ leadKey }: { leadKey: number }) {
  const { journey } = useSearch({ strict: false });
  const request = useMemo(
    () => ({ lead: leadKey, limit: FEW, ...(journey !== undefined && { journey }) }),
    [leadKey, journey],
  );
  const { data } = useCall("deals.list", request, { kinds: ["batch", "stage", "persona", "asset"] });
  const stages = useStageNames();
  if (data === undefined || data.total === 0) {
    return null;
  }
  return (
    <Card title="Deals" aside={data.total.toLocaleString(LOCALE)}>
      <ul className={styles.deals} aria-label="Deals">
        {data.rows.map((deal) => (
          <li key={deal.key}>
            <Link to="/deals/$key" params={{ key: String(deal.key) }} className={styles.link}>
              {deal.name || NAMELESS}
            </Link>
            <span className={styles.behind}>
              {[
                deal.outcome === "open"
                  ? (stages.get(deal.stageId ?? "") ?? NO_STAGE)
                  : OUTCOME_WORDS[deal.outcome],
                sayAge(deal),
                deal.value === null ? "" : sayRoundMoney(deal.value),
              ]
                .filter((part) => part !== "")
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      {data.total > data.rows.length && (
        <Link
          to="/deals"
          search={{ view: "table", outcome: "all", lead: leadKey } as never}
          className={styles.link}
        >
          All {data.total.toLocaleString(LOCALE)} deals
        </Link>
      )}
    </Card>
  );
}
