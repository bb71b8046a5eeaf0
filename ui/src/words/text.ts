import { LOCALE } from "@/locale";
/** "economic buyer" as it begins a line: "Economic buyer". */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** A calendar date as people here write it; "no date" where there is none. */
export function sayDate(date: string | null): string {
  return date === null
    ? "no date"
    : new Date(`${date}T00:00`).toLocaleDateString(LOCALE, { dateStyle: "medium" });
}
