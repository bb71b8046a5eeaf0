// Shares and stretches of hours as people read them.

import { LOCALE } from "@/locale";
/** "42%" of a share from 0 to 1; what is neither nothing nor all is not called so. */
export function sayShare(share: number | null): string {
  if (share === null) {
    return "no data";
  }
  if (share > 0 && share < 0.01) {
    return "under 1%";
  }
  return share > 0.99 && share < 1
    ? "over 99%"
    : share.toLocaleString(LOCALE, { style: "percent", maximumFractionDigits: 0 });
}

/** "7.0 h". */
export function sayHours(hours: number | null): string {
  return hours === null
    ? "no data"
    : `${hours.toLocaleString(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} h`;
}
