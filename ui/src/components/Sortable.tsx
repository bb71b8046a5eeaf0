// A list whose things can be put in another order: by dragging the grip, or by arrow keys on it. Done
// by hand because the things hold fields and buttons of their own, which a list of options may not.
import { GripVertical } from "lucide-react";
import {
  type HTMLAttributes,
  type KeyboardEvent,
  type DragEvent as ReactDragEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { classes } from "./classes";
import { useFieldsAreReadOnly } from "./readOnly";
import styles from "./Sortable.module.css";
import { type Aim, type Axis, aimAt, type Box, differs, dropped, moved } from "./sorting";

export interface SortableItem {
  id: string;
  name: string;
}

export interface SortableProps {
  /** In which way the things follow each other. */
  axis: Axis;
  items: readonly SortableItem[];
  onReorder: (ids: string[]) => void;
}

export interface Sortable {
  /** Onto the element of a thing. */
  itemProps: (id: string) => HTMLAttributes<HTMLElement> & Record<`data-${string}`, string | undefined>;
  gripProps: (id: string) => GripProps;
}

function boxesOf(list: string, ids: readonly string[]): Box[] {
  const things = document.querySelectorAll<HTMLElement>(`[data-sorted-in="${list}"]`);
  return [...things].flatMap((thing) => {
    const id = thing.dataset.sorted;
    const { left, top, width, height } = thing.getBoundingClientRect();
    return id !== undefined && ids.includes(id) ? [{ id, left, top, width, height }] : [];
  });
}

interface Sorting {
  list: string;
  axis: Axis;
  ids: readonly string[];
  put: (next: string[]) => void;
}

/** Follows a drag over the whole window, as the gaps between things count for the nearest of them. */
function followDrag(
  dragged: string,
  sorting: { readonly current: Sorting },
  onAim: (aim: Aim | null) => void,
  onEnd: () => void,
): () => void {
  const aimOf = ({ clientX, clientY }: DragEvent) => {
    const { list, axis, ids } = sorting.current;
    const aim = aimAt(boxesOf(list, ids), axis, clientX, clientY);
    return aim !== null && differs(dropped(ids, dragged, aim), ids) ? aim : null;
  };
  const follow = (event: DragEvent) => {
    const aim = aimOf(event);
    onAim(aim);
    if (aim !== null) {
      event.preventDefault();
    }
  };
  const drop = (event: DragEvent) => {
    const aim = aimOf(event);
    event.preventDefault();
    onEnd();
    if (aim !== null) {
      sorting.current.put(dropped(sorting.current.ids, dragged, aim));
    }
  };
  const watch = new AbortController();
  // WebKit says dragenter, not dragover, whenever the element under the pointer is another than before.
  document.addEventListener("dragenter", follow, watch);
  document.addEventListener("dragover", follow, watch);
  document.addEventListener("drop", drop, watch);
  document.addEventListener("dragend", onEnd, watch);
  return () => watch.abort();
}

function useDrag(sorting: Sorting) {
  const [dragged, setDragged] = useState<string | null>(null);
  const [aim, setAim] = useState<Aim | null>(null);
  const now = useRef(sorting);
  useEffect(() => {
    now.current = sorting;
  });
  useEffect(() => {
    const show = (next: Aim | null) =>
      setAim((known) => (known?.over === next?.over && known?.after === next?.after ? known : next));
    const end = () => {
      setDragged(null);
      setAim(null);
    };
    return dragged === null ? undefined : followDrag(dragged, now, show, end);
  }, [dragged]);
  return { dragged, aim, start: setDragged };
}

export function useSortable({ axis, items, onReorder }: SortableProps): Sortable {
  const list = useId();
  const ids = items.map(({ id }) => id);
  const put = (next: string[]) => {
    if (differs(next, ids)) {
      onReorder(next);
    }
  };
  const { dragged, aim, start } = useDrag({ list, axis, ids, put });
  const itemProps = (id: string) => ({
    "data-sorted": id,
    "data-sorted-in": list,
    "data-dragged": dragged === id ? "" : undefined,
    "data-drop": aim?.over === id ? `${aim.after ? "after" : "before"}-${axis}` : undefined,
  });
  const gripProps = (id: string): GripProps => ({
    name: items.find((item) => item.id === id)?.name ?? "",
    axis,
    place: `${ids.indexOf(id) + 1} of ${ids.length}`,
    onMove: (step) => put(moved(ids, id, Math.min(ids.length - 1, Math.max(0, ids.indexOf(id) + step)))),
    onStart: () => start(id),
  });
  return { itemProps, gripProps };
}

export interface GripProps {
  name: string;
  axis: "x" | "y";
  place: string;
  onMove: (step: number) => void;
  onStart: () => void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Only the name follows the pointer: the thing itself would hide the line where it will stand. */
function showCarried(drag: DataTransfer, name: string): void {
  const carried = document.createElement("span");
  carried.className = styles.carried ?? "";
  carried.textContent = name;
  document.body.append(carried);
  drag.setDragImage(carried, 0, 0);
  requestAnimationFrame(() => carried.remove());
}

/** What a thing is taken by. */
export function Grip({ name, axis, place, onMove, onStart }: GripProps) {
  const isReadOnly = useFieldsAreReadOnly();
  const onDragStart = (event: ReactDragEvent<HTMLElement>) => {
    event.dataTransfer.setData("text/plain", name);
    event.dataTransfer.effectAllowed = "move";
    showCarried(event.dataTransfer, name);
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
  if (isReadOnly) {
    return null;
  }
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
      onKeyDown={onKeyDown}
    >
      <GripVertical aria-hidden />
    </span>
  );
}
