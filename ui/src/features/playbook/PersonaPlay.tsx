import { Link } from "@tanstack/react-router";
import { ExternalLink } from "lucide-react";
import type { DialogueLine } from "@/bindings/DialogueLine";
import type { PlaybookAsset } from "@/bindings/PlaybookAsset";
import type { PlaybookPersona } from "@/bindings/PlaybookPersona";
import { Dots } from "@/components/Dots";
import { IconButton } from "@/components/IconButton";
import { Sign } from "@/components/Sign";
import { openLink } from "@/rpc/openLink";
import { NEED_SIGNS, needForeground } from "@/style/needs";
import { NEED_STATUS_WORDS } from "@/words/plan";
import { capital } from "@/words/text";
import styles from "./Playbook.module.css";
import { ReadMark } from "./ReadMark";

function Piece({ asset }: { asset: PlaybookAsset }) {
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

function Line({ line }: { line: DialogueLine }) {
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

/** A persona at a stage: what to use, what to say, what they ask. */
export function PersonaPlay({ persona }: { persona: PlaybookPersona }) {
  const { name, role, weight, challenges, assets, dialogue } = persona;
  return (
    <section className={styles.persona} aria-label={name}>
      <header className={styles.head}>
        <h3 className={styles.name}>{name}</h3>
        <Dots value={weight} label={`Weight ${weight} of 5`} />
        <span className={styles.quiet}>{capital(role)}</span>
      </header>
      {challenges.length > 0 && (
        <p className={styles.challenges}>Keeps them awake: {challenges.join(" · ")}</p>
      )}
      {assets.length > 0 ? (
        <ul className={styles.pieces} aria-label={`To use with the ${name}`}>
          {assets.map((asset) => (
            <Piece key={asset.assetId} asset={asset} />
          ))}
        </ul>
      ) : (
        <p className={styles.nothing}>Nothing live helps here yet.</p>
      )}
      {dialogue.length > 0 && (
        <>
          <h4 className={styles.ask}>They ask</h4>
          <ul className={styles.lines} aria-label={`What the ${name} asks`}>
            {dialogue.map((line) => (
              <Line key={line.needId} line={line} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
