import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { PlaceDialog } from "@/placing/PlaceDialog";
import { sayHanging } from "@/words/hanging";
import { NewAsset } from "./NewAsset";
import { SetFields } from "./SetFields";
import { SetThemes } from "./SetThemes";
import { deleteNow, type Task } from "./tasks";

export interface TaskDialogProps {
  task: Task | null;
  onClose: () => void;
  /** After assets were deleted. */
  onDeleted?: () => void;
}

/** The dialog of the task at hand, if there is one. */
export function TaskDialog({ task, onClose, onDeleted }: TaskDialogProps) {
  switch (task?.kind) {
    case "new":
      return <NewAsset onClose={onClose} />;
    case "place":
      return <PlaceDialog assetIds={task.ids} onClose={onClose} />;
    case "set":
      return <SetFields ids={task.ids} onClose={onClose} />;
    case "themes":
      return <SetThemes ids={task.ids} onClose={onClose} />;
    case "delete":
      return <DeleteDialog task={task} onClose={onClose} onDeleted={onDeleted} />;
    case undefined:
      return null;
  }
}

interface DeleteDialogProps {
  task: Extract<Task, { kind: "delete" }>;
  onClose: () => void;
  onDeleted: (() => void) | undefined;
}

function DeleteDialog({ task, onClose, onDeleted }: DeleteDialogProps) {
  const remove = async () => {
    if (await deleteNow(task.ids, task.name)) {
      onClose();
      onDeleted?.();
    }
  };
  const pronoun = task.ids.length === 1 ? "it" : "them";
  return (
    <Dialog
      isOpen
      size="small"
      onClose={onClose}
      title={`Delete ${task.name}?`}
      text={`${sayHanging(pronoun, task.hanging, pronoun)} Undo brings all of it back.`}
      actions={
        <>
          <Button onPress={onClose}>Keep</Button>
          <Button look="danger" autoFocus onPress={() => void remove()}>
            Delete
          </Button>
        </>
      }
    />
  );
}
