import type { Agreement } from "@/bindings/Agreement";
import type { ContextField } from "@/bindings/ContextField";
import { Card } from "@/components/Card";
import { SavedNumber } from "@/components/SavedNumber";
import { ToggleChips } from "@/components/ToggleChips";
import { useDraft } from "@/components/useDraft";
import { CONTEXT_WORDS } from "@/words/sla";
import { capital } from "@/words/text";
import styles from "./Agreement.module.css";
import { needed, type SavePart, usePart } from "./saving";

const FIELDS = Object.keys(CONTEXT_WORDS) as ContextField[];
const CHIPS = FIELDS.map((id) => ({ id, label: capital(CONTEXT_WORDS[id]) }));
const MOST = 10_000;
const WHOLE = { min: 1, max: MOST, step: 1 } as const;
const SHARE = { min: 0, max: 100, step: 1, unit: "%", nothing: "not agreed" } as const;

function Context({ agreement, save }: { agreement: Agreement; save: SavePart<"marketing"> }) {
  const known = useDraft<readonly ContextField[]>(agreement.marketing.context, (next) =>
    save({ context: [...next] }),
  );
  return (
    <div className={styles.chips}>
      <p className={styles.label}>Known of each lead</p>
      <ToggleChips
        label="Known of each lead"
        chips={CHIPS}
        value={known.value}
        onChange={(next) => known.change(FIELDS.filter((field) => next.includes(field)))}
      />
    </div>
  );
}

/** What marketing promises, each month. */
export function MarketingSide({ agreement }: { agreement: Agreement }) {
  const { leads, accepted } = agreement.marketing;
  const save = usePart(agreement, "marketing");
  return (
    <Card title="Marketing promises" aside="each month">
      <div className={styles.fields}>
        <SavedNumber
          label="Leads handed over"
          unit="leads"
          nothing="not agreed"
          min={0}
          max={1_000_000}
          step={1}
          value={leads}
          onSave={(next) => save({ leads: next })}
        />
        <SavedNumber
          {...SHARE}
          label="Of those answered, accepted at least"
          value={accepted}
          onSave={(next) => save({ accepted: next })}
        />
        <div className={styles.wide}>
          <Context agreement={agreement} save={save} />
        </div>
      </div>
    </Card>
  );
}

/** What sales promises. */
export function SalesSide({ agreement }: { agreement: Agreement }) {
  const { hours, hotMinutes, answered, touches, days } = agreement.sales;
  const save = usePart(agreement, "sales");
  return (
    <Card title="Sales promises" aside="for each lead">
      <div className={styles.fields}>
        <SavedNumber
          {...WHOLE}
          label="Followed up within"
          hint="Weekends and holidays not counted"
          unit="hours"
          value={hours}
          onSave={(next) => needed(next, (number) => save({ hours: number }))}
        />
        <SavedNumber
          {...WHOLE}
          label="A hot lead within"
          hint="Working time"
          unit="minutes"
          value={hotMinutes}
          onSave={(next) => needed(next, (number) => save({ hotMinutes: number }))}
        />
        <SavedNumber
          {...WHOLE}
          label="In touch at least"
          unit="times"
          value={touches}
          onSave={(next) => needed(next, (number) => save({ touches: number }))}
        />
        <SavedNumber
          {...WHOLE}
          label="… within"
          unit="days"
          value={days}
          onSave={(next) => needed(next, (number) => save({ days: number }))}
        />
        <SavedNumber
          {...SHARE}
          label="Answered at least"
          value={answered}
          onSave={(next) => save({ answered: next })}
        />
      </div>
    </Card>
  );
}
