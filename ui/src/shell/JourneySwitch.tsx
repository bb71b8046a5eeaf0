import { useNavigate, useSearch } from "@tanstack/react-router";
import { ChevronDown } from "lucide-react";
import { Button } from "@/components/Button";
import { MenuButton } from "@/components/Menu";
import { useJourneys } from "./queries";
import styles from "./Switches.module.css";

export function JourneySwitch() {
  const journeys = useJourneys();
  const { journey: id } = useSearch({ strict: false });
  const navigate = useNavigate();
  const shown = journeys.find((journey) => journey.id === id) ?? journeys[0];
  if (shown === undefined) {
    return null;
  }
  const entries = journeys.map((journey) => ({
    id: journey.id,
    label: journey.name,
    isChosen: journey.id === shown.id,
    run: () => void navigate({ to: ".", search: (search) => ({ ...search, journey: journey.id }) }),
  }));
  return (
    <MenuButton label="Journey" groups={[{ id: "journeys", entries }]}>
      <Button aria-label={`Journey: ${shown.name}`}>
        <span className={styles.journey}>{shown.name}</span>
        <ChevronDown aria-hidden className={styles.arrow} />
      </Button>
    </MenuButton>
  );
}
