import type { ErrorComponentProps } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { toFailure } from "@/errors/failure";
import { errorLook } from "@/errors/table";

/** In the place of a view that could not be shown; the frame around it stays usable. */
export function ViewFailure({ error, reset }: ErrorComponentProps) {
  const failure = toFailure(error);
  const look = errorLook(failure.code);
  return (
    <EmptyState
      icon={CircleAlert}
      title={look.title === "" ? "This view could not be shown" : look.title}
      text={[failure.message, look.advice].filter(Boolean).join(" ")}
      action={<Button onPress={reset}>Try again</Button>}
    />
  );
}
