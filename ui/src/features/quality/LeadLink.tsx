import { Link } from "@tanstack/react-router";
import styles from "./Quality.module.css";

interface LeadLinkProps {
  lead: { key: number; name: string; email: string };
  /** Beneath the name: the address where there is one, else this. */
  detail?: string;
  isInGrid?: boolean;
  /** Its name is flagged. */
  isMarked?: boolean;
}

/** A lead by its name, else its address. */
export function LeadLink({ lead, detail = "", isInGrid = false, isMarked = false }: LeadLinkProps) {
  const { key, name, email } = lead;
  const title = name || email || "Anonymous";
  const below = name !== "" && email !== "" ? email : detail;
  return (
    <Link
      to="/leads/$key"
      params={{ key: String(key) }}
      className={isInGrid ? styles.gridLead : styles.lead}
      draggable={false}
      {...(isInGrid && { tabIndex: -1 })}
    >
      {isMarked ? (
        <mark className={styles.flagged}>{title}</mark>
      ) : (
        <span className={styles.name}>{title}</span>
      )}{" "}
      {below !== "" && <span className={styles.below}>{below}</span>}
    </Link>
  );
}
