import { useQuery } from "@tanstack/react-query";
import { Card } from "@/components/Card";
import { Page } from "@/components/Page";
import { Progress } from "@/components/Progress";
import { LOCALE } from "@/locale";
import { call } from "@/rpc/call";

const LOOK_MS = 250;

export interface RowsProgressProps {
  label: string;
  /** As long as no rows are seen to yet: the file itself is read. */
  before?: string;
  onCancel: () => void;
}

/** How far core is with the file, then with its rows; asked for while it is shown. */
export function RowsProgress({ label, before = label, onCancel }: RowsProgressProps) {
  const { data } = useQuery({
    queryKey: ["import.progress"],
    queryFn: () => call("import.progress", {}),
    refetchInterval: LOOK_MS,
    gcTime: 0,
  });
  const { done, total, inRows } = data ?? { done: 0, total: 0, inRows: false };
  return (
    <Progress
      label={inRows ? label : before}
      value={total === 0 ? null : done / total}
      {...(inRows &&
        total > 0 && { detail: `${done.toLocaleString(LOCALE)} of ${total.toLocaleString(LOCALE)} rows` })}
      onCancel={onCancel}
    />
  );
}

export interface ReadingProps {
  title: string;
  /** How much has arrived; null once all has. */
  sent: number | null;
  onCancel: () => void;
}

export function Reading({ title, sent, onCancel }: ReadingProps) {
  return (
    <Page title="Import" summary={title} isNarrow>
      <Card>
        {sent === null ? (
          <RowsProgress label="Reading its rows" before="Reading the file" onCancel={onCancel} />
        ) : (
          <Progress label="Taking the file in" value={sent} onCancel={onCancel} />
        )}
      </Card>
    </Page>
  );
}
