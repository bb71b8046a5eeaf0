import type { ErrorComponentProps } from "@tanstack/react-router";
import { FailureState } from "@/errors/FailureState";

/** In the place of a view that could not be shown; the frame around it stays usable. */
export function ViewFailure({ error, reset }: ErrorComponentProps) {
  return <FailureState level={1} error={error} retry={reset} />;
}
