import { useDeletion } from "@/actions/deletion";
import type { Need } from "@/bindings/Need";
import type { Stage } from "@/bindings/Stage";
import { usePersonas } from "@/rpc/lists";
import { NeedRail } from "./NeedRail";
import { useStandings } from "./queries";
import { StageRail } from "./StageRail";

export interface ShownRailProps {
  journeyId: string;
  need?: Need;
  stage?: Stage;
  stages: readonly Stage[];
  onClose: () => void;
}

/** The need or the stage that is looked at. */
export function ShownRail({ journeyId, need, stage, stages, onClose }: ShownRailProps) {
  const personas = usePersonas();
  const standing = useStandings(journeyId);
  const deletion = useDeletion({ onDeleted: onClose });
  if (need !== undefined) {
    return (
      <NeedRail
        key={need.id}
        need={need}
        stages={stages}
        personas={personas}
        cells={standing(need.id).cells}
        deletion={deletion}
      />
    );
  }
  return stage && <StageRail key={stage.id} stage={stage} deletion={deletion} />;
}
