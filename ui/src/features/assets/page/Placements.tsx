import { Grid2x2Plus } from "lucide-react";
import { useState } from "react";
import type { PlacementOnPage } from "@/bindings/PlacementOnPage";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { LOCALE } from "@/locale";
import styles from "./AssetPage.module.css";
import { PlacementItem } from "./PlacementItem";

export interface PlacementsProps {
  placements: readonly PlacementOnPage[];
  onPlace: () => void;
}

/** Where it is placed, and what both sides say of it there. */
export function Placements({ placements, onPlace }: PlacementsProps) {
  const [openId, setOpenId] = useState<string | null>(null);
  const journeys = new Set(placements.map(({ journey }) => journey));
  const place = (
    <Button isEdit icon={Grid2x2Plus} onPress={onPlace}>
      Place…
    </Button>
  );
  if (placements.length === 0) {
    return (
      <Card title="Placements">
        <EmptyState
          isCompact
          title="Not placed yet"
          text="Say for whom it is, and at which stage: then it counts on the map, and the deal check can be asked."
          action={place}
        />
      </Card>
    );
  }
  return (
    <Card title="Placements" aside={placements.length.toLocaleString(LOCALE)} actions={place} isFlush>
      <ul aria-label="Placements" className={styles.placements}>
        {placements.map((one) => (
          <PlacementItem
            key={one.placement.id}
            one={one}
            isJourneySaid={journeys.size > 1}
            isOpen={openId === one.placement.id}
            onToggle={() => setOpenId((id) => (id === one.placement.id ? null : one.placement.id))}
          />
        ))}
      </ul>
    </Card>
  );
}
