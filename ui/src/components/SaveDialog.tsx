import { useState } from "react";
import { Button } from "./Button";
import { Dialog, type DialogProps } from "./Dialog";

export interface SaveDialogProps
  extends Pick<DialogProps, "title" | "text" | "size" | "children" | "onClose"> {
  /** The verb; "Save…" unless given. */
  verb?: string;
  isDisabled?: boolean;
  /** Writes it; whether it was written. */
  onSave: () => Promise<boolean>;
}

/** As what something is written; closes once it is. */
export function SaveDialog({ verb = "Save…", isDisabled = false, onSave, ...dialog }: SaveDialogProps) {
  const [isWriting, setWriting] = useState(false);
  const write = async () => {
    setWriting(true);
    const isWritten = await onSave();
    setWriting(false);
    if (isWritten) {
      dialog.onClose();
    }
  };
  return (
    <Dialog
      {...dialog}
      isOpen
      actions={
        <>
          <Button onPress={dialog.onClose}>Cancel</Button>
          <Button look="primary" isDisabled={isDisabled || isWriting} onPress={() => void write()}>
            {isWriting ? "Writing…" : verb}
          </Button>
        </>
      }
    />
  );
}
