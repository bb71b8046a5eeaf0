import type { PlaybookAsset } from "@/bindings/PlaybookAsset";
import { Checkbox } from "@/components/Checkbox";
import { useMembers } from "@/rpc/lists";
import { mutate } from "@/rpc/mutate";
import { useSpeakerId } from "@/rpc/speaker";
import { sayReaders } from "@/words/readers";
import styles from "./Play.module.css";

/** Whether the speaker has read what to say of it, and who else has. */
export function ReadMark({
  asset: { assetId, title, readBy },
}: {
  asset: Pick<PlaybookAsset, "assetId" | "title" | "readBy">;
}) {
  const members = useMembers();
  const speaker = useSpeakerId();
  const isRead = speaker !== null && readBy.includes(speaker);
  const others = members.filter(({ id }) => id !== speaker && readBy.includes(id)).map(({ name }) => name);
  const mark = (read: boolean) =>
    void mutate(
      "asset.markRead",
      { assetIds: [assetId], read },
      { toast: read ? `${title}: read` : `${title}: not read` },
    );
  return (
    <div className={styles.read}>
      <Checkbox label={`I have read what to say of ${title}`} isSelected={isRead} onChange={mark}>
        Read
      </Checkbox>
      {others.length > 0 && <span className={styles.quiet}>{sayReaders(others)}</span>}
    </div>
  );
}
