import { useState } from "react";
import type { CellNeed } from "@/bindings/CellNeed";
import { useMutate } from "@/rpc/mutate";
import { ReasonDialog } from "../dialogs/ReasonDialog";

/** Declining a need: its author reads the reason. */
export function NeedDecline({ need, onClose }: { need: CellNeed; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const declining = useMutate("need.update", { toast: "Need declined" });
  const decline = async () => {
    const set = { declined: reason.trim() };
    const done = await declining.run({ id: need.id, version: need.version, set });
    if (done !== null) {
      onClose();
    }
  };
  return (
    <ReasonDialog
      title="Decline the need"
      text={need.text}
      label="Why"
      hint="Whoever asked for it reads this."
      verb="Decline"
      reason={reason}
      onReason={setReason}
      onKeep={() => void decline()}
      onClose={onClose}
      isPending={declining.isPending}
    />
  );
}
