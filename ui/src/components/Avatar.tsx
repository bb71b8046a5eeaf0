import styles from "./Avatar.module.css";

/** The first letters of the first and the last word of a name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? "";
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? "") : "";
  return (first + last).toLocaleUpperCase();
}

export function Avatar({ name }: { name: string }) {
  return <span className={styles.avatar} data-initials={initials(name)} aria-hidden />;
}
