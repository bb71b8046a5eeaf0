import type { Answer } from "@/bindings/Answer";
import { AnchoredPopover } from "@/components/AnchoredPopover";
import { DealQuestion } from "@/placing/DealQuestion";
import { useMutate } from "@/rpc/mutate";
import type { Asked } from "./useDrops";

export interface AskedCheckProps {
  asked: Asked;
  stage: string;
  onClose: () => void;
}

/** The deal check of what was just dropped, asked at the cell. */
export function AskedCheck({ asked, stage, onClose }: AskedCheckProps) {
  const answering = useMutate("check.answer", { toast: "Answered" });
  const close = () => {
    onClose();
    asked.anchor.focus();
  };
  const answer = async (given: Answer, reason: string) => {
    const request = { placementIds: [...asked.placementIds], answer: given, reason };
    if (await answering.carryOut(request)) {
      close();
    }
  };
  return (
    <AnchoredPopover label="Deal check" anchor={asked.anchor} onClose={close}>
      <DealQuestion
        what={asked.what}
        stage={stage}
        onAnswer={(given, reason) => void answer(given, reason)}
        isPending={answering.isPending}
      />
    </AnchoredPopover>
  );
}
