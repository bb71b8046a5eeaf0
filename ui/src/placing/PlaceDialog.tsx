import { useMemo, useState } from "react";
import type { Answer } from "@/bindings/Answer";
import type { At } from "@/bindings/At";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import type { Choice } from "@/components/Choices";
import { Dialog } from "@/components/Dialog";
import { PickField } from "@/components/PickField";
import { TextField } from "@/components/TextField";
import { LOCALE } from "@/locale";
import { useMutate } from "@/rpc/mutate";
import { sayCount } from "@/words/edits";
import { AnswerKeys } from "./AnswerKeys";
import { cellsOf, type Places, useAssetSearch, useAssetsOf, usePlaces } from "./choices";
import styles from "./PlaceDialog.module.css";
import { sayThins, useThins } from "./thins";

export interface PlaceDialogProps {
  /** What is placed, as far as it is known. */
  assetIds?: readonly string[];
  /** Where, as far as it is known. */
  cells?: readonly At[];
  onClose: () => void;
}

const NONE: readonly never[] = [];
// More names than these say less than their number.
const NAMED = 8;

interface Draft {
  assets: readonly Choice[];
  personas: readonly Choice[];
  stages: readonly Choice[];
  triggers: readonly Choice[];
}

/** Placing by keyboard: what, for whom, at which stage, and the deal check on the spot. */
export function PlaceDialog({ assetIds = NONE, cells = NONE, onClose }: PlaceDialogProps) {
  const places = usePlaces();
  const many = assetIds.length > NAMED ? assetIds : NONE;
  const assets = useAssetsOf(many === NONE ? assetIds : NONE);
  // The fields start from names, which are on their way.
  return places === null || assets === null ? null : (
    <PlaceForm places={places} assets={assets} many={many} cells={cells} onClose={onClose} />
  );
}

interface PlaceFormProps {
  places: Places;
  assets: readonly Choice[];
  /** Too many to name; placed as chosen. */
  many: readonly string[];
  cells: readonly At[];
  onClose: () => void;
}

function start({ places, assets, cells }: PlaceFormProps): Draft {
  const named = (choices: readonly Choice[], ids: readonly string[]) =>
    choices.filter(({ id }) => ids.includes(id));
  return {
    assets,
    personas: named(
      places.personas,
      cells.map(({ personaId }) => personaId),
    ),
    stages: named(
      places.stages,
      cells.map(({ stageId }) => stageId),
    ),
    triggers: NONE,
  };
}

const ids = (choices: readonly Choice[]) => choices.map(({ id }) => id);

function usePlacing(draft: Draft, many: readonly string[], onClose: () => void) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [reason, setReason] = useState("");
  const assetIds = useMemo(() => [...many, ...ids(draft.assets)], [many, draft.assets]);
  const cells = useMemo(() => cellsOf(draft.personas, draft.stages), [draft.personas, draft.stages]);
  const thins = useThins(assetIds, cells);
  const placing = useMutate("placement.place", {
    toast: () =>
      `Placed ${assetIds.length === 1 ? draft.assets[0]?.label : sayCount("asset", assetIds.length)}`,
  });
  const place = async () => {
    const placed = await placing.run({
      assetIds,
      cells,
      triggerIds: ids(draft.triggers),
      ...(answer !== null && { answer, reason: reason.trim() }),
    });
    if (placed !== null) {
      onClose();
    }
  };
  const count = assetIds.length * cells.length;
  return { answer, setAnswer, reason, setReason, count, thins, place, isPending: placing.isPending };
}

function PlaceForm(props: PlaceFormProps) {
  const { places, onClose } = props;
  const [draft, setDraft] = useState(() => start(props));
  const set = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  const placing = usePlacing(draft, props.many, onClose);
  const { count } = placing;
  const hasEngage = draft.stages.some(({ id }) => places.engageIds.has(id));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Place"
      text="Say what serves whom, and at which stage of the deal."
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            isDisabled={count === 0}
            isPending={placing.isPending}
            onPress={() => void placing.place()}
          >
            {count > 1 ? `Place ${count.toLocaleString(LOCALE)} times` : "Place"}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {props.many.length > 0 ? (
          <p>{sayCount("asset", props.many.length)}, as chosen.</p>
        ) : (
          <AssetField picked={draft.assets} onChange={(assets) => set({ assets })} />
        )}
        <div className={styles.pair}>
          <PickField
            label="For whom"
            placeholder="Persona"
            picked={draft.personas}
            choices={places.personas}
            onChange={(personas) => set({ personas })}
          />
          <PickField
            label="At which stage"
            placeholder="Stage"
            picked={draft.stages}
            choices={places.stages}
            onChange={(stages) => set({ stages })}
          />
        </div>
        {hasEngage && places.triggers.length > 0 && (
          <PickField
            label="Triggers it answers there"
            placeholder="Trigger"
            picked={draft.triggers}
            choices={places.triggers}
            onChange={(triggers) => set({ triggers })}
          />
        )}
        <Question placing={placing} />
        {placing.thins.length > 0 && (
          <Banner tone="warning" title="This takes from somebody else">
            {sayThins(placing.thins)}
          </Banner>
        )}
      </div>
    </Dialog>
  );
}

function AssetField({ picked, onChange }: { picked: readonly Choice[]; onChange: (all: Choice[]) => void }) {
  const [typed, setTyped] = useState("");
  const { found, isSearching } = useAssetSearch(typed);
  return (
    <PickField
      label="What"
      placeholder="Find an asset by title, theme, owner or address"
      emptyText="No asset has these words."
      picked={picked}
      choices={found}
      isSearching={isSearching}
      onType={setTyped}
      onChange={onChange}
      autoFocus={picked.length === 0}
    />
  );
}

function Question({ placing }: { placing: ReturnType<typeof usePlacing> }) {
  const { answer, setAnswer, reason, setReason } = placing;
  return (
    <div className={styles.question}>
      <p className={styles.asked}>Does this help sales move the deal to the next stage?</p>
      <AnswerKeys
        label="Deal check"
        chosen={answer}
        onAnswer={(given) => setAnswer(given === answer ? null : given)}
      >
        {answer !== null && (
          <TextField
            label="Why, in a line"
            isLabelHidden
            placeholder="Why, in a line"
            value={reason}
            onChange={setReason}
          />
        )}
      </AnswerKeys>
      {answer === null && (
        <p className={styles.hint}>Without an answer it is asked later, in the deal check.</p>
      )}
    </div>
  );
}
