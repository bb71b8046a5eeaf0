// What a tag field keeps: each text once whatever its case, in the order in which it was added.

function fold(text: string): string {
  return text.trim().toLocaleLowerCase();
}

export function hasTag(tags: readonly string[], text: string): boolean {
  return tags.some((tag) => fold(tag) === fold(text));
}

/** Adds what was typed or pasted; commas, semicolons and line breaks part one tag from the next. */
export function addTags(tags: readonly string[], typed: string): string[] {
  const next = [...tags];
  for (const part of typed.split(/[,;\n]/)) {
    const text = part.trim();
    if (text !== "" && !hasTag(next, text)) {
      next.push(text);
    }
  }
  return next;
}

/** The known tags that fit what is typed and are not there yet; beginnings before the rest. */
export function completions(tags: readonly string[], typed: string, known: readonly string[]): string[] {
  const folded = fold(typed);
  const fitting = known.filter((tag) => fold(tag).includes(folded) && !hasTag(tags, tag));
  return [
    ...fitting.filter((tag) => fold(tag).startsWith(folded)),
    ...fitting.filter((tag) => !fold(tag).startsWith(folded)),
  ];
}
