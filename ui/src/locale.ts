// How numbers, money and days are written: as the system's language has it. Where a system names none
// ("C", "POSIX"), the engine would leave out the marks of thousands; English has them.
const usual = new Intl.NumberFormat().resolvedOptions().locale;

/** What formatters are made with; undefined = as the system has it. */
export const LOCALE: string | undefined = localeFor(usual);

export function localeFor(locale: string): string | undefined {
  return /posix/i.test(locale) ? "en-US" : undefined;
}
