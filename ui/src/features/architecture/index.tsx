import { Skeleton } from "@/components/Skeleton";
import { FailureState } from "@/errors/FailureState";
import { NoStages } from "./Empty";
import { MapView } from "./MapView";
import { useMapOf } from "./queries";
import { useRequest } from "./request";

/** The map of who is served where, what is missing, and what to do about it. */
export function ArchitectureView() {
  const request = useRequest();
  const { data: map, error, refetch } = useMapOf(request);
  if (error?.code === "not_found") {
    return <NoStages level={1} />;
  }
  if (error) {
    return <FailureState level={1} error={error} retry={() => void refetch()} />;
  }
  return map === undefined ? <Skeleton height="60vh" /> : <MapView map={map} request={request} />;
}
