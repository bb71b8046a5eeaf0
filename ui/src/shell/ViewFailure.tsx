import type { ErrorComponentProps } from "@tanstack/react-router";
import { useRouter } from "@tanstack/react-router";
import { FailureState } from "@/errors/FailureState";
import { queryClient } from "@/rpc/client";

/** In the place of a view that could not be shown; the frame around it stays usable. */
export function ViewFailure({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = async () => {
    await queryClient.resetQueries({ predicate: ({ state }) => state.status === "error" });
    await router.invalidate();
    reset();
  };
  return <FailureState level={1} error={error} retry={() => void retry()} />;
}
