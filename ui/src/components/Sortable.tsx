// A list whose things can be put in another order: by dragging the grip, or by arrow keys on it. Done
// by hand because the things hold fields and buttons of their own, which a list of options may not.
import { GripVertical } from "lucide-react";
import { type DragEvent, type HTMLAttributes, type KeyboardEvent, useRef, useState } from "react";
import { classes } from "./classes";
import styles from "./Sortable.module.css";
import { moved } from "./sorting";

export interface SortableItem {
  id: string;
  name: string;
}

export interface SortableProps {
  /** In which way the things follow each other. */
  axis: "x" | "y";
  items: readonly SortableItem[];
  onReorder: (ids: string[]) => void;
}

export interface Sortable {
  /** Onto the element of a thing. */
  itemProps: (id: string) => HTMLAttributes<HTMLElement> & Record<`data-${string}`, string | undefined>;
  gripProps: (id: string) => GripProps;
}

interface Aim {
  over: string;
  after: boolean;
}

function isAfter(event: DragEvent<HTMLElement>, axis: "x" | "y"): boolean {
  const box = event.currentTarget.getBoundingClientRect();
  return axis === "x" ? event.clientX > box.x + box.width / 2 : event.clientY > box.y + box.height / 2;
}

export function useSortable({ axis, items, onReorder }: SortableProps): Sortable {
  const dragged = useRef<string | null>(null);
  const [aim, setAim] = useState<Aim | null>(null);
  const ids = items.map(({ id }) => id);
  const end = () => {
    dragged.current = null;
    setAim(null);
  };
  const put = (id: string, to: number) => {
    const next = moved(ids, id, to);
    if (next.some((other, at) => other !== ids[at])) {
      onReorder(next);
    }
  };
  const itemProps = (id: string) => ({
    "data-sorted": id,
    "data-drop": aim?.over === id ? (aim.after ? `after-${axis}` : `before-${axis}`) : undefined,
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (dragged.current !== null) {
        event.preventDefault();
        const after = isAfter(event, axis);
        setAim((known) => (known?.over === id && known.after === after ? known : { over: id, after }));
      }
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      if (dragged.current !== null) {
        event.preventDefault();
        const rest = ids.filter((other) => other !== dragged.current);
        const at = rest.indexOf(id);
        put(dragged.current, at < 0 ? ids.indexOf(id) : at + (isAfter(event, axis) ? 1 : 0));
        end();
      }
    },
  });
  const gripProps = (id: string): GripProps => ({
    name: items.find((item) => item.id === id)?.name ?? "",
    axis,
    place: `${ids.indexOf(id) + 1} of ${ids.length}`,
    onMove: (step) => put(id, Math.min(ids.length - 1, Math.max(0, ids.indexOf(id) + step))),
    onStart: () => {
      dragged.current = id;
    },
    onEnd: end,
  });
  return { itemProps, gripProps };
}

export interface GripProps {
  name: string;
  axis: "x" | "y";
  place: string;
  onMove: (step: number) => void;
  onStart: () => void;
  onEnd: () => void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** What a thing is taken by. */
export function Grip({ name, axis, place, onMove, onStart, onEnd }: GripProps) {
  const onDragStart = (event: DragEvent<HTMLElement>) => {
    event.dataTransfer.setData("text/plain", name);
    event.dataTransfer.effectAllowed = "move";
    onStart();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key];
    if (step !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      onMove(step);
    }
  };
  const keys = axis === "x" ? "← →" : "↑ ↓";
  return (
    <span
      role="button"
      tabIndex={0}
      draggable
      aria-label={`Move ${name}`}
      aria-description={`${place}. Arrow keys move it.`}
      title={`Drag, or ${keys} when focused`}
      className={classes(styles.grip, axis === "x" && styles.across)}
      onDragStart={onDragStart}
      onDragEnd={onEnd}
      onKeyDown={onKeyDown}
    >
      <GripVertical aria-hidden />
    </span>
  );
}
