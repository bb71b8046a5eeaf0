import { useMemo } from "react";
import type { Map as CoverageMap } from "@/bindings/Map";
import { Sign } from "@/components/Sign";
import { sayThins, useThins } from "@/placing/thins";
import styles from "./DropHint.module.css";
import { type Hover, useHover } from "./hover";

function Hint({ hover, map }: { hover: Hover; map: CoverageMap }) {
  const { cell, carried, element } = hover;
  const cells = useMemo(() => [cell], [cell]);
  const thins = useThins(carried.assetIds, cells);
  const persona = map.personas.find(({ id }) => id === cell.personaId)?.name;
  const stage = map.stages.find(({ id }) => id === cell.stageId)?.name;
  const box = element.getBoundingClientRect();
  return (
    <div
      className={styles.hint}
      data-warns={thins.length > 0 || undefined}
      role="status"
      style={{ left: box.left, top: box.bottom + 6 }}
    >
      {thins.length > 0 ? (
        <>
          <Sign name="half" />
          <span>{sayThins(thins)}</span>
        </>
      ) : (
        <span>
          {carried.placementIds.length > 0 ? "Move to" : "Place for"} {persona} at {stage}
        </span>
      )}
    </div>
  );
}

/** Says under the cell what a drop there would do, and whom it would cost. */
export function DropHint({ map }: { map: CoverageMap }) {
  const hover = useHover();
  return hover === null ? null : <Hint hover={hover} map={map} />;
}
