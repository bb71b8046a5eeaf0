// The columns of the table: what each shows and how it is edited in place.

import { Link2 } from "lucide-react";
import type { Asset } from "@/bindings/Asset";
import type { AssetFields } from "@/bindings/AssetFields";
import type { AssetRow } from "@/bindings/AssetRow";
import type { Choice } from "@/components/Choices";
import { ChoiceCellEditor } from "@/components/grid/ChoiceCellEditor";
import type { CellEditing, GridColumn } from "@/components/grid/grid";
import { TextCellEditor } from "@/components/grid/TextCellEditor";
import { addTags } from "@/components/tags";
import { sayMoney } from "@/words/money";
import { PURPOSES, STATUSES } from "@/words/plan";
import { capital } from "@/words/text";
import { Due, MarkChip, StandingCell, StatusCell, Themes } from "./cells";
import styles from "./cells.module.css";
import { isSortable } from "./search";
import { readDate, shortDate, shortMoment } from "./values";
import { COLUMN_TITLES, type ColumnId } from "./words";

export interface ColumnsContext {
  today: string;
  formats: readonly Choice[];
  isReadOnly: boolean;
  save: (asset: Asset, set: Partial<AssetFields>) => void;
  open: (id: string) => void;
}

type Column = GridColumn<AssetRow>;
type Editor = (editing: CellEditing<AssetRow>) => React.ReactNode;

const NOT_A_DATE = "Write a date as 2026-06-30.";
const NO_CHOICE = "none";
const NONE: Choice = { id: NO_CHOICE, label: "None" };

type TextKey = "title" | "owner" | "language";
type DateKey = "dueOn" | "publishedOn" | "reviewedOn";

function textEditor({ save }: ColumnsContext, label: string, key: TextKey): Editor {
  return ({ row: { asset }, typed, close }) => (
    <TextCellEditor
      label={label}
      value={asset[key]}
      typed={typed}
      close={close}
      isRequired={key === "title"}
      onCommit={(text) => save(asset, { [key]: text })}
    />
  );
}

function dateEditor({ save }: ColumnsContext, label: string, key: DateKey): Editor {
  return ({ row: { asset }, typed, close }) => (
    <TextCellEditor
      label={label}
      value={asset[key] ?? ""}
      typed={typed}
      close={close}
      check={(text) => (text === "" || readDate(text) !== null ? null : NOT_A_DATE)}
      onCommit={(text) => save(asset, { [key]: readDate(text) })}
    />
  );
}

function choiceEditor<T extends string>(
  label: string,
  choices: readonly Choice<T>[],
  value: (asset: Asset) => T | null,
  commit: (asset: Asset, chosen: T) => void,
): Editor {
  return ({ row: { asset }, close }) => (
    <ChoiceCellEditor
      label={label}
      choices={choices}
      value={value(asset)}
      close={close}
      onCommit={(chosen) => commit(asset, chosen)}
    />
  );
}

function themesEditor({ save }: ColumnsContext): Editor {
  return ({ row: { asset }, typed, close }) => (
    <TextCellEditor
      label="Themes, parted by commas"
      value={asset.themes.join(", ")}
      typed={typed}
      close={close}
      onCommit={(text) => save(asset, { themes: addTags([], text) })}
    />
  );
}

const named = <T extends string>(words: readonly T[]): Choice<T>[] =>
  words.map((id) => ({ id, label: capital(id) }));

type Drawn = Pick<Column, "width" | "cell"> & Partial<Pick<Column, "align" | "edit">>;

function drawn(context: ColumnsContext): Readonly<Record<ColumnId, Drawn>> {
  const { formats, open, save, today } = context;
  const purposes: readonly Choice[] = [NONE, ...named(PURPOSES)];
  const text = (label: string, key: TextKey) => ({ edit: textEditor(context, label, key) });
  const date = (label: string, key: DateKey) => ({ edit: dateEditor(context, label, key) });
  return {
    title: {
      width: 320,
      cell: ({ asset }) => <Title asset={asset} open={open} />,
      ...text("Title", "title"),
    },
    format: {
      width: 120,
      cell: ({ format }) => <span>{format}</span>,
      edit: choiceEditor(
        "Format",
        [NONE, ...formats],
        ({ formatId }) => formatId ?? NO_CHOICE,
        (asset, id) => save(asset, { formatId: id === NO_CHOICE ? null : id }),
      ),
    },
    status: {
      width: 124,
      cell: ({ asset }) => <StatusCell status={asset.status} />,
      edit: choiceEditor(
        "Status",
        named(STATUSES),
        ({ status }) => status,
        (asset, status) => save(asset, { status }),
      ),
    },
    purpose: {
      width: 140,
      cell: ({ asset }) => <span>{asset.purpose}</span>,
      edit: choiceEditor(
        "Purpose",
        purposes,
        ({ purpose }) => purpose ?? NO_CHOICE,
        (asset, id) => save(asset, { purpose: PURPOSES.find((purpose) => purpose === id) ?? null }),
      ),
    },
    theme: { width: 170, cell: ({ asset }) => <Themes themes={asset.themes} />, edit: themesEditor(context) },
    owner: { width: 132, cell: ({ asset }) => <span>{asset.owner}</span>, ...text("Owner", "owner") },
    language: {
      width: 96,
      cell: ({ asset }) => <span>{asset.language}</span>,
      ...text("Language", "language"),
    },
    channels: { width: 130, cell: ({ asset }) => <span>{asset.channels.join(", ")}</span> },
    due: { width: 128, cell: ({ asset }) => <Due asset={asset} today={today} />, ...date("Due", "dueOn") },
    published: {
      width: 112,
      cell: ({ asset }) => <span>{shortDate(asset.publishedOn)}</span>,
      ...date("Published", "publishedOn"),
    },
    reviewed: {
      width: 118,
      cell: ({ asset }) => <span>{shortDate(asset.reviewedOn)}</span>,
      ...date("Last reviewed", "reviewedOn"),
    },
    expires: { width: 112, cell: ({ freshness }) => <span>{shortDate(freshness.expiresOn)}</span> },
    standing: { width: 104, cell: ({ freshness }) => <StandingCell freshness={freshness} /> },
    placements: { width: 96, align: "end", cell: (row) => <Count count={row.placements} /> },
    mark: { width: 84, cell: ({ mark }) => <MarkChip mark={mark} /> },
    cost: {
      width: 104,
      align: "end",
      cell: ({ asset }) => <span>{asset.cost === null ? "" : sayMoney(asset.cost)}</span>,
    },
    changed: { width: 112, cell: ({ asset }) => <span>{shortMoment(asset.updatedAt)}</span> },
  };
}

function Title({ asset, open }: { asset: Asset; open: (id: string) => void }) {
  return (
    <span className={styles.title}>
      <span className={styles.titleText}>{asset.title}</span>
      {asset.url !== "" && <Link2 aria-label="has a link" size={13} className={styles.link} />}
      <button type="button" tabIndex={-1} className={styles.open} onClick={() => open(asset.id)}>
        Open
      </button>
    </span>
  );
}

function Count({ count }: { count: number }) {
  return count === 0 ? <span className={styles.none}>not placed</span> : <span>{count}</span>;
}

/** The columns shown, in order. Nothing is edited where the workspace can only be read. */
export function columnsOf(shown: readonly ColumnId[], context: ColumnsContext): Column[] {
  const all = drawn(context);
  return shown.map((id) => {
    const { edit, ...column } = all[id];
    return {
      id,
      title: COLUMN_TITLES[id],
      isSortable: isSortable(id),
      ...column,
      ...(edit && !context.isReadOnly && { edit }),
    };
  });
}
