import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { TextField } from "@/components/TextField";

export interface ReasonDialogProps {
  title: string;
  text: string;
  label: string;
  hint: string;
  verb: string;
  reason: string;
  onReason: (reason: string) => void;
  onKeep: () => void;
  onClose: () => void;
  isPending: boolean;
}

/** Something that needs a reason, in one line. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, text, label, hint, verb, reason, onReason, onKeep, onClose, isPending } = props;
  const isReady = reason.trim() !== "";
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      text={text}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={!isReady} isPending={isPending} onPress={onKeep}>
            {verb}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) {
            onKeep();
          }
        }}
      >
        <TextField label={label} hint={hint} value={reason} onChange={onReason} isRequired autoFocus />
      </form>
    </Dialog>
  );
}
