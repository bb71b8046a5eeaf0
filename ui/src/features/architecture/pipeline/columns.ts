// The columns of the pipeline: stages, or the stages of a phase taken together.
import type { Map as CoverageMap } from "@/bindings/Map";
import { capital } from "@/words/text";

export interface PipelineColumn {
  id: string;
  name: string;
  /** The places of its stages among all of the journey. */
  stages: readonly number[];
  isPhase: boolean;
}

export function columnsOf(map: CoverageMap, isPhases: boolean): PipelineColumn[] {
  if (!isPhases) {
    return map.stages.map(({ id, name }, at) => ({ id, name, stages: [at], isPhase: false }));
  }
  return map.phases.map(({ phase, stageIds }) => ({
    id: phase,
    name: capital(phase),
    stages: stageIds.map((id) => map.stages.findIndex((stage) => stage.id === id)),
    isPhase: true,
  }));
}
