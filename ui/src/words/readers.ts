import { LOCALE } from "@/locale";
/** "Read by A. Kim and D. Okafor", "Read by A. Kim, D. Okafor and 3 more". */
export function sayReaders(names: readonly string[]): string {
  const [first = "", second] = names;
  if (second === undefined) {
    return `Read by ${first}`;
  }
  return names.length === 2
    ? `Read by ${first} and ${second}`
    : `Read by ${first}, ${second} and ${(names.length - 2).toLocaleString(LOCALE)} more`;
}
