import { Trash2 } from "lucide-react";
import { useDeletion } from "@/actions/deletion";
import type { ProgrammeRow } from "@/bindings/ProgrammeRow";
import { Card } from "@/components/Card";
import { IconButton } from "@/components/IconButton";
import { InlineEdit } from "@/components/InlineEdit";
import { LineEntry } from "@/components/LineEntry";
import { SavedDate } from "@/components/SavedDate";
import { today } from "@/components/today";
import { mutateField } from "@/rpc/mutate";
import { useSpeakerId } from "@/rpc/speaker";
import styles from "./Programmes.module.css";

/** What changed, newest first; sales is told on Home. */
export function Notes({ row: { programme, notes } }: { row: ProgrammeRow }) {
  const deletion = useDeletion();
  const authorId = useSpeakerId();
  const add = (text: string) =>
    mutateField(
      "programmeNote.create",
      { fields: { programmeId: programme.id, notedOn: today(), text, authorId } },
      { toast: "Change noted" },
    );
  return (
    <Card title="What changed" aside="Told to sales on their Home">
      <div className={styles.stack}>
        <LineEntry label="New change" placeholder="What changed, and what it means for a call" onAdd={add} />
        {notes.length > 0 && (
          <ul className={styles.notes} aria-label="Changes">
            {notes.map(({ id, notedOn, text, author }) => (
              <li key={id} className={styles.change}>
                <div className={styles.grow}>
                  <InlineEdit
                    label="Change"
                    value={text}
                    isRequired
                    isMultiline
                    onCommit={(next) => mutateField("programmeNote.update", { id, set: { text: next } })}
                  />
                  <div className={styles.signed}>
                    <SavedDate
                      label="Holds from"
                      isLabelHidden
                      isQuiet
                      value={notedOn}
                      onSave={(next) =>
                        next === null
                          ? Promise.resolve("A change has a day from which it holds.")
                          : mutateField("programmeNote.update", { id, set: { notedOn: next } })
                      }
                    />
                    {author !== "" && <span>{author}</span>}
                  </div>
                </div>
                <IconButton
                  isEdit
                  icon={Trash2}
                  label={`Delete the change: ${text}`}
                  onPress={() => deletion.ask({ kind: "programmeNote", id, name: "the change" })}
                />
              </li>
            ))}
          </ul>
        )}
        {deletion.notice}
      </div>
    </Card>
  );
}
