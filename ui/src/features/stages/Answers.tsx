import { Link } from "@tanstack/react-router";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import type { Hit } from "@/bindings/Hit";
import type { Need } from "@/bindings/Need";
import { EditOnly } from "@/components/EditOnly";
import { IconButton } from "@/components/IconButton";
import { ListRow, RowList } from "@/components/ListRow";
import { SearchField } from "@/components/SearchField";
import { mutate } from "@/rpc/mutate";
import { useCall } from "@/rpc/useCall";
import styles from "./Rail.module.css";

const OFFERED = 6;
const SEARCHED = 40;
const NO_HITS: readonly Hit[] = [];

function Answer({ assetId, onRemove }: { assetId: string; onRemove: () => void }) {
  const { data } = useCall("asset.get", { id: assetId }, { kinds: ["asset", "placement", "format"] });
  const title = data?.asset.title ?? "";
  return (
    <ListRow
      title={
        <Link to={`/assets/${assetId}` as "/assets"} className={styles.asset}>
          {title}
        </Link>
      }
      detail={data?.asset.status}
      actions={
        <IconButton isEdit icon={X} label={`${title} does not answer it`} size="small" onPress={onRemove} />
      }
    />
  );
}

/** The assets that answer a need; it counts as answered where one of them is placed and live. */
export function Answers({ need }: { need: Need }) {
  const [text, setText] = useState("");
  const asked = text.trim();
  const { data: hits, isPlaceholderData } = useCall(
    "search",
    { text: asked, limit: SEARCHED },
    { enabled: asked !== "", keepPrevious: true },
  );
  const offered = (hits ?? NO_HITS)
    .filter(({ kind, id }) => kind === "asset" && !need.answerIds.includes(id))
    .slice(0, OFFERED);
  const keep = (answerIds: string[], toast: string) =>
    mutate("need.update", { id: need.id, set: { answerIds } }, { toast });
  const add = async (hit: Hit) => {
    await keep([...need.answerIds, hit.id], `${hit.title} answers it`);
    setText("");
  };
  return (
    <div className={styles.part}>
      <h3 className={styles.label}>Answered by</h3>
      {need.answerIds.length > 0 && (
        <RowList label="Assets that answer it">
          {need.answerIds.map((id) => (
            <Answer
              key={id}
              assetId={id}
              onRemove={() =>
                void keep(
                  need.answerIds.filter((other) => other !== id),
                  "Answer taken off",
                )
              }
            />
          ))}
        </RowList>
      )}
      <EditOnly>
        <SearchField label="Find an asset that answers it" value={text} onChange={setText} />
      </EditOnly>
      {asked !== "" && (
        <RowList label="Assets found">
          {offered.map((hit) => (
            <ListRow
              key={hit.id}
              lead={<Plus aria-hidden size={14} />}
              title={hit.title}
              detail={hit.place}
              onOpen={() => void add(hit)}
            />
          ))}
        </RowList>
      )}
      {asked !== "" && hits && !isPlaceholderData && offered.length === 0 && (
        <p className={styles.signed}>No asset fits.</p>
      )}
    </div>
  );
}
