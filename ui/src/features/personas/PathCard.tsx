import { useState } from "react";
import type { PathStage } from "@/bindings/PathStage";
import type { PathStop } from "@/bindings/PathStop";
import type { PersonaPath } from "@/bindings/PersonaPath";
import { Card } from "@/components/Card";
import { useFieldsAreReadOnly } from "@/components/readOnly";
import { Sign } from "@/components/Sign";
import { LOCALE } from "@/locale";
import { NextSteps } from "@/parts/NextSteps";
import { ANSWER_SIGNS } from "@/placing/AnswerKeys";
import { STATE_SIGNS, stateForeground } from "@/style/states";
import styles from "./PathCard.module.css";
import { SHOWN, shownOf } from "./path";
import { Tracks } from "./Tracks";

interface StopProps {
  stop: PathStop;
  isOpen: boolean;
  onToggle: () => void;
}

/** A stop says where it leads to; what leads nowhere is told apart. */
function sayLead({ deepen }: PathStop): string | null {
  if (deepen.assetId !== null) {
    return null;
  }
  if (deepen.url !== "") {
    return deepen.text === "" ? "to an action" : deepen.text;
  }
  return deepen.text === "" ? "leads nowhere" : deepen.text;
}

function Stop({ stop, isOpen, onToggle }: StopProps) {
  const { id, title, verdict } = stop;
  const lead = sayLead(stop);
  return (
    <li>
      <button
        type="button"
        data-stop={id}
        className={styles.stop}
        data-verdict={verdict ?? "unchecked"}
        aria-expanded={isOpen}
        onClick={onToggle}
      >
        <Sign name={verdict === null ? "ring" : ANSWER_SIGNS[verdict]} />
        <span className={styles.title}>
          {title}
          {lead !== null && <span className={styles.lead}>→ {lead}</span>}
        </span>
      </button>
    </li>
  );
}

interface StageProps {
  stage: PathStage;
  openId: string | null;
  onOpen: (id: string | null) => void;
  isWhole: boolean;
  onWhole: () => void;
}

function Stage({ stage, openId, onOpen, isWhole, onWhole }: StageProps) {
  const { name, state, brokenBefore, stops } = stage;
  const shown = shownOf(stage, isWhole, openId);
  const more = stops.length - shown.length;
  return (
    <li className={styles.stage}>
      <p className={styles.head}>
        <span style={{ color: stateForeground(state) }}>
          <Sign name={STATE_SIGNS[state]} />
        </span>
        {name}
      </p>
      {brokenBefore !== null && <p className={styles.broken}>Breaks before {brokenBefore}</p>}
      {stops.length === 0 && <p className={styles.none}>Nothing live</p>}
      <ul className={styles.stops} aria-label={`Stops at ${name}`}>
        {shown.map((stop) => (
          <Stop
            key={stop.id}
            stop={stop}
            isOpen={stop.id === openId}
            onToggle={() => onOpen(stop.id === openId ? null : stop.id)}
          />
        ))}
      </ul>
      {(more > 0 || (isWhole && stops.length > SHOWN)) && (
        <button type="button" className={styles.more} onClick={onWhole}>
          {isWhole ? "Show fewer" : `${more.toLocaleString(LOCALE)} more`}
        </button>
      )}
    </li>
  );
}

/** The persona's path: stages as a line, live content as stops, steps that deepen as the track. */
export function PathCard({ path }: { path: PersonaPath }) {
  const [openId, setOpen] = useState<string | null>(null);
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const isReadOnly = useFieldsAreReadOnly();
  const open = path.stages.flatMap(({ stops }) => stops).find(({ id }) => id === openId);
  const toggle = (id: string) => {
    const next = new Set(whole);
    if (!next.delete(id)) {
      next.add(id);
    }
    setWhole(next);
  };
  const key = [openId, ...whole].join(" ");
  return (
    <Card title="Path" aside="Where each piece leads on; open one to change its next steps">
      <div className={styles.map}>
        <Tracks tracks={path.tracks} chosen={openId} layout={key}>
          <ol className={styles.stages} aria-label="Path by stage">
            {path.stages.map((stage) => (
              <Stage
                key={stage.stageId}
                stage={stage}
                openId={openId}
                onOpen={setOpen}
                isWhole={whole.has(stage.stageId)}
                onWhole={() => toggle(stage.stageId)}
              />
            ))}
          </ol>
        </Tracks>
      </div>
      {open !== undefined && (
        <section className={styles.open} aria-label={`Next steps of ${open.title}`}>
          <h3 className={styles.openTitle}>{open.title}</h3>
          <NextSteps placement={open} canEdit={!isReadOnly} />
        </section>
      )}
    </Card>
  );
}
