import type { ReactNode } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components";
import styles from "./Tooltip.module.css";

export type TooltipPlacement = "top" | "bottom" | "left" | "right" | "bottom end" | "bottom start";

export interface TooltipProps {
  text: ReactNode;
  /** A shortcut, as it is written on the keys. */
  keys?: string;
  placement?: TooltipPlacement;
  /** One focusable control (a Button, or any element wrapped in react-aria's Focusable). */
  children: ReactNode;
}

export function Tooltip({ text, keys, placement = "top", children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip className={styles.tooltip ?? ""} placement={placement} offset={6}>
        <span>{text}</span>
        {keys !== undefined && <span className={styles.keys}>{keys}</span>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
