import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import styles from "./Home.module.css";
import type { Place } from "./place";

/** A line that leads somewhere. */
export function PlaceLink({ place, children }: { place: Place; children: ReactNode }) {
  return (
    <Link to={place.to as "/architecture"} search={(place.search ?? {}) as never} className={styles.link}>
      {children}
    </Link>
  );
}
