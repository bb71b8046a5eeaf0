import { describe, expect, it } from "vitest";
import type { Action } from "./action";
import { NOTHING_PRESSED, type Progress, step } from "./keyboard";
import { chordMatches, type KeyPress, parseShortcut, writeShortcut } from "./shortcut";

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
}

function action(id: string, shortcut: string): Action {
  return { id, label: id, shortcut, run: () => undefined };
}

const matches = (shortcut: string, pressed: KeyPress, mac = false) =>
  chordMatches(parseShortcut(shortcut)[0]!, pressed, mac);

describe("a shortcut", () => {
  it("means Ctrl by Mod, and ⌘ on a Mac", () => {
    expect(matches("Mod+K", press("k", { ctrlKey: true }))).toBe(true);
    expect(matches("Mod+K", press("k", { metaKey: true }))).toBe(false);
    expect(matches("Mod+K", press("k", { metaKey: true }), true)).toBe(true);
    expect(matches("Mod+K", press("k"))).toBe(false);
  });

  it("tells undo from redo by Shift", () => {
    const redo = press("Z", { ctrlKey: true, shiftKey: true });
    expect(matches("Mod+Z", redo)).toBe(false);
    expect(matches("Mod+Shift+Z", redo)).toBe(true);
  });

  it("finds ? whether or not the keyboard needs Shift for it", () => {
    expect(matches("?", press("?", { shiftKey: true }))).toBe(true);
    expect(matches("?", press("?"))).toBe(true);
  });

  it("is written as it stands on the keys", () => {
    expect(writeShortcut("Mod+Shift+Z", false)).toBe("Ctrl Shift Z");
    expect(writeShortcut("Mod+Shift+Z", true)).toBe("⌘⇧Z");
    expect(writeShortcut("G A", false)).toBe("G then A");
    expect(writeShortcut("Escape", false)).toBe("Esc");
  });
});

describe("keys one after the other", () => {
  const actions = [action("assets", "G A"), action("personas", "G P"), action("new", "P")];
  const at = (key: string, progress: Progress, now: number) =>
    step(actions, press(key), progress, now, false);

  it("lead to the action of the whole sequence", () => {
    const first = at("g", NOTHING_PRESSED, 0);
    expect(first.action).toBeNull();
    expect(at("p", first.progress, 300).action?.id).toBe("personas");
  });

  it("are forgotten after a while", () => {
    const first = at("g", NOTHING_PRESSED, 0);
    expect(at("p", first.progress, 5000).action?.id).toBe("new");
  });

  it("fall back to the last key where the sequence leads nowhere", () => {
    const first = at("g", NOTHING_PRESSED, 0);
    const second = at("x", first.progress, 100);
    expect(second).toEqual({ action: null, progress: NOTHING_PRESSED });
    expect(at("p", second.progress, 200).action?.id).toBe("new");
  });

  it("prefer what was registered last", () => {
    const both = [action("view", "N"), action("frame", "N")];
    expect(step(both, press("n"), NOTHING_PRESSED, 0, false).action?.id).toBe("view");
  });
});
