import { Link } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import styles from "./Back.module.css";

export interface BackProps {
  to: string;
  label: string;
  /** Which of them, as they were looked at. */
  search?: object;
}

/** From the page of a thing back to all of its kind. */
export function Back({ to, label, search = {} }: BackProps) {
  return (
    <Link to={to} search={search} className={styles.back}>
      <ChevronLeft aria-hidden size={14} />
      {label}
    </Link>
  );
}
