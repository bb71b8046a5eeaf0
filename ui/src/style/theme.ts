// The theme a person chose, and what it means now. CSS reads only the two attributes set here
// (data-theme, data-contrast), so that tokens need not be repeated in media queries.

export type ThemeChoice = "system" | "light" | "dark" | "contrast";

const STORE = "throughline.theme";
const CHOICES: readonly ThemeChoice[] = ["system", "light", "dark", "contrast"];

export function readTheme(): ThemeChoice {
  const stored = localStorage.getItem(STORE);
  return CHOICES.find((choice) => choice === stored) ?? "system";
}

export function chooseTheme(choice: ThemeChoice): void {
  localStorage.setItem(STORE, choice);
  applyTheme();
}

export interface ResolvedTheme {
  theme: "light" | "dark";
  contrast: "more" | "normal";
}

export function resolveTheme(choice: ThemeChoice, dark: boolean, contrast: boolean): ResolvedTheme {
  const theme = choice === "light" || choice === "dark" ? choice : dark ? "dark" : "light";
  return { theme, contrast: choice === "contrast" || contrast ? "more" : "normal" };
}

function applyTheme(): void {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const contrast = matchMedia("(prefers-contrast: more)").matches;
  const resolved = resolveTheme(readTheme(), dark, contrast);
  document.documentElement.dataset.theme = resolved.theme;
  document.documentElement.dataset.contrast = resolved.contrast;
}

export function followTheme(): void {
  applyTheme();
  applyTextScale();
  for (const query of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"]) {
    matchMedia(query).addEventListener("change", applyTheme);
  }
}

const SCALE_STORE = "throughline.textScale";
export const TEXT_SCALES = [1, 1.15, 1.3, 1.5, 1.75, 2] as const;

export function readTextScale(): number {
  const stored = Number(localStorage.getItem(SCALE_STORE));
  return TEXT_SCALES.find((scale) => scale === stored) ?? 1;
}

export function chooseTextScale(scale: number): void {
  localStorage.setItem(SCALE_STORE, String(scale));
  applyTextScale();
}

function applyTextScale(): void {
  document.documentElement.style.setProperty("--text-scale", String(readTextScale()));
}
