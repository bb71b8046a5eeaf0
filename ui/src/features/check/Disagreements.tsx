import { Link } from "@tanstack/react-router";
import { Handshake } from "lucide-react";
import type { Disagreement } from "@/bindings/Disagreement";
import { EmptyState } from "@/components/EmptyState";
import { Skeleton } from "@/components/Skeleton";
import { FailureState } from "@/errors/FailureState";
import styles from "./Disagreements.module.css";
import type { AskingProps } from "./OneByOne";
import { type Plan, useDisagreements, type Voice } from "./queries";
import { Settle } from "./Settle";
import { Standpoints } from "./Standpoints";

function Item({ one, plan, voice }: { one: Disagreement; plan: Plan; voice: Voice }) {
  const [persona, stage] = [plan.persona(one.personaId), plan.stage(one.stageId)];
  return (
    <li className={styles.item}>
      <div className={styles.what}>
        <Link to="/assets/$assetId" params={{ assetId: one.assetId }} className={styles.title}>
          {one.title}
        </Link>
        <p className={styles.place}>
          {persona?.name} at {stage?.name}
        </p>
        <Settle one={one} voice={voice} />
      </div>
      <Standpoints check={one.check} />
    </li>
  );
}

/** Where marketing and sales say different things, both with their reasons. */
export function Disagreements({ plan, search, voice }: AskingProps) {
  const { data, error, refetch } = useDisagreements();
  if (error) {
    return <FailureState error={error} retry={() => void refetch()} />;
  }
  if (data === undefined) {
    return <Skeleton height="12rem" />;
  }
  const shown = data.filter(
    ({ personaId, stageId }) =>
      (search.persona === undefined || search.persona === personaId) &&
      (search.stage === undefined || search.stage === stageId),
  );
  if (shown.length === 0) {
    return (
      <EmptyState
        icon={Handshake}
        title="Marketing and sales agree"
        text="Where both have answered and say different things, both answers and their reasons stand here side by side."
      />
    );
  }
  return (
    <ul className={styles.list} aria-label="Disagreements">
      {shown.map((one) => (
        <Item key={one.placementId} one={one} plan={plan} voice={voice} />
      ))}
    </ul>
  );
}
