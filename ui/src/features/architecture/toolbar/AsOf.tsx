import { CalendarDays } from "lucide-react";
import { memo } from "react";
import { Button } from "@/components/Button";
import { DateField } from "@/components/DateField";
import { Popover } from "@/components/Popover";
import { sayDate } from "@/words/text";
import { useArchitectureSearch } from "../search";
import styles from "./Toolbar.module.css";

/** The date as of which coverage is worked out. */
export const AsOf = memo(function AsOf() {
  const { search, change } = useArchitectureSearch();
  const { asOf } = search;
  return (
    <Popover
      label="As of"
      placement="bottom end"
      trigger={
        <Button look={asOf === undefined ? "quiet" : "secondary"} icon={CalendarDays}>
          {asOf === undefined ? "Today" : `As of ${sayDate(asOf)}`}
        </Button>
      }
    >
      {(close) => (
        <div className={styles.date}>
          <DateField
            label="Coverage as of"
            value={asOf ?? null}
            onChange={(date) => change({ asOf: date ?? undefined })}
          />
          <p className={styles.hint}>What was published by then and still fresh counts as live.</p>
          {asOf !== undefined && (
            <Button
              onPress={() => {
                close();
                change({ asOf: undefined });
              }}
            >
              Back to today
            </Button>
          )}
        </div>
      )}
    </Popover>
  );
});
