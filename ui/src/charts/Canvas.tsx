import { useEffect, useRef } from "react";
import type { ShownFigure } from "@/bindings/ShownFigure";
import styles from "./Chart.module.css";
import { drawIn } from "./engine";
import { followLook, lookOf } from "./look";
import { heightOf, narrowestOf, optionsOf } from "./options";

/** Longer tables are not read out in one breath. */
const SAID_ROWS = 12;

/** A figure in words: what it is, what is to be seen in it, and its values where they are few. */
function inWords({ figure, twin }: ShownFigure): string {
  const rows = twin.rows.length > SAID_ROWS ? [] : twin.rows;
  const values = rows.map((row) => row.filter((cell) => cell !== "").join(", "));
  return [`${figure.title}.`, figure.summary, values.join("; ")].filter((part) => part !== "").join(" ");
}

/** A figure drawn; its table is at hand for whoever would rather read. */
export function Canvas({ shown }: { shown: ShownFigure }) {
  const { figure } = shown;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (element === null) {
      return undefined;
    }
    const show = () => {
      const options = optionsOf(figure, lookOf(element));
      if (options !== null) {
        drawn.show(options);
      }
    };
    const drawn = drawIn(element, show);
    show();
    const unfollow = followLook(show);
    // A canvas does not wait for its letters.
    void document.fonts?.ready.then(show);
    return () => {
      unfollow();
      drawn.close();
    };
  }, [figure]);
  const narrowest = narrowestOf(figure);
  const canvas = (
    <div
      ref={ref}
      role="img"
      aria-label={inWords(shown)}
      className={styles.canvas}
      style={{
        height: `calc(${heightOf(figure)} * var(--text-md))`,
        minWidth: `calc(${narrowest} * var(--text-md))`,
      }}
    />
  );
  if (narrowest === 0) {
    return canvas;
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section className={styles.scroll} aria-label={figure.title} tabIndex={0}>
      {canvas}
    </section>
  );
}
