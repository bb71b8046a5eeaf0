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
  for (const query of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"]) {
    matchMedia(query).addEventListener("change", applyTheme);
  }
}
