import { useMemo, useState } from "react";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { Table, TableRow } from "@/components/Table";
import { LOCALE } from "@/locale";
import { useBatches } from "@/rpc/lists";
import { useCall } from "@/rpc/useCall";
import { sayHolds } from "@/words/facts";
import { capital } from "@/words/text";
import { sayMoment } from "@/words/times";
import styles from "../Import.module.css";
import { sayCounted } from "../tally";

const COLUMNS = [
  { id: "file", title: "File", width: "minmax(9rem, 1fr)" },
  { id: "held", title: "Held", width: "8rem" },
  { id: "when", title: "Taken in", width: "10.5rem" },
  { id: "rows", title: "Rows", width: "5.5rem", align: "end" },
  { id: "new", title: "New", width: "5.5rem", align: "end" },
  { id: "events", title: "Events", width: "5.75rem", align: "end" },
] as const;

/** As many as are read at a glance; the rest is a press away. */
const SHOWN = 6;

/** How many leads of each file were erased since. */
function useErased(): ReadonlyMap<string, number> {
  const { data } = useCall("lead.erased", {}, { kinds: ["batch"] });
  return useMemo(() => new Map(data?.batches.map(({ id, leads }) => [id, leads])), [data]);
}

function ErasedSince({ leads }: { leads: number | undefined }) {
  return leads === undefined ? null : (
    <span className={styles.erased}>{`${sayCounted(leads, "lead")} erased since`}</span>
  );
}

/** The files that came in before, the latest first. */
export function Batches() {
  const batches = useBatches();
  const [isAll, setAll] = useState(false);
  const erased = useErased();
  const shown = batches.toReversed().slice(0, isAll ? undefined : SHOWN);
  return batches.length === 0 ? null : (
    <Card title="Taken in before" aside={sayCounted(batches.length, "file")} isFlush>
      <div className={styles.scroll}>
        <Table label="Taken in before" columns={COLUMNS}>
          {shown.map(({ id, file, kind, createdAt, rows, added, events }) => (
            <TableRow
              key={id}
              cells={[
                <span key="file" className={styles.theirs}>
                  {file}
                  <ErasedSince leads={erased.get(id)} />
                </span>,
                <span key="held">{capital(sayHolds(kind))}</span>,
                <span key="when" className={styles.note}>
                  {sayMoment(createdAt)}
                </span>,
                <span key="rows" className={styles.figure}>
                  {rows.toLocaleString(LOCALE)}
                </span>,
                <span key="new" className={styles.figure}>
                  {added.toLocaleString(LOCALE)}
                </span>,
                <span key="events" className={styles.figure}>
                  {events.toLocaleString(LOCALE)}
                </span>,
              ]}
            />
          ))}
        </Table>
      </div>
      {shown.length < batches.length && (
        <div className={styles.more}>
          <Button look="quiet" onPress={() => setAll(true)}>
            Show all {batches.length.toLocaleString(LOCALE)}
          </Button>
        </div>
      )}
    </Card>
  );
}
