// The one global key listener: finds the action a key press means and runs it.
import { useEffect } from "react";
import { type Action, type ActionContext, isEnabled } from "./action";
import { registeredActions } from "./registry";
import { type Chord, chordMatches, type KeyPress, onMac, parseShortcut } from "./shortcut";

const SEQUENCE_MS = 1200;

export interface Progress {
  /** The chords pressed so far of a sequence such as "G A". */
  pressed: readonly KeyPress[];
  at: number;
}

export const NOTHING_PRESSED: Progress = { pressed: [], at: 0 };

function startsWith(chords: readonly Chord[], pressed: readonly KeyPress[], mac: boolean): boolean {
  return pressed.every((press, index) => {
    const chord = chords[index];
    return chord !== undefined && chordMatches(chord, press, mac);
  });
}

export interface Step {
  action: Action | null;
  progress: Progress;
}

/** What one more key press means, given the ones just before it. */
export function step(
  actions: readonly Action[],
  press: KeyPress,
  progress: Progress,
  now: number,
  mac: boolean = onMac(),
): Step {
  const fresh = now - progress.at > SEQUENCE_MS ? [] : progress.pressed;
  for (const pressed of fresh.length > 0 ? [[...fresh, press], [press]] : [[press]]) {
    const begun = actions.filter(
      ({ shortcut }) => shortcut !== undefined && startsWith(parseShortcut(shortcut), pressed, mac),
    );
    const done = begun.find(({ shortcut = "" }) => parseShortcut(shortcut).length === pressed.length);
    if (done) {
      return { action: done, progress: NOTHING_PRESSED };
    }
    if (begun.length > 0) {
      return { action: null, progress: { pressed, at: now } };
    }
  }
  return { action: null, progress: NOTHING_PRESSED };
}

/** Whether keys go into a field. One that is being saved takes none, so that they are the window's again. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches(
        "input:not([readonly]), textarea:not([readonly]), select, [role=combobox], [role=spinbutton]",
      ))
  );
}

function isInOverlay(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest("[role=dialog], [role=alertdialog], [role=menu]") !== null
  );
}

function reachable(event: KeyboardEvent): readonly Action[] {
  const all = registeredActions();
  return isTyping(event.target) || isInOverlay(event.target)
    ? all.filter((action) => action.whileTyping)
    : all;
}

const MODIFIERS = new Set(["Shift", "Control", "Alt", "Meta", "AltGraph"]);

export function useKeyboard(context: () => ActionContext): void {
  useEffect(() => {
    let progress = NOTHING_PRESSED;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || MODIFIERS.has(event.key)) {
        return;
      }
      const actions = reachable(event).filter((action) => isEnabled(action, context()));
      const next = step(actions, event, progress, event.timeStamp);
      progress = next.progress;
      if (next.action) {
        event.preventDefault();
        next.action.run(context());
      }
    };
    // A button takes Enter for itself, whatever is held with it, and lets nobody else see it.
    const onChord = (event: KeyboardEvent) => {
      const isHeld = event.ctrlKey || event.metaKey;
      if (isHeld && event.key === "Enter" && event.target instanceof HTMLButtonElement) {
        onKeyDown(event);
        if (event.defaultPrevented) {
          event.stopPropagation();
        }
      }
    };
    window.addEventListener("keydown", onChord, { capture: true });
    window.addEventListener("keydown", onKeyDown);
    return () => {
      window.removeEventListener("keydown", onChord, { capture: true });
      window.removeEventListener("keydown", onKeyDown);
    };
  }, [context]);
}
