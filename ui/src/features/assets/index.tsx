import { LOCALE } from "@/locale";

export { AssetPage } from "./page/AssetPage";

import { useNavigate } from "@tanstack/react-router";
import { Download, FileInput, Plus, Search, SquareStack } from "lucide-react";
import { useCallback, useMemo, useRef, useState } from "react";
import { ActionButton } from "@/actions/ActionButton";
import type { Action } from "@/actions/action";
import { useActions, useSelected } from "@/actions/registry";
import type { AssetRow } from "@/bindings/AssetRow";
import type { ListAssets } from "@/bindings/ListAssets";
import { Button } from "@/components/Button";
import { EditOnly } from "@/components/EditOnly";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { save } from "@/rpc/save";
import { useIsReadOnly } from "@/rpc/session";
import styles from "./Assets.module.css";
import { AssetsToolbar } from "./AssetsToolbar";
import { AssetTable } from "./AssetTable";
import { Board } from "./Board";
import { BulkBar } from "./BulkBar";
import { useTableLayout } from "./layout";
import { assetMenu } from "./menu";
import { useAssetCount } from "./queries";
import { TaskDialog } from "./TaskDialog";
import { askToDelete, nameOf, type Task } from "./tasks";
import { type AssetsAddress, useAssetsAddress } from "./useAssetsAddress";

const ALL: ListAssets = {};
const UNPLACED: ListAssets = { placed: false };
const NOTHING: ReadonlySet<string> = new Set();

interface Selection {
  selected: ReadonlySet<string>;
  select: (selected: ReadonlySet<string>) => void;
}

/** What is selected is given up when the filter changes: nothing out of sight is ever edited. */
function useSelection(filter: string): Selection {
  const [kept, setKept] = useState({ filter, selected: NOTHING });
  const selected = kept.filter === filter ? kept.selected : NOTHING;
  const select = useCallback((next: ReadonlySet<string>) => setKept({ filter, selected: next }), [filter]);
  useSelected(useMemo(() => [...selected].map((id) => ({ kind: "asset", id })), [selected]));
  return { selected, select };
}

function useAssetActions(
  { selected, select }: Selection,
  ask: (task: Task) => void,
  find: () => void,
  { clear, isFiltered, request }: AssetsAddress,
): { add: Action; bringIn: Action; saveAs: Action } {
  const all = useMemo(() => {
    const shared = { group: "Assets" };
    const hasSome = () => selected.size > 0;
    const ids = () => [...selected];
    const add: Action = {
      ...shared,
      id: "asset.new",
      isEdit: true,
      label: "New asset",
      icon: Plus,
      shortcut: "N",
      run: () => ask({ kind: "new" }),
    };
    const bringIn: Action = {
      ...shared,
      id: "asset.import",
      isEdit: true,
      label: "Import",
      icon: FileInput,
      keywords: ["csv", "sitemap"],
      run: ({ go }) => go("/import"),
    };
    const saveAs: Action = {
      ...shared,
      id: "asset.export",
      label: "Save as CSV…",
      icon: Download,
      keywords: ["export", "excel", "spreadsheet", "table"],
      run: () => void save("export.assets", request),
    };
    const rest: Action[] = [
      { ...shared, id: "asset.find", label: "Find in assets", icon: Search, shortcut: "/", run: find },
      {
        ...shared,
        id: "asset.place",
        isEdit: true,
        label: "Place the selected assets",
        shortcut: "P",
        enabled: hasSome,
        run: () => ask({ kind: "place", ids: ids() }),
      },
      {
        ...shared,
        id: "asset.themes",
        isEdit: true,
        label: "Change themes of the selected assets",
        shortcut: "T",
        enabled: hasSome,
        run: () => ask({ kind: "themes", ids: ids() }),
      },
      {
        ...shared,
        id: "asset.set",
        isEdit: true,
        label: "Set a field of the selected assets",
        enabled: hasSome,
        run: () => ask({ kind: "set", ids: ids() }),
      },
      {
        ...shared,
        id: "asset.delete",
        isEdit: true,
        label: "Delete the selected assets",
        shortcut: "Delete",
        isDanger: true,
        enabled: hasSome,
        run: () => void askToDelete(ids(), nameOf(ids(), undefined), ask, () => select(NOTHING)),
      },
      {
        ...shared,
        id: "asset.clear",
        label: "Clear the filter",
        shortcut: "Escape",
        enabled: () => isFiltered,
        run: clear,
      },
    ];
    return { add, bringIn, saveAs, actions: [add, bringIn, saveAs, ...rest] };
  }, [selected, select, ask, find, clear, isFiltered, request]);
  useActions(all.actions);
  return all;
}

