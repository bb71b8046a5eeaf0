import { useQuery } from "@tanstack/react-query";
import { call } from "@/rpc/call";
import { sayShare } from "@/words/shares";

/** So often it is asked how far the count is, in milliseconds. */
const EVERY = 250;

/** Says that figures are being counted, and how far that is; the last ones stay on show until then. */
export function Counting({ children }: { children: string }) {
  const { data } = useQuery({
    queryKey: ["kpi.counting"],
    queryFn: () => call("kpi.counting", {}),
    refetchInterval: EVERY,
    gcTime: 0,
  });
  const share = data === undefined || data === null ? null : data.done / data.total;
  return (
    <span role="status">
      {children}
      {share !== null && ` ${sayShare(share)}`}
    </span>
  );
}
