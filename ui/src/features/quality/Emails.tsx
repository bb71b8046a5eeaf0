import type { EmailReadiness } from "@/bindings/EmailReadiness";
import type { QualitySettings } from "@/bindings/QualitySettings";
import type { ReadinessCheck } from "@/bindings/ReadinessCheck";
import { Card } from "@/components/Card";
import { Checkbox } from "@/components/Checkbox";
import { SavedDate } from "@/components/SavedDate";
import { today } from "@/components/today";
import { READINESS, READINESS_IDS } from "@/words/quality";
import own from "./Emails.module.css";
import { Guard } from "./Guard";
import styles from "./Quality.module.css";
import { saveQuality } from "./queries";

interface BoxProps {
  id: keyof EmailReadiness;
  settings: QualitySettings;
}

/** A box, and the day on which it was looked at. */
function Box({ id, settings }: BoxProps) {
  const { readiness } = settings;
  const check = readiness[id];
  const { label, hint } = READINESS[id];
  const save = (next: ReadinessCheck) => saveQuality(settings, { readiness: { ...readiness, [id]: next } });
  return (
    <li className={own.box}>
      <div className={own.boxText}>
        <Checkbox isSelected={check.ok} onChange={(ok) => void save({ ok, checkedOn: today() })}>
          {label}
        </Checkbox>
        <p className={own.hint}>{hint}</p>
      </div>
      <SavedDate
        label={`${label}: checked on`}
        isLabelHidden
        value={check.checkedOn}
        // Without a day nobody knows that it is in order.
        onSave={(checkedOn) => save({ ok: check.ok && checkedOn !== null, checkedOn })}
      />
    </li>
  );
}

function Readiness({ settings }: { settings: QualitySettings }) {
  const ready = READINESS_IDS.filter((id) => settings.readiness[id].ok).length;
  return (
    <Card
      title="E-mail readiness"
      aside={`${ready} of ${READINESS_IDS.length} in order`}
      actions={<span className={own.checked}>Checked on</span>}
      isFlush
    >
      <ul aria-label="E-mail readiness">
        {READINESS_IDS.map((id) => (
          <Box key={id} id={id} settings={settings} />
        ))}
      </ul>
    </Card>
  );
}

/** Whether e-mails can arrive, and who gets too many. */
export function Emails({ settings }: { settings: QualitySettings }) {
  return (
    <div className={styles.emails}>
      <Guard settings={settings} />
      <Readiness settings={settings} />
    </div>
  );
}
