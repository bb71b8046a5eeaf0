import type { Paper } from "@/bindings/Paper";

/** Where letters are the usual paper. */
const LETTER = /-(US|CA|MX|CL|CO|CR|GT|PA|PH|SV|VE)\b/;

/** What people here print on. */
export function usualPaper(language: string = navigator.language): Paper {
  return LETTER.test(language) ? "letter" : "a4";
}
