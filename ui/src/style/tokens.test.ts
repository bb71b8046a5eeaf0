import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { resolveTheme } from "./theme";

type Tokens = Map<string, string>;

function block(css: string, selector: string): Tokens {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(css.indexOf("{", start) + 1, css.indexOf("}", start));
  return new Map([...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]));
}

const css = readFileSync(`${import.meta.dirname}/tokens.css`, "utf8");
const light = block(css, '[data-theme="light"]');
const dark = block(css, '[data-theme="dark"]');
const lightMore = block(css, '[data-theme="light"][data-contrast="more"]');
const darkMore = block(css, '[data-theme="dark"][data-contrast="more"]');

function colour(tokens: Tokens, name: string): string {
  const value = tokens.get(name) ?? "";
  const reference = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  return reference === undefined ? value : colour(tokens, reference);
}

// WCAG 2.2, relative luminance and contrast ratio.
function luminance(hex: string): number {
  const channel = (at: number) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

const STATES = ["covered", "thin", "unproven", "unhelpful", "stale", "planned", "empty", "not-applicable"];

const READABLE: [string, string][] = [
  ["--text", "--canvas"],
  ["--text", "--surface"],
  ["--text", "--hover"],
  ["--text", "--accent-soft"],
  ["--text-2", "--canvas"],
  ["--text-2", "--surface"],
  ["--text-2", "--sunken"],
  ["--text-2", "--hover"],
  ["--text-2", "--accent-soft"],
  ["--accent-text", "--surface"],
  ["--accent-text", "--accent-soft"],
  ["--text-on-accent", "--accent"],
  ["--text-on-accent", "--accent-hover"],
  ["--text-on-danger", "--danger-fill"],
  ["--danger-text", "--surface"],
  ["--danger-text", "--danger-soft"],
  ["--warning-text", "--warning-soft"],
  ["--success-text", "--success-soft"],
  ["--ink-text", "--ink"],
  ...STATES.map((state): [string, string] => [`--state-${state}-fg`, `--state-${state}-bg`]),
];

const THEMES: [string, Tokens][] = [
  ["light", light],
  ["dark", dark],
  ["light, high contrast", new Map([...light, ...lightMore])],
  ["dark, high contrast", new Map([...dark, ...darkMore])],
];

describe.each(THEMES)("the %s theme", (_, tokens) => {
  it.each(READABLE)("keeps %s readable on %s", (text, ground) => {
    expect(contrast(colour(tokens, text), colour(tokens, ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["--focus", "--line-control"])("shows %s against the surface", (name) => {
    expect(contrast(colour(tokens, name), colour(tokens, "--surface"))).toBeGreaterThanOrEqual(3);
  });
});

it("knows the contrast of black on white", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
});

describe("the theme chosen", () => {
  it("follows the system unless one is chosen", () => {
    expect(resolveTheme("system", true, false)).toEqual({ theme: "dark", contrast: "normal" });
    expect(resolveTheme("light", true, false)).toEqual({ theme: "light", contrast: "normal" });
    expect(resolveTheme("dark", false, true)).toEqual({ theme: "dark", contrast: "more" });
    expect(resolveTheme("contrast", true, false)).toEqual({ theme: "dark", contrast: "more" });
  });
});
