import { useState } from "react";
import type { Holder } from "@/bindings/Holder";
import type { OpenWorkspace } from "@/bindings/OpenWorkspace";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";
import { RestoreButton } from "@/features/backups/RestoreButton";
import { leaveBackup, openRecent, saveCopy } from "@/rpc/opening";
import { useCall } from "@/rpc/useCall";
import { sayMoment } from "@/words/times";
import styles from "./Banners.module.css";

function sayHolder({ user, computer, at }: Holder): string {
  const who = [user !== "" && `by ${user}`, computer !== "" && `on ${computer}`].filter(Boolean).join(" ");
  // What holds it may not have written down yet who it is.
  const seen = at > 0 ? `, last seen there ${sayMoment(at)}` : "";
  return `It is open in another window or program${who === "" ? "" : ` ${who}`}${seen}. Close it there to edit here.`;
}

function Held({ holder, path }: { holder: Holder; path: string }) {
  const [isPending, setPending] = useState(false);
  const again = async () => {
    setPending(true);
    await openRecent(path);
    setPending(false);
  };
  return (
    <Banner
      tone="warning"
      title="Here it can only be read."
      action={
        <Button onPress={() => void again()} isPending={isPending}>
          Try again
        </Button>
      }
    >
      {sayHolder(holder)}
    </Banner>
  );
}

function Look({ at }: { at: number }) {
  const { data } = useCall("backup.list", {});
  const backup = data?.backups.find((one) => one.at === at);
  return (
    <Banner
      title={`You are looking at the backup of ${sayMoment(at)}.`}
      action={
        <span className={styles.verbs}>
          {backup && <RestoreButton backup={backup} text="Restore this one…" />}
          <Button look="primary" onPress={() => void leaveBackup()}>
            Back to the workspace
          </Button>
        </span>
      }
    >
      Nothing can be changed here.
    </Banner>
  );
}

/** Why the workspace can only be read, and the way out of that. */
export function ReadOnlyBanner({ open }: { open: OpenWorkspace }) {
  const { readOnly, location } = open;
  switch (readOnly?.why) {
    case "held":
      return <Held holder={readOnly.holder} path={location.path} />;
    case "backup":
      return <Look at={readOnly.at} />;
    case "protected":
      return (
        <Banner
          tone="warning"
          title="This workspace can only be read."
          action={<Button onPress={() => void saveCopy(true)}>Save a copy…</Button>}
        >
          The file or its folder is protected against writing. A copy elsewhere can be edited.
        </Banner>
      );
    case "newer":
      return (
        <Banner
          title="This is a copy of what can be read."
          action={<Button onPress={() => void leaveBackup()}>Close the copy</Button>}
        >
          The workspace was written by a newer Throughline. Update Throughline to edit it.
        </Banner>
      );
    default:
      return null;
  }
}