export function AssetsView() {
  const address = useAssetsAddress();
  const { search, request, filters, isFiltered, set } = address;
  const kept = useTableLayout();
  const selection = useSelection(JSON.stringify(filters));
  const { selected, select } = selection;
  const [task, setTask] = useState<Task | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const isReadOnly = useIsReadOnly();
  const find = useCallback(() => field.current?.focus(), []);
  const actions = useAssetActions(selection, setTask, find, address);
  const open = useCallback(
    (assetId: string) => void navigate({ to: "/assets/$assetId", params: { assetId } }),
    [navigate],
  );
  const menuFor = useCallback(
    (row: AssetRow) =>
      assetMenu(row, { selected, isReadOnly, open, ask: setTask, onDeleted: () => select(NOTHING) }),
    [selected, isReadOnly, select, open],
  );
  const onText = useCallback((text: string) => set({ text: text === "" ? undefined : text }, true), [set]);
  const summary = useSummary(request, isFiltered);
  const isEmpty = useAssetCount(ALL) === 0;
  const empty = isFiltered ? (
    <EmptyState
      icon={Search}
      title="Nothing fits"
      text="No asset passes this filter."
      action={<Button onPress={address.clear}>Clear the filter</Button>}
    />
  ) : (
    <EmptyState
      icon={SquareStack}
      title="No content yet"
      text="Here stands every piece of content, with its status, its dates and where it is placed. A list from a spreadsheet, a crawl or a sitemap is in within a minute."
      action={<ActionButton action={actions.bringIn} look="primary" />}
    />
  );
  return (
    <Page
      title="Assets"
      summary={summary}
      body="fill"
      actions={
        <>
          {!isEmpty && <ActionButton action={actions.saveAs} />}
          {!isEmpty && <ActionButton action={actions.bringIn} />}
          <ActionButton action={actions.add} look={isEmpty ? "secondary" : "primary"} />
        </>
      }
      toolbar={
        isEmpty ? undefined : <AssetsToolbar address={address} kept={kept} field={field} onText={onText} />
      }
    >
      <div className={styles.body}>
        {isEmpty ? (
          empty
        ) : search.view === "board" ? (
          <Board request={request} menuFor={menuFor} />
        ) : (
          <AssetTable
            request={request}
            sort={search.sort}
            onSort={(sort) => set({ sort })}
            kept={kept}
            selected={selected}
            onSelect={select}
            onOpen={open}
            menuFor={menuFor}
            empty={empty}
          />
        )}
        {selected.size > 0 && (
          <EditOnly>
            <BulkBar selected={selected} onTask={setTask} onClear={() => select(NOTHING)} />
          </EditOnly>
        )}
      </div>
      <TaskDialog task={task} onClose={() => setTask(null)} onDeleted={() => select(NOTHING)} />
    </Page>
  );
}

function useSummary(request: ListAssets, isFiltered: boolean): React.ReactNode {
  const all = useAssetCount(ALL);
  const unplaced = useAssetCount(UNPLACED);
  const passing = useAssetCount(request);
  if (all === null || unplaced === null || all === 0) {
    return null;
  }
  if (isFiltered) {
    return (
      <>
        <strong>{passing?.toLocaleString(LOCALE)}</strong> of {all.toLocaleString(LOCALE)}
      </>
    );
  }
  return (
    <>
      <strong>{all.toLocaleString(LOCALE)}</strong> in all ·{" "}
      <strong>{unplaced.toLocaleString(LOCALE)}</strong> not placed yet
    </>
  );
}
