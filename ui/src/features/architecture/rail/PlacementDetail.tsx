import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Answer } from "@/bindings/Answer";
import type { CellDetail } from "@/bindings/CellDetail";
import type { CellPlacement } from "@/bindings/CellPlacement";
import type { Side } from "@/bindings/Side";
import type { SideCheck } from "@/bindings/SideCheck";
import { PickField } from "@/components/PickField";
import { TextField } from "@/components/TextField";
import { NextSteps } from "@/parts/NextSteps";
import { AnswerKeys } from "@/placing/AnswerKeys";
import { useTriggers } from "@/rpc/lists";
import { mutate, useMutate } from "@/rpc/mutate";
import { useSession } from "@/rpc/session";
import { useSpeakerId } from "@/rpc/speaker";
import { dealQuestion, SIDE_WORDS } from "@/words/plan";
import { useDesk } from "../desk";
import { MoveDialog } from "../dialogs/MoveDialog";
import { AnswerHistory } from "./AnswerHistory";
import styles from "./Rail.module.css";

function saySide({ answer, unsure }: SideCheck): string {
  if (answer === null) {
    return unsure === null ? "not asked yet" : `unsure (${unsure.member})`;
  }
  const signed = answer.enteredBy === null ? answer.member : `${answer.enteredBy} for ${answer.member}`;
  const reason = answer.reason === "" ? "" : `: “${answer.reason}”`;
  return `${answer.answer} (${signed})${reason}${unsure === null ? "" : ", since then unsure"}`;
}

const SIDES: readonly Side[] = ["marketing", "sales"];

/** The side of whoever speaks: its answer is the one that is given here. */
function useSide(): Side {
  const id = useSpeakerId();
  const role = useSession()?.open?.members.find((member) => member.id === id)?.role;
  return role === "sales" ? "sales" : "marketing";
}

function Check({ placement, stage }: { placement: CellPlacement; stage: string }) {
  const side = useSide();
  const [reason, setReason] = useState("");
  const answering = useMutate("check.answer", { toast: `“${placement.asset.title}” answered` });
  const given = placement.check[side];
  const answer = async (chosen: Answer) => {
    const request = { placementIds: [placement.id], answer: chosen, reason: reason.trim() };
    if (await answering.carryOut(request)) {
      setReason("");
    }
  };
  return (
    <AnswerKeys
      caption={`Your answer, for ${SIDE_WORDS[side].toLowerCase()}`}
      label={`${SIDE_WORDS[side]}: ${dealQuestion(stage)}`}
      chosen={given.unsure !== null ? "unsure" : (given.answer?.answer ?? null)}
      onAnswer={(chosen) => void answer(chosen)}
    >
      <TextField
        label="Why, in a line"
        isLabelHidden
        placeholder="Why, in a line (before the answer)"
        value={reason}
        onChange={setReason}
      />
    </AnswerKeys>
  );
}

function Triggers({ placement, personaId }: { placement: CellPlacement; personaId: string }) {
  const triggers = useTriggers();
  const own = triggers.filter(({ personaIds }) => personaIds.includes(personaId));
  if (own.length === 0) {
    return null;
  }
  const choices = own.map(({ id, name }) => ({ id, label: name }));
  const { id, version, triggerIds } = placement;
  return (
    <PickField
      label="Triggers it answers"
      placeholder="None"
      choices={choices}
      picked={choices.filter((choice) => triggerIds.includes(choice.id))}
      onChange={(next) =>
        void mutate(
          "placement.update",
          { id, version, set: { triggerIds: next.map((choice) => choice.id) } },
          { toast: "Triggers changed" },
        )
      }
    />
  );
}

/** A placement opened: both sides' answers, the speaker's own to give, triggers and next steps. */
export function PlacementDetail({ placement, detail }: { placement: CellPlacement; detail: CellDetail }) {
  const { canEdit } = useDesk();
  const [isMoving, setMoving] = useState(false);
  const take = () =>
    void mutate(
      "placement.remove",
      { ids: [placement.id] },
      { toast: `“${placement.asset.title}” taken off` },
    );
  return (
    <div className={styles.detail}>
      <dl className={styles.sides}>
        {SIDES.map((side) => (
          <div key={side} style={{ display: "contents" }}>
            <dt>{SIDE_WORDS[side]}</dt>
            <dd>{saySide(placement.check[side])}</dd>
          </div>
        ))}
      </dl>
      {canEdit && <Check placement={placement} stage={detail.stage} />}
      {canEdit && <EngageTriggers placement={placement} detail={detail} />}
      <NextSteps placement={{ ...placement, assetId: placement.asset.id }} canEdit={canEdit} />
      <AnswerHistory placementId={placement.id} />
      <div className={styles.links}>
        <Link to="/assets/$assetId" params={{ assetId: placement.asset.id }} className={styles.link}>
          Open the asset
        </Link>
        {canEdit && (
          <>
            <button type="button" className={styles.link} onClick={() => setMoving(true)}>
              Move…
            </button>
            <button type="button" className={styles.link} onClick={take}>
              Take off
            </button>
          </>
        )}
      </div>
      {isMoving && <MoveDialog placement={placement} detail={detail} onClose={() => setMoving(false)} />}
    </div>
  );
}

function EngageTriggers({ placement, detail }: { placement: CellPlacement; detail: CellDetail }) {
  const { phaseOf } = useDesk();
  return phaseOf(detail.stageId) === "engage" ? (
    <Triggers placement={placement} personaId={detail.personaId} />
  ) : null;
}
