// The colours and letters of the window, for a canvas, which knows no style sheet.

/** What a chart is drawn with. */
export interface Look {
  font: string;
  /** How wide the chart is, in px. */
  width: number;
  /** Of a letter, in px. */
  size: number;
  small: number;
  text: string;
  quiet: string;
  rule: string;
  track: string;
  accent: string;
  bar: string;
  danger: string;
  raised: string;
  /** What the chart lies on. */
  ground: string;
  /** Of curves and of series, in turn. */
  series: readonly string[];
}

/** Colours of the style sheet for curves and series, in turn. */
export const SERIES = [
  "--accent",
  "--state-covered-fg",
  "--state-thin-fg",
  "--state-stale-fg",
  "--state-unproven-fg",
] as const;

/** The look that an element has now. */
export function lookOf(element: Element): Look {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(name).trim();
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  const size = (name: string) => Number.parseFloat(of(name)) * rem || 12;
  return {
    font: style.fontFamily,
    width: element.clientWidth,
    size: size("--text-md"),
    small: size("--text-sm"),
    text: of("--text"),
    quiet: of("--text-2"),
    rule: of("--line"),
    track: of("--bar-track"),
    accent: of("--accent"),
    bar: of("--bar"),
    danger: of("--danger-text"),
    raised: of("--raised"),
    ground: of("--surface"),
    series: SERIES.map(of),
  };
}

/** Calls back whenever the theme, the contrast or the size of letters turns; gives how to stop. */
export function followLook(turned: () => void): () => void {
  const observer = new MutationObserver(turned);
  observer.observe(document.documentElement, {
    attributeFilter: ["data-theme", "data-contrast", "style"],
  });
  return () => observer.disconnect();
}
