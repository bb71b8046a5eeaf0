import { type KeyboardEvent, useState } from "react";
import { writeShortcut } from "@/actions/shortcut";
import type { AdvocateMark } from "@/bindings/AdvocateMark";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { TextArea } from "@/components/TextArea";
import { mutate } from "@/rpc/mutate";

export interface AdvocateDialogProps {
  leadKey: number;
  name: string;
  /** The mark it has; null = it is marked now. */
  mark: AdvocateMark | null;
  onClose: () => void;
}

/** How a lead speaks for us: it is marked, or its mark changes. */
export function AdvocateDialog({ leadKey, name, mark, onClose }: AdvocateDialogProps) {
  const [note, setNote] = useState(mark?.note ?? "");
  const send = () => {
    const toast = mark === null ? `${name} marked as an advocate` : `${name}: the note was changed`;
    void mutate("advocate.mark", { key: leadKey, note }, { toast });
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    }
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={mark === null ? `Mark ${name} as an advocate` : `${name} speaks for us`}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" keys={writeShortcut("Mod+Enter")} onPress={send}>
            {mark === null ? "Mark as an advocate" : "Save the note"}
          </Button>
        </>
      }
    >
      <div onKeyDownCapture={onKeyDown}>
        <TextArea
          autoFocus
          label="How they speak for us"
          hint="A reference call, a referral, a talk: what a colleague should know before asking them."
          rows={3}
          value={note}
          onChange={setNote}
        />
      </div>
    </Dialog>
  );
}
