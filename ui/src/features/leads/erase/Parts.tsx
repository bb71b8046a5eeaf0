import { Check, type LucideIcon, Minus, Pin } from "lucide-react";
import type { ReactNode } from "react";
import { addressOf } from "@/actions/addressOf";
import { useActionContext } from "@/actions/useActionContext";
import type { LeadsHeld } from "@/bindings/LeadsHeld";
import type { Mention } from "@/bindings/Mention";
import { sayKind } from "@/words/edits";
import { capital } from "@/words/text";
import styles from "./Erase.module.css";
import { sayEdits } from "./words";

const SIGNS: Readonly<Record<"goes" | "stays" | "done", LucideIcon>> = {
  goes: Minus,
  stays: Pin,
  done: Check,
};

export interface ListedProps {
  title: string;
  sign: keyof typeof SIGNS;
  lines: readonly { id: string; text: ReactNode }[];
}

/** Lines under a heading, each with the sign of what becomes of it. */
export function Listed({ title, sign, lines }: ListedProps) {
  const Sign = SIGNS[sign];
  return lines.length === 0 ? null : (
    <section className={styles.part}>
      <h3>{title}</h3>
      <ul className={styles.list}>
        {lines.map(({ id, text }) => (
          <li key={id}>
            <Sign aria-hidden className={styles[sign]} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function lines(texts: readonly (string | null)[]): { id: string; text: string }[] {
  return texts.filter((text) => text !== null).map((text) => ({ id: text, text }));
}

/** The thing that names somebody, and a way to it where it has a place of its own. */
function Place({ mention: { kind, id, title, what } }: { mention: Mention }) {
  const context = useActionContext();
  const address = addressOf(kind, id);
  return (
    <>
      {capital(sayKind(kind))}{" "}
      {address === null ? (
        <strong>{title}</strong>
      ) : (
        <a
          className={styles.link}
          href={`#${address}`}
          onClick={(event) => {
            event.preventDefault();
            context().go(address);
          }}
        >
          {title}
        </a>
      )}{" "}
      <span className={styles.quiet}>holds its {what === "address" ? "address" : "name"}</span>
    </>
  );
}

/** Where the plan, which people wrote, names the lead still. */
export function Mentions({ held: { mentions, edits } }: { held: LeadsHeld }) {
  const places = mentions.map((mention) => ({
    id: mention.id,
    text: <Place mention={mention} />,
  }));
  return (
    <Listed
      title="Stays, for people wrote it: change it there"
      sign="stays"
      lines={[...places, ...lines([sayEdits(edits)])]}
    />
  );
}

/** Files that were set aside as damaged. */
export function Aside({ aside }: { aside: readonly string[] }) {
  return (
    <Listed title="Damaged files that may hold it: delete them yourself" sign="stays" lines={lines(aside)} />
  );
}
