import { useState } from "react";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { TagField } from "@/components/TagField";
import { useFacets } from "@/rpc/lists";
import { useMutate } from "@/rpc/mutate";
import { sayCount } from "@/words/edits";
import styles from "./NewAsset.module.css";

const NONE: string[] = [];

export interface SetThemesProps {
  ids: readonly string[];
  onClose: () => void;
}

/** Adds themes to many assets, and takes others away. */
export function SetThemes({ ids, onClose }: SetThemesProps) {
  const [added, setAdded] = useState(NONE);
  const [removed, setRemoved] = useState(NONE);
  const known = useFacets().themes.map(({ value }) => value);
  const many = sayCount("asset", ids.length);
  const change = useMutate("asset.updateMany", { toast: `Themes of ${many} changed` });
  const keep = async () => {
    const done = await change.run({ ids: [...ids], set: {}, addThemes: added, removeThemes: removed });
    if (done !== null) {
      onClose();
    }
  };
  return (
    <Dialog
      isOpen
      size="small"
      onClose={onClose}
      title={`Themes of ${many}`}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            isPending={change.isPending}
            isDisabled={added.length + removed.length === 0}
            onPress={() => void keep()}
          >
            Change
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TagField label="Add" autoFocus value={added} known={known} onChange={setAdded} />
        <TagField label="Take away" value={removed} known={known} onChange={setRemoved} />
      </div>
    </Dialog>
  );
}
