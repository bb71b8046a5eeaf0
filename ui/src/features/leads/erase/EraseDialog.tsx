import { useState } from "react";
import type { ErasureLook } from "@/bindings/ErasureLook";
import type { LeadsErased } from "@/bindings/LeadsErased";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { Skeleton } from "@/components/Skeleton";
import { TextField } from "@/components/TextField";
import { useMutate } from "@/rpc/mutate";
import { useCall } from "@/rpc/useCall";
import styles from "./Erase.module.css";
import { Aside, Listed, lines, Mentions } from "./Parts";
import { type Erasable, isTyped, sayBackups, sayDone, sayGoes } from "./words";

function Found({ look: { held, backups, aside } }: { look: ErasureLook }) {
  return (
    <>
      <Listed title="Goes, for good" sign="goes" lines={lines([...sayGoes(held), sayBackups(backups)])} />
      <Mentions held={held} />
      <Aside aside={aside} />
    </>
  );
}

/** Erasing changes it, and then nobody asks any more. */
const OF_ITSELF = { kinds: [] } as const;

interface AskProps {
  lead: Erasable;
  onClose: () => void;
  onErased: (erased: LeadsErased) => void;
}

/** What would go and what would stay; the address has to be typed, for there is no undo. */
function Ask({ lead, onClose, onErased }: AskProps) {
  const [typed, setTyped] = useState("");
  const { data, error } = useCall("lead.erasure", { keys: [lead.key] }, OF_ITSELF);
  const { run, isPending } = useMutate("lead.erase");
  const isReady = data !== undefined && isTyped(typed, lead);
  const erase = async () => {
    const erased = isReady && !isPending ? await run({ keys: [lead.key] }) : null;
    if (erased !== null) {
      onErased(erased);
    }
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Erase ${lead.name}`}
      text="Everything that was imported about this lead goes, here and in the backups, and no file brings it back. This cannot be undone."
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="danger" isDisabled={!isReady} isPending={isPending} onPress={() => void erase()}>
            Erase for good
          </Button>
        </>
      }
    >
      <form
        className={styles.parts}
        onSubmit={(event) => {
          event.preventDefault();
          void erase();
        }}
      >
        {error !== null && <Banner tone="danger">{error.message}</Banner>}
        {data === undefined && error === null ? <Skeleton lines={4} /> : data && <Found look={data} />}
        <TextField
          label={`Type ${lead.typed} to erase it`}
          hint="Copies of this workspace that were saved elsewhere are files of their own: erase it there, too."
          value={typed}
          onChange={setTyped}
          autoFocus
        />
      </form>
    </Dialog>
  );
}

/** What was done, and what is left to do. */
function Done({ lead, erased, onClose }: { lead: Erasable; erased: LeadsErased; onClose: () => void }) {
  const { held, unswept, backups, aside } = erased;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`${lead.name} is erased`}
      text="The history keeps that a lead was erased, when and by whom; not which."
      actions={
        <Button look="primary" onPress={onClose} autoFocus>
          Go to the leads
        </Button>
      }
    >
      <div className={styles.parts}>
        {unswept !== null && (
          <Banner tone="warning" title="The file could not be written anew yet.">
            {unswept} Bytes of the lead may be left in it until it is, with the next backup or the next
            opening.
          </Banner>
        )}
        {backups.heldBack.map(({ name, reason }) => (
          <Banner key={name} tone="warning" title={`The backup “${name}” still holds it.`}>
            {reason} It is tried again with each opening, and never shown or restored as it is.
          </Banner>
        ))}
        <Listed title="Done" sign="done" lines={lines(sayDone(erased))} />
        <Mentions held={held} />
        <Aside aside={aside} />
      </div>
    </Dialog>
  );
}

export interface EraseDialogProps {
  lead: Erasable;
  /** Thought better of. */
  onClose: () => void;
  /** It is gone, and what became of it was read. */
  onGone: () => void;
}

/** Erases a lead: says what goes and what stays, asks, and says what was done. */
export function EraseDialog({ lead, onClose, onGone }: EraseDialogProps) {
  const [erased, setErased] = useState<LeadsErased | null>(null);
  return erased === null ? (
    <Ask lead={lead} onClose={onClose} onErased={setErased} />
  ) : (
    <Done lead={lead} erased={erased} onClose={onGone} />
  );
}
