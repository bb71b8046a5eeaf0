import { useState } from "react";
import type { At } from "@/bindings/At";
import { useMutate } from "@/rpc/mutate";
import { useCell } from "../queries";
import { ReasonDialog } from "./ReasonDialog";

/** Sets a cell not applicable, with the reason. */
export function ExcludeDialog({ at, onClose }: { at: At; onClose: () => void }) {
  const { data } = useCell(at);
  const [reason, setReason] = useState("");
  const setting = useMutate("cell.setApplicable", { toast: "Set not applicable" });
  const keep = async () => {
    if (await setting.carryOut({ cell: at, reason: reason.trim() })) {
      onClose();
    }
  };
  return (
    <ReasonDialog
      title="Set not applicable"
      text={data === undefined ? "" : `${data.detail.persona} at ${data.detail.stage}`}
      label="Why nothing is needed here"
      hint="The cell then counts in no score."
      verb="Set not applicable"
      reason={reason}
      onReason={setReason}
      onKeep={() => void keep()}
      onClose={onClose}
      isPending={setting.isPending}
    />
  );
}
