import { ChevronDown, ChevronRight, X } from "lucide-react";
import type { PlacementOnPage } from "@/bindings/PlacementOnPage";
import type { SideCheck } from "@/bindings/SideCheck";
import { Chip } from "@/components/Chip";
import { IconButton } from "@/components/IconButton";
import { Sign } from "@/components/Sign";
import { ANSWER_SIGNS } from "@/placing/AnswerKeys";
import { useEffects } from "@/rpc/effects";
import { mutate } from "@/rpc/mutate";
import { sayEffect, saySides } from "@/words/effect";
import { shortMoment } from "../values";
import styles from "./AssetPage.module.css";
import { PlacementCheck } from "./PlacementCheck";

export interface PlacementItemProps {
  one: PlacementOnPage;
  isJourneySaid: boolean;
  isOpen: boolean;
  onToggle: () => void;
}

/** "yes" with its sign, and on hover who said it, when and why. */
function SideAnswer({ side, check }: { side: string; check: SideCheck }) {
  const given = check.answer ?? check.unsure;
  if (given === null) {
    return (
      <span className={styles.side}>
        {side}: <span className={styles.muted}>not asked</span>
      </span>
    );
  }
  const by = given.enteredBy === null ? given.member : `${given.enteredBy} for ${given.member}`;
  const said = [by, shortMoment(given.answeredAt), given.reason].filter(Boolean).join(" · ");
  return (
    <span className={styles.side} title={said}>
      {side}:{" "}
      <span className={styles.answer} data-answer={given.answer}>
        <Sign name={ANSWER_SIGNS[given.answer]} /> {given.answer}
      </span>
    </span>
  );
}

export function PlacementItem({ one, isJourneySaid, isOpen, onToggle }: PlacementItemProps) {
  const { placement, persona, stage, journey, check } = one;
  const where = `${persona} at ${stage}`;
  const effect = useEffects()(placement.assetId, placement.stageId);
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  const remove = () =>
    void mutate("placement.remove", { ids: [placement.id] }, { toast: `No longer placed for ${where}` });
  return (
    <li className={styles.placement}>
      <div className={styles.placementHead}>
        <button type="button" className={styles.where} aria-expanded={isOpen} onClick={onToggle}>
          <Arrow aria-hidden size={14} />
          <span>
            {where}
            {isJourneySaid && <span className={styles.muted}> · {journey}</span>}
          </span>
        </button>
        <div className={styles.sides}>
          {check.disagreement && <Chip tone="warning">they differ</Chip>}
          <SideAnswer side="Marketing" check={check.marketing} />
          <SideAnswer side="Sales" check={check.sales} />
          {effect !== null && (
            <span className={styles.side} title={saySides(effect)}>
              Measured:{" "}
              <span className={effect.couldBeLuck ? styles.muted : styles.answer}>{sayEffect(effect)}</span>
            </span>
          )}
        </div>
        <IconButton isEdit icon={X} size="small" label={`Take it away from ${where}`} onPress={remove} />
      </div>
      {isOpen && <PlacementCheck one={one} />}
    </li>
  );
}
