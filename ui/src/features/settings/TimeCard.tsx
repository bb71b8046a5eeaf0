import { useMemo, useState } from "react";
import type { Workspace } from "@/bindings/Workspace";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { Chip } from "@/components/Chip";
import { ComboBox } from "@/components/ComboBox";
import { DateField } from "@/components/DateField";
import { EditOnly } from "@/components/EditOnly";
import { SavedTextField } from "@/components/SavedTextField";
import { ToggleChips } from "@/components/ToggleChips";
import { useDraft } from "@/components/useDraft";
import { useTimeZones } from "@/rpc/lists";
import { sayDate } from "@/words/text";
import { WEEKDAYS } from "./choices";
import styles from "./Settings.module.css";
import { saveWorkspace } from "./saving";
import { parseTime, sayTime } from "./times";

function TimeZone({ workspace }: { workspace: Workspace }) {
  const zones = useTimeZones();
  const choices = useMemo(() => zones.map((id) => ({ id, label: id.replaceAll("_", " ") })), [zones]);
  const zone = useDraft(workspace.timeZone, (next) => saveWorkspace({ timeZone: next }));
  return (
    <ComboBox
      label="Time zone"
      hint="In which days and months are counted."
      choices={choices}
      value={zone.value}
      error={zone.error}
      onChange={(id) => id !== null && zone.change(id)}
    />
  );
}

function saveTime(field: "workStarts" | "workEnds", text: string): Promise<string | null> {
  const minutes = parseTime(text);
  return minutes === null
    ? Promise.resolve("A time of the day, such as 9:00.")
    : saveWorkspace({ [field]: minutes });
}

function Holidays({ workspace }: { workspace: Workspace }) {
  const [day, setDay] = useState<string | null>(null);
  const holidays = useDraft<readonly string[]>(workspace.holidays, (next) =>
    saveWorkspace({ holidays: [...next] }),
  );
  const add = () => {
    if (day !== null && !holidays.value.includes(day)) {
      holidays.change([...holidays.value, day].toSorted((a, b) => a.localeCompare(b)));
      setDay(null);
    }
  };
  return (
    <div className={styles.stack}>
      <h3 className={styles.label}>Holidays</h3>
      {holidays.value.length > 0 && (
        <div className={styles.chips}>
          {holidays.value.map((date) => (
            <Chip
              key={date}
              removeLabel={`Remove ${sayDate(date)}`}
              onRemove={() => holidays.change(holidays.value.filter((other) => other !== date))}
            >
              {sayDate(date)}
            </Chip>
          ))}
        </div>
      )}
      <EditOnly>
        <div className={styles.newDay}>
          <DateField label="Day on which nobody works" isLabelHidden value={day} onChange={setDay} />
          <Button onPress={add} isDisabled={day === null}>
            Add holiday
          </Button>
        </div>
      </EditOnly>
    </div>
  );
}

export function TimeCard({ workspace }: { workspace: Workspace }) {
  const days = useDraft(workspace.workingDays, (next) => saveWorkspace({ workingDays: next }));
  return (
    <Card title="Working time" aside="What a working hour or day is, where a follow-up is due in one">
      <div className={styles.fields}>
        <div className={styles.wide}>
          <TimeZone workspace={workspace} />
        </div>
        <div className={styles.wide}>
          <p className={styles.label}>Working days</p>
          <ToggleChips
            label="Working days"
            chips={WEEKDAYS}
            value={days.value.map(String)}
            onChange={(next) => days.change(next.map(Number))}
          />
        </div>
        <SavedTextField
          label="Work starts"
          value={sayTime(workspace.workStarts)}
          onSave={(text) => saveTime("workStarts", text)}
        />
        <SavedTextField
          label="Work ends"
          value={sayTime(workspace.workEnds)}
          onSave={(text) => saveTime("workEnds", text)}
        />
        <div className={styles.wide}>
          <Holidays workspace={workspace} />
        </div>
      </div>
    </Card>
  );
}
