import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  TextField,
} from "react-aria-components";
import { Kbd } from "@/components/Kbd";
import { openOverlay, useOpenings, useOverlay } from "./overlay";
import styles from "./Palette.module.css";
import { groupRows, type PaletteRow, rankActions } from "./paletteRows";
import { useRegisteredActions } from "./registry";
import { type Found, findAnything } from "./search";
import { useActionContext } from "./useActionContext";

const NOTHING_FOUND: readonly Found[] = [];

function useRows(typed: string): readonly PaletteRow[] {
  const actions = useRegisteredActions();
  const context = useActionContext();
  const deferred = useDeferredValue(typed);
  const found = useQuery({
    queryKey: ["palette", deferred],
    queryFn: () => findAnything(deferred),
    placeholderData: (previous) => previous,
  });
  const ranked = useMemo(() => rankActions(actions, typed, context()), [actions, typed, context]);
  const hits = typed.trim() === "" ? NOTHING_FOUND : (found.data ?? NOTHING_FOUND);
  return useMemo(() => [...ranked, ...hits.map((hit) => ({ ...hit, keys: undefined }))], [ranked, hits]);
}

function Row({ row }: { row: PaletteRow }) {
  const Icon = row.icon;
  return (
    <ListBoxItem id={row.id} textValue={row.label} className={styles.row ?? ""}>
      <span className={styles.icon}>{Icon && <Icon aria-hidden size={16} strokeWidth={1.75} />}</span>
      <span className={styles.label}>{row.label}</span>
      {row.detail !== undefined && <span className={styles.detail}>{row.detail}</span>}
      {row.keys !== undefined && <Kbd keys={row.keys} />}
    </ListBoxItem>
  );
}

function PaletteBody() {
  const [typed, setTyped] = useState("");
  const rows = useRows(typed);
  const context = useActionContext();
  const runRow = (id: string) => {
    openOverlay(null);
    rows.find((row) => row.id === id)?.run(context());
  };
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <TextField aria-label="Find anything or run a command" autoFocus className={styles.field ?? ""}>
        <Search aria-hidden size={18} strokeWidth={1.75} />
        <Input
          role="combobox"
          aria-expanded
          aria-haspopup="listbox"
          className={styles.input ?? ""}
          placeholder="Find anything or run a command"
        />
      </TextField>
      <ListBox
        aria-label="Commands and findings"
        className={styles.list ?? ""}
        onAction={(key) => runRow(String(key))}
        renderEmptyState={() => <p className={styles.empty}>Nothing fits “{typed}”.</p>}
      >
        {groupRows(rows).map(([title, entries]) => (
          <ListBoxSection key={title} aria-label={title}>
            <Header className={styles.heading}>{title}</Header>
            {entries.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
    </Autocomplete>
  );
}

export function Palette() {
  const isOpen = useOverlay() === "palette";
  const opening = useOpenings();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => openOverlay(open ? "palette" : null)}
      isDismissable
      className={styles.overlay ?? ""}
    >
      <Modal className={styles.modal ?? ""}>
        <Dialog aria-label="Find anything or run a command" className={styles.dialog ?? ""}>
          <PaletteBody key={opening} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
