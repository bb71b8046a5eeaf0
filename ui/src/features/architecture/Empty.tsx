import { useNavigate } from "@tanstack/react-router";
import { Blocks, UsersRound } from "lucide-react";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";

/** Before there is a row. */
export function NoPersonas() {
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={UsersRound}
      title="Who decides about a purchase?"
      text="Each persona becomes a row of this map: which content serves them at which stage, what moves the deal, and what is missing."
      action={
        <Button look="primary" onPress={() => void navigate({ to: "/personas" })}>
          Add a persona
        </Button>
      }
    />
  );
}

/** Before there is a column. */
export function NoStages({ level = 2 }: { level?: 1 | 2 }) {
  const navigate = useNavigate();
  return (
    <EmptyState
      level={level}
      icon={Blocks}
      title="Which steps does a deal take?"
      text="Each stage of the journey becomes a column of this map, from the first inquiry to the signature."
      action={
        <Button look="primary" onPress={() => void navigate({ to: "/stages" })}>
          Set up the stages
        </Button>
      }
    />
  );
}
