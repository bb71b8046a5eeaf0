import { useState } from "react";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { Dialog } from "@/components/Dialog";
import { ListRow, RowList } from "@/components/ListRow";
import { useLeaving } from "@/rpc/leaving";
import { saveCopy } from "@/rpc/opening";
import { discard, sendAgain, type Unsaved, useUnsaved } from "@/rpc/unsaved";
import { sayChange, sayUnsaved } from "@/words/changes";
import styles from "./Banners.module.css";

function UnsavedList({ kept }: { kept: readonly Unsaved[] }) {
  return (
    <RowList label="Not saved">
      {kept.map((one) => {
        const { title, detail } = sayChange(one);
        return (
          <ListRow
            key={one.id}
            title={title}
            {...(detail !== "" && { detail })}
            aside={
              <Button look="quiet" aria-label={`Discard: ${title}`} onPress={() => discard(one.id)}>
                Discard
              </Button>
            }
          />
        );
      })}
    </RowList>
  );
}

/** What is not saved, why, and what can be done about it. */
export function UnsavedBanner() {
  const { kept, reason, isTrying } = useUnsaved();
  const [isListed, setListed] = useState(false);
  if (kept.length === 0) {
    return null;
  }
  return (
    <>
      <Banner
        tone="danger"
        title={`${sayUnsaved(kept.length)}.`}
        action={
          <span className={styles.verbs}>
            <Button look="quiet" onPress={() => setListed(true)}>
              Show what is not saved
            </Button>
            <Button onPress={() => void saveCopy(true)}>Save a copy elsewhere…</Button>
            <Button onPress={() => void sendAgain()} isDisabled={isTrying}>
              Try again
            </Button>
          </span>
        }
      >
        {reason.replace(/^This change is not saved: /u, "Why: ")} Throughline keeps it and tries again by
        itself.
      </Banner>
      <Dialog
        isOpen={isListed}
        onClose={() => setListed(false)}
        title="Not saved"
        text="In the order in which it was done. It is saved in this order as soon as that is possible."
        size="small"
      >
        <UnsavedList kept={kept} />
      </Dialog>
    </>
  );
}

/** Before something unsaved is left. */
export function LeavingDialog() {
  const leaving = useLeaving();
  const { kept } = useUnsaved();
  const stay = () => leaving?.answer(false);
  return (
    <Dialog
      isOpen={leaving !== null}
      onClose={stay}
      title={`${sayUnsaved(kept.length)}`}
      text={
        leaving?.isClosing === true
          ? "If you close the window now, what is not saved is lost."
          : "If you leave this workspace now, what is not saved is lost."
      }
      size="small"
      mustAnswer
      actions={
        <>
          <Button look="danger" onPress={() => leaving?.answer(true)}>
            {leaving?.isClosing === true ? "Close and lose it" : "Leave and lose it"}
          </Button>
          <Button look="primary" autoFocus onPress={stay}>
            Stay
          </Button>
        </>
      }
    />
  );
}
