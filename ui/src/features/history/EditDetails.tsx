import { RotateCcw } from "lucide-react";
import { useState } from "react";
import type { ChangedRow } from "@/bindings/ChangedRow";
import type { EditDetail } from "@/bindings/EditDetail";
import { Button } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { Popover } from "@/components/Popover";
import { Skeleton } from "@/components/Skeleton";
import { FailureState } from "@/errors/FailureState";
import { LOCALE } from "@/locale";
import { useMutate } from "@/rpc/mutate";
import { sayKind } from "@/words/edits";
import { capital } from "@/words/text";
import styles from "./EditDetails.module.css";
import { FieldChanges } from "./FieldChanges";
import { useDetail } from "./queries";
import { sayRestore } from "./restoring";

/** How many of the things an edit touched are shown at first. */
const FEW = 10;

function Row({ row, names }: { row: ChangedRow; names: EditDetail["names"] }) {
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <span className={styles.kind}>{capital(sayKind(row.kind))}</span>
        <span className={styles.title}>{row.title}</span>
        {row.made && <Chip tone="success">added</Chip>}
        {row.deleted && <Chip tone="danger">deleted</Chip>}
      </div>
      <FieldChanges row={row} names={names} />
    </li>
  );
}

function Restore({ detail }: { detail: EditDetail }) {
  const { run, isPending } = useMutate("history.restore", { toast: "Restored what was there before" });
  return (
    <Popover
      label="Restore"
      placement="bottom end"
      trigger={
        <Button isEdit icon={RotateCcw}>
          Restore what was before…
        </Button>
      }
    >
      {(close) => (
        <div className={styles.restore}>
          <p>{sayRestore(detail)}</p>
          <Button
            look="primary"
            autoFocus
            isDisabled={isPending}
            onPress={() => void run({ seq: detail.edit.seq }).then(close)}
          >
            Restore
          </Button>
        </div>
      )}
    </Popover>
  );
}

/** What an edit changed, and the way back to what was before. */
export function EditDetails({ seq }: { seq: number }) {
  const [limit, setLimit] = useState(FEW);
  const { data: detail, error, refetch } = useDetail(seq, limit);
  if (error) {
    return <FailureState isCompact error={error} retry={() => void refetch()} />;
  }
  if (detail === undefined) {
    return <Skeleton lines={3} />;
  }
  const total = detail.made + detail.changed + detail.deleted;
  const isSetup = detail.edit.verb === "setup";
  return (
    <div className={styles.details}>
      {detail.rows.length === 0 ? (
        <p className={styles.kind}>Nothing is kept of what it changed.</p>
      ) : (
        <ul aria-label="What it changed">
          {detail.rows.map((row) => (
            <Row key={`${row.kind} ${row.id}`} row={row} names={detail.names} />
          ))}
        </ul>
      )}
      <div className={styles.foot}>
        {total > detail.rows.length && (
          <Button look="quiet" onPress={() => setLimit(limit * 10)}>
            Show more of {total.toLocaleString(LOCALE)}
          </Button>
        )}
        {!isSetup && total > 0 && <Restore detail={detail} />}
      </div>
    </div>
  );
}
