import { fromAbsolute, now } from "@internationalized/date";
import { DatePicker } from "react-aria-components";
import { DateBox } from "./DateField";
import { type FieldProps, useFieldRoot } from "./Field";

export interface MomentFieldProps extends FieldProps {
  /** In epoch milliseconds, or null for no moment. */
  value: number | null;
  onChange: (value: number | null) => void;
  /** Where its day and time are those. */
  zone: string;
}

/** A day and a time of it, typed or picked. */
export function MomentField(props: MomentFieldProps) {
  const { value, onChange, zone, ...rest } = props;
  return (
    <DatePicker
      {...useFieldRoot(props)}
      value={value === null ? null : fromAbsolute(value, zone)}
      placeholderValue={now(zone)}
      onChange={(moment) => onChange(moment === null ? null : moment.toDate().getTime())}
      granularity="minute"
      hideTimeZone
      shouldForceLeadingZeros
    >
      <DateBox {...rest} hasValue={value !== null} onClear={() => onChange(null)} />
    </DatePicker>
  );
}
