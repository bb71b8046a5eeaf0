import { ChevronRight } from "lucide-react";
import { useState } from "react";
import type { CellDetail } from "@/bindings/CellDetail";
import type { CellPlacement } from "@/bindings/CellPlacement";
import { Chip } from "@/components/Chip";
import { Sign } from "@/components/Sign";
import { LOCALE } from "@/locale";
import { ANSWER_SIGNS } from "@/placing/AnswerKeys";
import { sayDate } from "@/words/text";
import { carryOver } from "../carrying";
import { useDesk } from "../desk";
import { PlacementDetail } from "./PlacementDetail";
import styles from "./Rail.module.css";
import { Section } from "./Section";

function Marks({ placement, isExpiring }: { placement: CellPlacement; isExpiring: boolean }) {
  const { asset, check } = placement;
  const { standing, expiresOn } = asset.freshness;
  const marks = [
    standing === "stale" && <Chip key="stale">stale</Chip>,
    standing === "retired" && <Chip key="retired">retired</Chip>,
    isExpiring && (
      <Chip key="expires" tone="warning">
        expires {sayDate(expiresOn)}
      </Chip>
    ),
    check.disagreement && (
      <Chip key="disagreement" tone="warning">
        disagreement
      </Chip>
    ),
    asset.mark !== null && (
      <Chip key="mark" tone="danger">
        {asset.mark}
      </Chip>
    ),
  ].filter(Boolean);
  return marks.length === 0 ? null : <span className={styles.marks}>{marks}</span>;
}

function sayPlacement({ asset, check, unique }: CellPlacement): string {
  const verdict = check.effective ?? "unchecked";
  return [asset.format, asset.status, verdict, unique ? "for them alone" : ""].filter(Boolean).join(" · ");
}

interface RowProps {
  placement: CellPlacement;
  detail: CellDetail;
  isOpen: boolean;
  onToggle: () => void;
}

function PlacementRow({ placement, detail, isOpen, onToggle }: RowProps) {
  const { asset, check } = placement;
  const { canEdit } = useDesk();
  const expiring = detail.findings.find(({ finding }) => finding === "expires within 60 days");
  const carried = { assetIds: [asset.id], placementIds: [placement.id], label: asset.title };
  return (
    <li className={styles.placement}>
      <button
        type="button"
        className={styles.summary}
        aria-expanded={isOpen}
        onClick={onToggle}
        {...(canEdit && carryOver(carried))}
      >
        <span className={styles.verdict} data-verdict={check.effective ?? "none"}>
          <Sign
            name={check.effective === null ? "question" : ANSWER_SIGNS[check.effective]}
            label={check.effective ?? "unchecked"}
          />
        </span>
        <span className={styles.texts}>
          <span className={styles.placed}>{asset.title}</span>
          <br />
          <span className={styles.small}>{sayPlacement(placement)}</span>
          <Marks placement={placement} isExpiring={expiring?.placementIds.includes(placement.id) === true} />
        </span>
        <ChevronRight aria-hidden className={styles.chevron} />
      </button>
      {isOpen && <PlacementDetail placement={placement} detail={detail} />}
    </li>
  );
}

/** What stands here; one opens to its deal check, triggers and next steps. */
export function Placements({ detail }: { detail: CellDetail }) {
  const [openId, setOpenId] = useState<string | null>(null);
  const { placements, leftOut } = detail;
  if (placements.length === 0 && leftOut === 0) {
    return null;
  }
  return (
    <Section title={`Placed here`} aside={placements.length.toLocaleString(LOCALE)}>
      <ul aria-label="Placed here">
        {placements.map((placement) => (
          <PlacementRow
            key={placement.id}
            placement={placement}
            detail={detail}
            isOpen={openId === placement.id}
            onToggle={() => setOpenId(openId === placement.id ? null : placement.id)}
          />
        ))}
      </ul>
      {leftOut > 0 && (
        <p className={styles.leftOut}>
          {leftOut === 1 ? "1 more does not pass" : `${leftOut.toLocaleString(LOCALE)} more do not pass`} the
          filter.
        </p>
      )}
    </Section>
  );
}
