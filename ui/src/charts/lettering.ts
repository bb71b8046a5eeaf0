// How wide words are on a canvas, and where they break.

/** A text takes so many lines at most. */
const LINES = 3;

/** Gives how wide a text is in px; a guess where nothing can be drawn. */
export function widthIn(font: string, size: number, weight = 400): (text: string) => number {
  const pen = document.createElement("canvas").getContext("2d");
  if (pen === null) {
    return (text) => text.length * size * 0.56;
  }
  pen.font = `${weight} ${size}px ${font}`;
  return (text) => pen.measureText(text).width;
}

type Width = (text: string) => number;

/** A text as far as there is room for it. */
function shortened(text: string, room: number, width: Width): string {
  let letters = [...text];
  while (letters.length > 0 && width(`${letters.join("")}…`) > room) {
    letters = letters.slice(0, -1);
  }
  return `${letters.join("").trimEnd()}…`;
}

/** A text in lines that fit. Where one is not enough it breaks before a bracket or an arrow first. */
export function linesOf(text: string, room: number, width: Width): readonly string[] {
  if (text === "" || width(text) <= room) {
    return text === "" ? [] : [text];
  }
  const joint = text.search(/[(→]/);
  if (joint > 0) {
    return [text.slice(0, joint).trim(), text.slice(joint)].flatMap((part) => linesOf(part, room, width));
  }
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && width(longer) <= room) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(word);
    }
  }
  const rest = lines.slice(LINES - 1).join(" ");
  const kept = rest === "" ? lines : [...lines.slice(0, LINES - 1), rest];
  return kept.map((line) => (width(line) <= room ? line : shortened(line, room, width)));
}
