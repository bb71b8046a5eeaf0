import { X } from "lucide-react";
import { Card } from "@/components/Card";
import { IconButton } from "@/components/IconButton";
import { InlineEdit } from "@/components/InlineEdit";
import { LineEntry } from "@/components/LineEntry";
import { Grip, useSortable } from "@/components/Sortable";
import { useSession } from "@/rpc/session";
import { sayReaders } from "@/words/readers";
import styles from "./AssetPage.module.css";
import type { FactsProps } from "./FactsCard";

export interface TakeawaysProps extends FactsProps {
  /** The members who have read them as they are now. */
  readBy: readonly string[];
}

/** What a rep must know to talk about it. */
export function Takeaways({ asset: { takeaways }, save, readBy }: TakeawaysProps) {
  const sortable = useSortable({
    axis: "y",
    items: takeaways.map((text) => ({ id: text, name: text })),
    onReorder: (ids) => void save({ takeaways: ids }),
  });
  const members = useSession()?.open?.members ?? [];
  const readers = members.filter(({ id }) => readBy.includes(id)).map(({ name }) => name);
  const put = (at: number, text: string) => save({ takeaways: takeaways.toSpliced(at, 1, text) });
  return (
    <Card
      title="Key takeaways"
      aside={readers.length > 0 ? sayReaders(readers) : "What sales must know to talk about it"}
    >
      <ul aria-label="Key takeaways" className={styles.lines}>
        {takeaways.map((text, at) => (
          <li key={text} className={styles.line} {...sortable.itemProps(text)}>
            <Grip {...sortable.gripProps(text)} />
            <div className={styles.grow}>
              <InlineEdit label="Takeaway" value={text} isRequired onCommit={(next) => put(at, next)} />
            </div>
            <IconButton
              isEdit
              icon={X}
              size="small"
              label={`Take "${text}" away`}
              onPress={() => void save({ takeaways: takeaways.toSpliced(at, 1) })}
            />
          </li>
        ))}
      </ul>
      <LineEntry
        label="New takeaway"
        placeholder="Such as: pays back within 9 months at 200 seats"
        onAdd={(text) => save({ takeaways: [...takeaways, text] })}
      />
    </Card>
  );
}
