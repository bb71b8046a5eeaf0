import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import type { FactKind } from "@/bindings/FactKind";
import { Card } from "@/components/Card";
import { Page } from "@/components/Page";
import { Progress } from "@/components/Progress";
import { call } from "@/rpc/call";
import { sayHolds } from "@/words/facts";
import { cancel } from "../flow";
import styles from "../Import.module.css";
import { noted, type Pace, paceOf, type Sample } from "./pace";
import { sayPace } from "./words";

const LOOK_MS = 250;

/** How far it is, asked for while it is shown. */
function usePace(): Pace {
  const samples = useRef<readonly Sample[]>([]);
  const { data } = useQuery({
    queryKey: ["import.progress", "pace"],
    queryFn: async () => {
      const { done, total } = await call("import.progress", {});
      samples.current = noted(samples.current, { at: performance.now(), done });
      return paceOf(samples.current, total);
    },
    refetchInterval: LOOK_MS,
    gcTime: 0,
  });
  return data ?? paceOf([], 0);
}

/** While a file comes in. */
export function Running({ title, kind }: { title: string; kind: FactKind }) {
  const pace = usePace();
  const isRead = pace.total > 0 && pace.done >= pace.total;
  return (
    <Page title="Import" summary={<strong>{title}</strong>} isNarrow>
      <Card>
        <div className={styles.stack}>
          <Progress
            label={isRead ? `Putting the ${sayHolds(kind)} in order` : `Importing ${sayHolds(kind)}`}
            value={isRead || pace.total === 0 ? null : pace.done / pace.total}
            {...(!isRead && pace.total > 0 && { detail: sayPace(pace) })}
            onCancel={cancel}
          />
          <p className={styles.note}>
            It goes on while you look at something else. Cancelled, nothing of it stays.
          </p>
        </div>
      </Card>
    </Page>
  );
}
