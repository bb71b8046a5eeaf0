import { Dialog } from "@/components/Dialog";
import { Kbd } from "@/components/Kbd";
import { openOverlay, useOverlay } from "./overlay";
import { groupRows, shortcutRows } from "./paletteRows";
import { useRegisteredActions } from "./registry";
import styles from "./ShortcutList.module.css";
import { useActionContext } from "./useActionContext";

export function ShortcutList() {
  const isOpen = useOverlay() === "shortcuts";
  const actions = useRegisteredActions();
  const context = useActionContext();
  const rows = shortcutRows(actions, context());
  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => openOverlay(null)}
      title="Keyboard shortcuts"
      size="large"
      isToRead
    >
      <div className={styles.groups}>
        {groupRows(rows).map(([title, entries]) => (
          <section key={title} className={styles.group}>
            <h3 className={styles.title}>{title}</h3>
            {entries.map((row) => (
              <div key={row.id} className={styles.row}>
                <span>{row.label}</span>
                <Kbd keys={row.keys ?? ""} />
              </div>
            ))}
          </section>
        ))}
      </div>
    </Dialog>
  );
}
