import { X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { IconButton } from "./IconButton";
import styles from "./RailLayout.module.css";
import { useRailWidth } from "./useRailWidth";

export interface RailLayoutProps {
  children: ReactNode;
  /** What stands in the rail; it fills the rail's height and scrolls itself (see RailBody). */
  rail: ReactNode;
  railLabel: string;
  isOpen: boolean;
  onClose: () => void;
}

/** A view with a rail on the right; on a narrow window the rail lies over the view. */
export function RailLayout({ children, rail, railLabel, isOpen, onClose }: RailLayoutProps) {
  const aside = useRef<HTMLElement>(null);
  const handle = useRailWidth(aside);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented) {
      onClose();
    }
  };
  return (
    <div className={styles.layout}>
      <div className={styles.main}>{children}</div>
      {isOpen && (
        <aside
          ref={aside}
          className={styles.rail}
          aria-label={railLabel}
          onKeyDown={onKeyDown}
          style={{ width: handle.width }}
        >
          <div
            role="separator"
            tabIndex={0}
            aria-label={`Width of ${railLabel}`}
            aria-orientation="vertical"
            aria-valuenow={handle.percent}
            className={styles.handle}
            onPointerDown={handle.onPointerDown}
            onKeyDown={handle.onKeyDown}
            onDoubleClick={handle.reset}
          />
          <div className={styles.close}>
            <IconButton
              icon={X}
              label={`Close ${railLabel}`}
              keys="Esc"
              onPress={onClose}
              placement="bottom end"
            />
          </div>
          {rail}
        </aside>
      )}
    </div>
  );
}

/** The padded, scrolling part of a rail. */
export function RailBody({ children }: { children: ReactNode }) {
  return <div className={styles.body}>{children}</div>;
}
