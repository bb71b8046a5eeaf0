import { type CalendarDate, parseDate } from "@internationalized/date";
import { CalendarDays, ChevronLeft, ChevronRight, X } from "lucide-react";
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from "react-aria-components";
import { classes } from "./classes";
import styles from "./DateField.module.css";
import { FieldLabel, FieldNotes, type FieldProps, useFieldRoot } from "./Field";
import field from "./Field.module.css";
import popup from "./Popup.module.css";

export interface DateFieldProps extends FieldProps {
  /** "YYYY-MM-DD", or null for no date. */
  value: string | null;
  onChange: (value: string | null) => void;
}

function toCalendarDate(value: string | null): CalendarDate | null {
  return value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) ? parseDate(value) : null;
}

function MonthPicker() {
  return (
    <Calendar className={styles.calendar ?? ""}>
      <header className={styles.head}>
        <Button slot="previous" className={field.inside ?? ""}>
          <ChevronLeft aria-hidden />
        </Button>
        <Heading className={styles.month ?? ""} />
        <Button slot="next" className={field.inside ?? ""}>
          <ChevronRight aria-hidden />
        </Button>
      </header>
      <CalendarGrid className={styles.grid ?? ""} weekdayStyle="short">
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className={styles.weekday ?? ""}>{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => <CalendarCell date={date} className={styles.day ?? ""} />}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}

export interface DateBoxProps extends FieldProps {
  hasValue: boolean;
  onClear: () => void;
}

/** What stands in a DatePicker: the label, the parts of the date to type in, and the calendar. */
export function DateBox({ hasValue, onClear, ...notes }: DateBoxProps) {
  return (
    <>
      <FieldLabel {...notes} />
      <Group className={field.box ?? ""}>
        <DateInput className={classes(field.input, styles.input)}>
          {(segment) => <DateSegment segment={segment} className={styles.segment ?? ""} />}
        </DateInput>
        {hasValue && (
          <Button slot={null} className={field.inside ?? ""} aria-label="Clear the date" onPress={onClear}>
            <X aria-hidden />
          </Button>
        )}
        <Button className={field.inside ?? ""}>
          <CalendarDays aria-hidden />
        </Button>
      </Group>
      <FieldNotes {...notes} />
      <Popover className={popup.popup ?? ""} offset={4}>
        <Dialog className={styles.dialog ?? ""}>
          <MonthPicker />
        </Dialog>
      </Popover>
    </>
  );
}

/** A calendar date, typed or picked. */
export function DateField(props: DateFieldProps) {
  const { value, onChange, ...rest } = props;
  return (
    <DatePicker
      {...useFieldRoot(props)}
      value={toCalendarDate(value)}
      onChange={(date) => onChange(date === null ? null : date.toString())}
      granularity="day"
      shouldForceLeadingZeros
    >
      <DateBox {...rest} hasValue={value !== null} onClear={() => onChange(null)} />
    </DatePicker>
  );
}
