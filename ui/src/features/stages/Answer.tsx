import { Link } from "@tanstack/react-router";
import { X } from "lucide-react";
import type { Stage } from "@/bindings/Stage";
import { Button } from "@/components/Button";
import { IconButton } from "@/components/IconButton";
import { ListRow } from "@/components/ListRow";
import { mutate } from "@/rpc/mutate";
import { useCall } from "@/rpc/useCall";
import styles from "./Rail.module.css";

export interface AnswerProps {
  assetId: string;
  /** Where the need stands. */
  stage: Stage;
  /** For whom. */
  personaIds: readonly string[];
  onRemove: () => void;
}

/** An asset linked to a need: what it is, and whether it is placed where the need stands. */
export function Answer({ assetId, stage, personaIds, onRemove }: AnswerProps) {
  const { data } = useCall("asset.get", { id: assetId }, { kinds: ["asset", "placement", "format"] });
  if (data === undefined) {
    return null;
  }
  const { asset, summary, placements } = data;
  const isPlaced = placements.some(
    ({ placement }) => placement.stageId === stage.id && personaIds.includes(placement.personaId),
  );
  const cells = personaIds.map((personaId) => ({ personaId, stageId: stage.id }));
  const place = () =>
    void mutate(
      "placement.place",
      { assetIds: [assetId], cells },
      { toast: `${asset.title} placed at ${stage.name}` },
    );
  return (
    <ListRow
      title={
        <Link to="/assets/$assetId" params={{ assetId }} className={styles.asset}>
          {asset.title}
        </Link>
      }
      detail={
        isPlaced
          ? summary.freshness.standing
          : `${summary.freshness.standing}, but not placed at ${stage.name}: it does not count yet`
      }
      actions={
        <>
          {!isPlaced && cells.length > 0 && (
            <Button isEdit look="quiet" onPress={place}>
              Place it
            </Button>
          )}
          <IconButton
            isEdit
            icon={X}
            label={`${asset.title} does not answer it`}
            size="small"
            onPress={onRemove}
          />
        </>
      }
    />
  );
}
