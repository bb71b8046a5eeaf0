// How well what was typed fits a text: its beginning counts most, then the start of a word, then its middle.

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "");
}

function scoreWord(word: string, text: string): number {
  let best = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    best = Math.max(best, at === 0 ? 3 : isWordStart(text, at) ? 2 : 1);
  }
  return best;
}

/** 0 when a typed word does not fit; larger fits better. Nothing typed fits everything. */
export function matchScore(typed: string, text: string): number {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const folded = text.toLocaleLowerCase();
  let total = 1;
  for (const word of words) {
    const score = scoreWord(word, folded);
    if (score === 0) {
      return 0;
    }
    total += score;
  }
  return total;
}
