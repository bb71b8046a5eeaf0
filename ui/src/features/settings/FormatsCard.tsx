import { Trash2 } from "lucide-react";
import { type Deletion, useDeletion } from "@/actions/deletion";
import type { Format } from "@/bindings/Format";
import type { FormatFields } from "@/bindings/FormatFields";
import type { Purpose } from "@/bindings/Purpose";
import { Card } from "@/components/Card";
import { Checkbox } from "@/components/Checkbox";
import { IconButton } from "@/components/IconButton";
import { InlineEdit } from "@/components/InlineEdit";
import { LineEntry } from "@/components/LineEntry";
import { Select } from "@/components/Select";
import { Grip, type Sortable, useSortable } from "@/components/Sortable";
import { Table, TableRow } from "@/components/Table";
import { useFormats } from "@/rpc/lists";
import { mutate, mutateField } from "@/rpc/mutate";
import { PURPOSES } from "@/words/plan";
import { capital } from "@/words/text";
import styles from "./Settings.module.css";
import { parseShelfLife, sayShelfLife } from "./times";

const COLUMNS = [
  { id: "grip", title: "Order", isTitleHidden: true, width: "2.5rem" },
  { id: "name", title: "Format", width: "minmax(9rem, 3fr)" },
  { id: "shelf", title: "Fresh for", width: "minmax(7rem, 2fr)" },
  { id: "purpose", title: "Usually", width: "12.5rem" },
  { id: "interactive", title: "Interactive", width: "6rem" },
  { id: "visual", title: "Visual", width: "4.5rem" },
  { id: "verbs", title: "Verbs", isTitleHidden: true, width: "3rem" },
] as const;

const ANY = "any";
const PURPOSE_CHOICES: readonly { id: Purpose | typeof ANY; label: string }[] = [
  { id: ANY, label: "Any purpose" },
  ...PURPOSES.map((id) => ({ id, label: capital(id) })),
];

interface FormatRowProps {
  format: Format;
  sortable: Sortable;
  deletion: Deletion;
}

function FormatRow({ format, sortable, deletion }: FormatRowProps) {
  const save = (set: Partial<FormatFields>) => mutateField("format.update", { id: format.id, set });
  const saveShelfLife = (text: string) => {
    const read = parseShelfLife(text);
    return "error" in read ? Promise.resolve(read.error) : save({ shelfLifeDays: read.days });
  };
  return (
    <TableRow
      {...sortable.itemProps(format.id)}
      cells={[
        <Grip key="grip" {...sortable.gripProps(format.id)} />,
        <div key="name" className={styles.name}>
          <InlineEdit label="Format" value={format.name} isRequired onCommit={(name) => save({ name })} />
        </div>,
        <InlineEdit
          key="shelf"
          label={`Shelf life of ${format.name}`}
          value={sayShelfLife(format.shelfLifeDays)}
          onCommit={saveShelfLife}
        />,
        <Select
          key="purpose"
          label={`Usual purpose of ${format.name}`}
          isLabelHidden
          choices={PURPOSE_CHOICES}
          value={format.purpose ?? ANY}
          onChange={(purpose) => void save({ purpose: purpose === ANY ? null : purpose })}
        />,
        <Checkbox
          key="interactive"
          label={`${format.name} is usually interactive`}
          isSelected={format.interactive}
          onChange={(interactive) => void save({ interactive })}
        />,
        <Checkbox
          key="visual"
          label={`${format.name} is usually visual`}
          isSelected={format.visual}
          onChange={(visual) => void save({ visual })}
        />,
        <IconButton
          isEdit
          key="delete"
          icon={Trash2}
          label={`Delete ${format.name}`}
          onPress={() => deletion.ask({ kind: "format", id: format.id, name: format.name })}
        />,
      ]}
      below={deletion.askedId === format.id ? deletion.notice : undefined}
    />
  );
}

export function FormatsCard() {
  const formats = useFormats();
  const deletion = useDeletion();
  const sortable = useSortable({
    axis: "y",
    items: formats,
    onReorder: (ids) => void mutate("format.reorder", { ids }, { toast: "Formats reordered" }),
  });
  return (
    <Card title="Formats" aside="How long a piece stays fresh, and what it usually is" isFlush>
      <div className={styles.scroll}>
        <Table label="Formats" columns={COLUMNS}>
          {formats.map((format) => (
            <FormatRow key={format.id} format={format} sortable={sortable} deletion={deletion} />
          ))}
        </Table>
      </div>
      <div className={styles.entry}>
        <LineEntry
          label="Name of the new format"
          placeholder="New format, such as Podcast"
          onAdd={(name) =>
            mutateField(
              "format.create",
              { fields: { name, shelfLifeDays: 365, purpose: null, interactive: false, visual: false } },
              { toast: `${name} added` },
            )
          }
        />
      </div>
    </Card>
  );
}
