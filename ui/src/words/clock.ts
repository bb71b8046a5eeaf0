// Moments in the time zone of the workspace.

export interface Clock {
  zone: string;
  /** "3 Jul 2015" */
  day: (at: number) => string;
  /** "Friday, 3 July 2015" */
  longDay: (at: number) => string;
  /** "07:34" */
  time: (at: number) => string;
}

export function clockOf(timeZone: string): Clock {
  const day = new Intl.DateTimeFormat(undefined, { timeZone, dateStyle: "medium" });
  const longDay = new Intl.DateTimeFormat(undefined, { timeZone, dateStyle: "full" });
  const time = new Intl.DateTimeFormat(undefined, { timeZone, timeStyle: "short" });
  return {
    zone: timeZone,
    day: (at) => day.format(at),
    longDay: (at) => longDay.format(at),
    time: (at) => time.format(at),
  };
}
