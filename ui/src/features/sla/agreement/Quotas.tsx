import type { Agreement } from "@/bindings/Agreement";
import { Card } from "@/components/Card";
import { SavedNumber } from "@/components/SavedNumber";
import { MoneyField } from "@/parts/MoneyField";
import styles from "./Agreement.module.css";
import { usePart } from "./saving";

interface QuotaProps {
  agreement: Agreement;
  field: "marketingQuota" | "salesQuota";
  title: string;
  leads: string;
  revenue: string;
}

function Quota({ agreement, field, title, leads, revenue }: QuotaProps) {
  const quota = agreement[field];
  const save = usePart(agreement, field);
  return (
    <section className={styles.quota} aria-label={`Quota of ${title.toLowerCase()}`}>
      <h3 className={styles.quotaTitle}>{title}</h3>
      <div className={styles.fields}>
        <SavedNumber
          label={leads}
          unit="leads"
          nothing="no quota"
          min={0}
          max={1_000_000}
          step={1}
          value={quota.leads}
          onSave={(next) => save({ leads: next })}
        />
        <MoneyField label={revenue} value={quota.revenue} onSave={(next) => save({ revenue: next })} />
      </div>
    </section>
  );
}

/** What each side is to bring. */
export function Quotas({ agreement }: { agreement: Agreement }) {
  return (
    <Card title="Quotas" aside="each month">
      <div className={styles.quotas}>
        <Quota
          agreement={agreement}
          field="marketingQuota"
          title="Marketing"
          leads="Leads handed over"
          revenue="Won from its leads"
        />
        <Quota
          agreement={agreement}
          field="salesQuota"
          title="Sales"
          leads="Leads accepted"
          revenue="Won from all deals"
        />
      </div>
    </Card>
  );
}
