// What the playbook says, piece by piece and line by line, wherever a rep reads it.
import { Link } from "@tanstack/react-router";
import { ExternalLink } from "lucide-react";
import type { DialogueLine } from "@/bindings/DialogueLine";
import type { PlaybookAsset } from "@/bindings/PlaybookAsset";
import { IconButton } from "@/components/IconButton";
import { Sign } from "@/components/Sign";
import { openLink } from "@/rpc/openLink";
import { NEED_SIGNS, needForeground } from "@/style/needs";
import { NEED_STATUS_WORDS } from "@/words/plan";
import styles from "./Play.module.css";
import { ReadMark } from "./ReadMark";

/** Content to use: what to say of it, what it answers, what to offer next. */
export function PlayPiece({ asset }: { asset: PlaybookAsset }) {
  const { assetId, title, format, url, takeaways, answers, next } = asset;
  return (
    <li className={styles.piece}>
      <p className={styles.title}>
        <Link to="/assets/$assetId" params={{ assetId }} className={styles.link}>
          {title}
        </Link>
        {format !== "" && <span className={styles.format}>{format}</span>}
        {url !== "" && (
          <IconButton
            icon={ExternalLink}
            size="small"
            label={`Open the address of ${title}`}
            onPress={() => void openLink({ id: assetId })}
          />
        )}
      </p>
      {takeaways.length > 0 ? (
        <>
          <ul className={styles.takeaways} aria-label={`What to say of ${title}`}>
            {takeaways.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <ReadMark asset={asset} />
        </>
      ) : (
        <p className={styles.quiet}>No takeaways yet: read it before you mention it.</p>
      )}
      {answers.length > 0 && (
        <p className={styles.quiet}>Answers {answers.map((one) => `“${one}”`).join(", ")}</p>
      )}
      {next !== "" && <p className={styles.quiet}>Then offer: {next}</p>}
    </li>
  );
}

function sayLine({ status, answers, declined }: DialogueLine): string {
  const titles = answers.map(({ title }) => title).join(", ");
  switch (status) {
    case "answered":
      return `Answered by ${titles}`;
    case "planned":
      return `An answer is planned: ${titles}`;
    case "declined":
      return declined ?? NEED_STATUS_WORDS.declined;
    case "open":
      return "Nothing answers it yet";
  }
}

/** What a persona asks or objects, and what answers it. */
export function PlayLine({ line }: { line: DialogueLine }) {
  return (
    <li className={styles.line}>
      <span className={styles.status} style={{ color: needForeground(line.status) }}>
        <Sign name={NEED_SIGNS[line.status]} />
      </span>
      <span>
        <Link to="/stages" search={{ need: line.needId }} className={styles.link}>
          {line.text}
        </Link>
        <span className={styles.said}>
          {line.kind === "objection" ? "Objection" : "Question"} · {sayLine(line)}
        </span>
      </span>
    </li>
  );
}
