// The keys on the board: from card to card, and to the card nearest by when the one that had them goes.
import { type KeyboardEvent, type RefObject, useEffect } from "react";

interface Place {
  column: number;
  place: number;
}

function placeOf({ dataset }: HTMLElement): Place {
  return { column: Number(dataset.column), place: Number(dataset.place) };
}

function cardAt(board: Element, { column, place }: Place): HTMLElement | null {
  const cards = [...board.querySelectorAll<HTMLElement>(`[data-column="${column}"]`)];
  const near = (card: HTMLElement) => Math.abs(Number(card.dataset.place) - place);
  return cards.sort((a, b) => near(a) - near(b))[0] ?? null;
}

const STEPS: Readonly<Record<string, Place>> = {
  ArrowLeft: { column: -1, place: 0 },
  ArrowRight: { column: 1, place: 0 },
  ArrowUp: { column: 0, place: -1 },
  ArrowDown: { column: 0, place: 1 },
};

/** Arrow keys go to the next place, or to the nearest card of the column beside; empty ones are passed. */
export function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const from = event.target instanceof HTMLElement && event.target.matches("[data-place]") && event.target;
  if (step === undefined || !from) {
    return;
  }
  event.preventDefault();
  const columns = event.currentTarget.children.length;
  const { column, place } = placeOf(from);
  for (let to = column + step.column; to >= 0 && to < columns; to += step.column) {
    const card = cardAt(event.currentTarget, { column: to, place: place + step.place });
    if (card !== null || step.column === 0) {
      card?.focus();
      return;
    }
  }
}

function nearest(board: Element, { column, place }: Place): HTMLElement | null {
  const columns = [...board.children].map((_, at) => at);
  const near = columns.sort((a, b) => Math.abs(a - column) - Math.abs(b - column));
  return near.map((to) => cardAt(board, { column: to, place })).find((card) => card !== null) ?? null;
}

/** A card that is moved, deleted or filtered away leaves the focus to the one that took its place. */
export function useKeptFocus(board: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = board.current;
    if (box === null) {
      return;
    }
    let card: HTMLElement | null = null;
    let at: Place = { column: 0, place: 0 };
    const note = ({ target }: FocusEvent) => {
      const title = (target as Element).closest("article")?.querySelector<HTMLElement>("[data-place]");
      if (title) {
        card = title;
        at = placeOf(title);
      }
    };
    const keep = () => {
      if (card !== null && !card.isConnected && document.activeElement === document.body) {
        nearest(box, at)?.focus({ preventScroll: true });
      }
    };
    const changes = new MutationObserver(keep);
    changes.observe(box, { childList: true, subtree: true });
    // The menu of a card closes after the card has gone, and has nothing to give the focus back to.
    changes.observe(document.body, { childList: true });
    box.addEventListener("focusin", note);
    return () => {
      changes.disconnect();
      box.removeEventListener("focusin", note);
    };
  }, [board]);
}
