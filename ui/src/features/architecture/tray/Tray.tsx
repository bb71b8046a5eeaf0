import { useNavigate } from "@tanstack/react-router";
import { ChevronDown, ChevronUp } from "lucide-react";
import { memo, useState } from "react";
import type { AssetList } from "@/bindings/AssetList";
import type { AssetRow } from "@/bindings/AssetRow";
import { Button } from "@/components/Button";
import { IconButton } from "@/components/IconButton";
import { SearchField } from "@/components/SearchField";
import { LOCALE } from "@/locale";
import { NO_FILTER, PLACEABLE } from "@/placing/choices";
import { call } from "@/rpc/call";
import { useWindow } from "@/rpc/useWindow";
import { useDesk } from "../desk";
import { toggleTray, usePreferences } from "../preferences";
import { useAssetCounts } from "../queries";
import { Cards } from "./Cards";
import { type Chosen, NOTHING_CHOSEN } from "./selection";
import styles from "./Tray.module.css";

const BLOCK = 60;

function useUnplaced(text: string) {
  const filter = { ...NO_FILTER, text, statuses: [...PLACEABLE] };
  return useWindow<AssetRow, AssetList>({
    key: ["asset.list", "unplaced", text],
    load: (offset, limit) => call("asset.list", { filter, placed: false, offset, limit }),
    kinds: ["asset", "placement", "format"],
    blockSize: BLOCK,
  });
}

function Nothing({ all, text }: { all: number | undefined; text: string }) {
  const navigate = useNavigate();
  if (all === 0) {
    return (
      <div className={styles.nothing}>
        <span>There is no content yet. What you import waits here to be placed.</span>
        <Button onPress={() => void navigate({ to: "/import" })}>Import a content list</Button>
      </div>
    );
  }
  return (
    <p className={styles.nothing}>
      {text === "" ? "Everything is placed." : "No unplaced asset has these words."}
    </p>
  );
}

/** What is placed nowhere yet, to be dragged to a cell or placed by name. */
export const Tray = memo(function Tray() {
  const desk = useDesk();
  const { isTrayOpen } = usePreferences();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<Chosen>(NOTHING_CHOSEN);
  const unplaced = useUnplaced(text.trim());
  const { all } = useAssetCounts(NO_FILTER);
  const place = (assetIds: readonly string[]) => desk.place({ assetIds });
  return (
    <section className={styles.tray} aria-label="Not placed yet">
      <header className={styles.head}>
        <h2 className={styles.title}>Not placed yet</h2>
        <span className={styles.count} role="status">
          {unplaced.total !== null &&
            all !== undefined &&
            `${unplaced.total.toLocaleString(LOCALE)} of ${all.toLocaleString(LOCALE)} assets`}
          {chosen.ids.size > 1 && ` · ${chosen.ids.size.toLocaleString(LOCALE)} chosen`}
        </span>
        <div className={styles.tools}>
          {desk.canEdit && chosen.ids.size > 0 && (
            <Button onPress={() => place([...chosen.ids])}>Place…</Button>
          )}
          {isTrayOpen && (
            <div className={styles.search}>
              <SearchField label="Search the tray" value={text} onChange={setText} />
            </div>
          )}
          <IconButton
            icon={isTrayOpen ? ChevronDown : ChevronUp}
            label={isTrayOpen ? "Hide the tray" : "Show the tray"}
            onPress={toggleTray}
            placement="top"
          />
        </div>
      </header>
      {isTrayOpen &&
        (unplaced.total === 0 ? (
          <Nothing all={all} text={text} />
        ) : (
          <Cards unplaced={unplaced} chosen={chosen} onChosen={setChosen} onPlace={place} />
        ))}
    </section>
  );
});
