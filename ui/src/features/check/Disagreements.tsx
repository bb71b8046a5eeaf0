import { Link } from "@tanstack/react-router";
import { Handshake } from "lucide-react";
import type { MeasuredDisagreement } from "@/bindings/MeasuredDisagreement";
import { EmptyState } from "@/components/EmptyState";
import { Skeleton } from "@/components/Skeleton";
import { FailureState } from "@/errors/FailureState";
import styles from "./Disagreements.module.css";
import type { AskingProps } from "./OneByOne";
import { type Plan, useDisagreements, type Voice } from "./queries";
import { Settle } from "./Settle";
import { Standpoints } from "./Standpoints";

function Item({ one, plan, voice }: { one: MeasuredDisagreement; plan: Plan; voice: Voice }) {
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
        {one.againstVerdict && (
          <p className={styles.against}>What was measured says the opposite of the verdict that counts.</p>
        )}
        <Settle one={one} voice={voice} />
      </div>
      <Standpoints check={one.check} effect={one.effect} />
    </li>
  );
}

/** Where marketing, sales and what was measured do not agree, each with its reasons. */
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
        title="Nobody disagrees"
        text="Where both have answered and say different things, or deals say the opposite of the verdict, all of it stands here side by side."
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
