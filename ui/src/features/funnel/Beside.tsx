import { Link } from "@tanstack/react-router";
import type { Audience } from "@/bindings/Audience";
import type { LeadGroup } from "@/bindings/LeadGroup";
import { Card } from "@/components/Card";
import { LOCALE } from "@/locale";
import { LEAD_GROUP_WORDS } from "@/words/funnel";
import { sayMoney, sayRoundMoney } from "@/words/money";
import styles from "./Funnel.module.css";

interface GroupProps {
  group: LeadGroup;
  count: number;
  text: string;
  journey: string | undefined;
}

/** A group of leads with its figure, which opens the leads behind it. */
function Group({ group, count, text, journey }: GroupProps) {
  const search = { group, ...(journey !== undefined && { journey }) };
  return (
    <li className={styles.group}>
      <span className={styles.large}>
        {count === 0 ? (
          "0"
        ) : (
          <Link
            to="/leads"
            search={search as never}
            className={styles.link}
            aria-label={`${count.toLocaleString(LOCALE)} ${count === 1 ? "lead" : "leads"}: ${LEAD_GROUP_WORDS[group]}`}
          >
            {count.toLocaleString(LOCALE)}
          </Link>
        )}
      </span>
      <span>
        <strong>{LEAD_GROUP_WORDS[group]}</strong>
        <span className={styles.says}>{text}</span>
      </span>
    </li>
  );
}

/** What it cost to win those who are gone, where channels say what they cost. */
function Cost({ audience: { pouredOut, costPerLead, pouredOutCost } }: { audience: Audience }) {
  if (costPerLead === null || pouredOutCost === null) {
    return (
      <p className={styles.says}>
        What that cost is not known: import what channels cost by day, and it is told at the cost per lead.
      </p>
    );
  }
  return (
    <p className={styles.says}>
      <strong>{sayRoundMoney(pouredOutCost)}</strong> poured out: {pouredOut.toLocaleString(LOCALE)} ×{" "}
      {sayMoney(costPerLead)} a lead.
    </p>
  );
}

export interface BesideProps {
  audience: Audience;
  journey: string | undefined;
}

/** Leads beside the way to a deal: those nobody answers, and those that left. */
export function Beside({ audience, journey }: BesideProps) {
  const { noMansLand, left, retained, awake, cameBack, pouredOut, advocates } = audience;
  const group = (of: LeadGroup, count: number, text: string) => (
    <Group group={of} count={count} journey={journey} text={text} />
  );
  return (
    <Card title="Beside the way" aside={`${left.toLocaleString(LOCALE)} leads left it`}>
      <ul className={styles.groups}>
        {group(
          "noMansLand",
          noMansLand,
          "Before the handoff, with no answer in the time that sales promised.",
        )}
        {group("retained", retained, "Not ready, no budget or lost, and within reach: nurture them.")}
        {group("awake", awake, "Retained, and did something of their own accord since they left.")}
        {group("cameBack", cameBack, "Were retained, and sales took them up again.")}
        {group(
          "advocates",
          advocates,
          `Marked as such: they speak for us. Of them ${audience.retainedAdvocates.toLocaleString(LOCALE)} retained.`,
        )}
        {group("pouredOut", pouredOut, "Left for good, or cannot be written to.")}
      </ul>
      <Cost audience={audience} />
    </Card>
  );
}
