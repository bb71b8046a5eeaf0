import { CircleAlert } from "lucide-react";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { toFailure } from "./failure";
import { errorLook } from "./table";

export interface FailureStateProps {
  error: unknown;
  retry: () => void;
  isCompact?: boolean;
  level?: 1 | 2;
}

/** In the place of what could not be read. */
export function FailureState({ error, retry, isCompact = false, level = 2 }: FailureStateProps) {
  const failure = toFailure(error);
  const look = errorLook(failure.code);
  return (
    <EmptyState
      icon={CircleAlert}
      title={look.title === "" ? "This could not be shown" : look.title}
      text={[failure.message, look.advice].filter(Boolean).join(" ")}
      action={<Button onPress={retry}>Try again</Button>}
      isCompact={isCompact}
      level={level}
    />
  );
}
