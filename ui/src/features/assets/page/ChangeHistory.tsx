import { ChevronDown, ChevronRight, RotateCcw } from "lucide-react";
import { useState } from "react";
import type { ChangedField } from "@/bindings/ChangedField";
import type { Edit } from "@/bindings/Edit";
import { Button } from "@/components/Button";
import { Card } from "@/components/Card";
import { LOCALE } from "@/locale";
import { mutate } from "@/rpc/mutate";
import { useSession } from "@/rpc/session";
import { useCall } from "@/rpc/useCall";
import { sayEdit } from "@/words/edits";
import { capital } from "@/words/text";
import styles from "./AssetPage.module.css";
import { sayField, sayValue } from "./fieldWords";

const PAGE = 8;
const MOMENT = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeStyle: "short" });

/** Who changed this asset, when and what, and the way back. */
export function ChangeHistory({ assetId }: { assetId: string }) {
  const [limit, setLimit] = useState(PAGE);
  const { data } = useCall("history.list", { entityId: assetId, limit }, { keepPrevious: true });
  if (data === undefined) {
    return null;
  }
  return (
    <Card title="Changes">
      <ol aria-label="Changes" className={styles.changes}>
        {data.edits.map((edit) => (
          <Change key={edit.seq} edit={edit} assetId={assetId} />
        ))}
      </ol>
      {data.more && (
        <Button look="quiet" onPress={() => setLimit(limit + PAGE * 3)}>
          Show earlier changes
        </Button>
      )}
    </Card>
  );
}

function Change({ edit, assetId }: { edit: Edit; assetId: string }) {
  const [isOpen, setOpen] = useState(false);
  const members = useSession()?.open?.members ?? [];
  const who = members.find(({ id }) => id === edit.memberId)?.name ?? "Throughline";
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  return (
    <li className={styles.change}>
      <button
        type="button"
        className={styles.changeHead}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Arrow aria-hidden size={14} />
        <span>
          {who} {sayEdit(edit, "past")}
        </span>
        <span className={styles.when}>{MOMENT.format(edit.at)}</span>
      </button>
      {isOpen && <Detail edit={edit} assetId={assetId} />}
    </li>
  );
}

function Detail({ edit, assetId }: { edit: Edit; assetId: string }) {
  const { data } = useCall("history.get", { seq: edit.seq });
  if (data === undefined) {
    return null;
  }
  const row = data.rows.find(({ id }) => id === assetId);
  const touched = data.made + data.changed + data.deleted;
  const restore = () =>
    void mutate("history.restore", { seq: edit.seq }, { toast: "Brought back to how it was before" });
  const say = (value: unknown) => sayValue(value, data.names);
  return (
    <div className={styles.changeDetail}>
      {row?.made === true && <p>Made.</p>}
      {row?.made === false && row.fields.length > 0 && (
        <dl className={styles.fields}>
          {row.fields.map((field: ChangedField) => (
            <div key={field.name}>
              <dt>{capital(sayField(field.name))}</dt>
              <dd>
                <del>{say(field.before)}</del> → <ins>{say(field.after)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {row?.made !== true && (
        <Button isEdit icon={RotateCcw} onPress={restore}>
          {touched > 1
            ? `Bring back all ${touched.toLocaleString(LOCALE)} it touched`
            : "Bring back how it was before"}
        </Button>
      )}
    </div>
  );
}
