import { useQuery } from "@tanstack/react-query";
import { Card } from "@/components/Card";
import { Page } from "@/components/Page";
import { Progress } from "@/components/Progress";
import { call } from "@/rpc/call";
import { startOver } from "./work";

const LOOK_MS = 250;

export interface RowsProgressProps {
  label: string;
  onCancel: () => void;
}

/** How far core is with the rows; asked for while it is shown. */
export function RowsProgress({ label, onCancel }: RowsProgressProps) {
  const { data } = useQuery({
    queryKey: ["import.progress"],
    queryFn: () => call("import.progress", {}),
    refetchInterval: LOOK_MS,
    gcTime: 0,
  });
  const { done, total } = data ?? { done: 0, total: 0 };
  return (
    <Progress
      label={label}
      value={total === 0 ? null : done / total}
      {...(total > 0 && { detail: `${done.toLocaleString()} of ${total.toLocaleString()} rows` })}
      onCancel={onCancel}
    />
  );
}

export function Reading({ title, sent }: { title: string; sent: number | null }) {
  return (
    <Page title="Import" summary={title} isNarrow>
      <Card>
        {sent === null ? (
          <RowsProgress label="Reading its rows" onCancel={startOver} />
        ) : (
          <Progress label="Taking the file in" value={sent} onCancel={startOver} />
        )}
      </Card>
    </Page>
  );
}
