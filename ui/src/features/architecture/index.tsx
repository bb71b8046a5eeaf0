import { UsersRound } from "lucide-react";
import { EmptyState } from "@/components/EmptyState";
import { Skeleton } from "@/components/Skeleton";
import { FailureState } from "@/errors/FailureState";
import { MapView } from "./MapView";
import { useMapOf } from "./queries";
import { useRequest } from "./request";

/** The map of who is served where, what is missing, and what to do about it. */
export function ArchitectureView() {
  const request = useRequest();
  const { data: map, error, refetch } = useMapOf(request);
  if (error?.code === "not_found") {
    return <EmptyState level={1} icon={UsersRound} title="There is no journey yet" text="" />;
  }
  if (error) {
    return <FailureState level={1} error={error} retry={() => void refetch()} />;
  }
  return map === undefined ? <Skeleton height="60vh" /> : <MapView map={map} request={request} />;
}
