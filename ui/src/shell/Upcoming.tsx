import { useRouterState } from "@tanstack/react-router";
import { EmptyState } from "@/components/EmptyState";
import { PLAN, WORKSPACE } from "./navigation";

export function Upcoming() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const entry = [...PLAN, ...WORKSPACE].find((known) => known.path === path);
  return (
    <EmptyState
      level={1}
      title={entry?.label ?? "Throughline"}
      text="This view is being built."
      {...(entry && { icon: entry.icon })}
    />
  );
}
