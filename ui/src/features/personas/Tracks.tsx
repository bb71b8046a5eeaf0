import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import type { Track } from "@/bindings/Track";
import styles from "./PathCard.module.css";

interface Line {
  id: string;
  path: string;
  isChosen: boolean;
}

interface TracksProps {
  tracks: readonly Track[];
  /** The stop whose tracks stand out. */
  chosen: string | null;
  /** Changes with whatever moves the stops. */
  layout: string;
  children: ReactNode;
}

/** From the end of one stop to the beginning of another, as a soft S. */
function curve(from: DOMRect, to: DOMRect, origin: DOMRect): string {
  const [x1, y1] = [from.right - origin.left, from.top + from.height / 2 - origin.top];
  const [x2, y2] = [to.left - origin.left, to.top + to.height / 2 - origin.top];
  const bend = Math.max(12, (x2 - x1) / 2);
  return `M ${x1} ${y1} C ${x1 + bend} ${y1}, ${x2 - bend} ${y2}, ${x2} ${y2}`;
}

function linesOf(root: HTMLElement, tracks: readonly Track[], chosen: string | null): readonly Line[] {
  const origin = root.getBoundingClientRect();
  const place = (id: string) =>
    root.querySelector(`[data-stop="${CSS.escape(id)}"]`)?.getBoundingClientRect();
  return tracks.flatMap(({ from, to }) => {
    const [start, end] = [place(from), place(to)];
    const isChosen = from === chosen || to === chosen;
    return start && end ? [{ id: `${from} ${to}`, path: curve(start, end, origin), isChosen }] : [];
  });
}

/** The tracks between stops, drawn under them; the stops say in words where they lead. */
export function Tracks({ tracks, chosen, layout, children }: TracksProps) {
  const root = useRef<HTMLDivElement>(null);
  const [lines, setLines] = useState<readonly Line[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stops move with the layout
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) {
      return;
    }
    const draw = () => setLines(linesOf(element, tracks, chosen));
    draw();
    const watch = new ResizeObserver(draw);
    watch.observe(element);
    return () => watch.disconnect();
  }, [tracks, chosen, layout]);
  return (
    <div ref={root} className={styles.tracks}>
      <svg aria-hidden className={styles.lines}>
        {lines.map(({ id, path, isChosen }) => (
          <path key={id} d={path} className={styles.line} data-chosen={isChosen || undefined} />
        ))}
      </svg>
      {children}
    </div>
  );
}
