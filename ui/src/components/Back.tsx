import { Link } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import styles from "./Back.module.css";

/** From the page of a thing back to all of its kind. */
export function Back({ to, label }: { to: string; label: string }) {
  return (
    <Link to={to} className={styles.back}>
      <ChevronLeft aria-hidden size={14} />
      {label}
    </Link>
  );
}
