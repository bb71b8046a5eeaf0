// Shortcuts as text: parsing, matching a key event, and writing them as they stand on the keys.

export interface Chord {
  key: string;
  mod: boolean;
  shift: boolean;
  alt: boolean;
}

const KEY_NAMES: Readonly<Record<string, string>> = {
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  escape: "Esc",
  enter: "Enter",
  backspace: "⌫",
  delete: "Del",
  space: "Space",
};

export function onMac(): boolean {
  return /mac/i.test(navigator.platform);
}

function parseChord(text: string): Chord {
  const parts = text.split("+").filter((part) => part !== "");
  const key = (parts.at(-1) ?? "").toLowerCase();
  const marks = new Set(parts.slice(0, -1).map((part) => part.toLowerCase()));
  return { key, mod: marks.has("mod"), shift: marks.has("shift"), alt: marks.has("alt") };
}

/** The chords to press one after the other. */
export function parseShortcut(shortcut: string): readonly Chord[] {
  return shortcut.split(" ").map(parseChord);
}

export type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

export function chordMatches(chord: Chord, press: KeyPress, mac: boolean): boolean {
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  const key = press.key === " " ? "space" : press.key.toLowerCase();
  // Shift is part of how "?" is typed, and differs between keyboards; it counts for letters and named keys only.
  const shiftCounts = chord.shift || chord.key.length > 1 || /^[a-z]$/.test(chord.key);
  return (
    key === chord.key &&
    mod === chord.mod &&
    !other &&
    press.altKey === chord.alt &&
    (!shiftCounts || press.shiftKey === chord.shift)
  );
}

function writeChord(chord: Chord, mac: boolean): string {
  const key = KEY_NAMES[chord.key] ?? chord.key.toUpperCase();
  const parts = mac
    ? [chord.mod && "⌘", chord.alt && "⌥", chord.shift && "⇧", key]
    : [chord.mod && "Ctrl", chord.alt && "Alt", chord.shift && "Shift", key];
  return parts.filter(Boolean).join(mac ? "" : " ");
}

export function writeShortcut(shortcut: string, mac: boolean = onMac()): string {
  return parseShortcut(shortcut)
    .map((chord) => writeChord(chord, mac))
    .join(" then ");
}
