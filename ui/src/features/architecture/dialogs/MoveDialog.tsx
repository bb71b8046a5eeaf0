import { useMemo, useState } from "react";
import type { CellDetail } from "@/bindings/CellDetail";
import type { CellPlacement } from "@/bindings/CellPlacement";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { ComboBox } from "@/components/ComboBox";
import { Dialog } from "@/components/Dialog";
import { usePlaces } from "@/placing/choices";
import { sayThins, useThins } from "@/placing/thins";
import { useMutate } from "@/rpc/mutate";
import styles from "./dialogs.module.css";

export interface MoveDialogProps {
  placement: CellPlacement;
  detail: CellDetail;
  onClose: () => void;
}

/** Moving a placed asset to another cell by keyboard. */
export function MoveDialog({ placement, detail, onClose }: MoveDialogProps) {
  const places = usePlaces();
  const [personaId, setPersona] = useState<string | null>(detail.personaId);
  const [stageId, setStage] = useState<string | null>(detail.stageId);
  const cells = useMemo(
    () => (personaId !== null && stageId !== null ? [{ personaId, stageId }] : []),
    [personaId, stageId],
  );
  const assetIds = useMemo(() => [placement.asset.id], [placement.asset.id]);
  const thins = useThins(assetIds, cells).filter(({ personaId: whose }) => whose !== detail.personaId);
  const moving = useMutate("placement.move", { toast: `“${placement.asset.title}” moved` });
  const isSame = personaId === detail.personaId && stageId === detail.stageId;
  const move = async () => {
    const to = cells[0];
    if (to && (await moving.carryOut({ placementIds: [placement.id], to }))) {
      onClose();
    }
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Move"
      text={placement.asset.title}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            isDisabled={isSame || cells.length === 0}
            isPending={moving.isPending}
            onPress={() => void move()}
          >
            Move
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <ComboBox label="For whom" choices={places?.personas ?? []} value={personaId} onChange={setPersona} />
        <ComboBox label="At which stage" choices={places?.stages ?? []} value={stageId} onChange={setStage} />
        <p className={styles.hint}>Answers about the old place stay behind; the deal check is asked anew.</p>
        {thins.length > 0 && (
          <Banner tone="warning" title="This takes from somebody else">
            {sayThins(thins)}
          </Banner>
        )}
      </div>
    </Dialog>
  );
}
