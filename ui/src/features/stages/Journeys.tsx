import { ChevronDown, Trash2 } from "lucide-react";
import { useDeletion } from "@/actions/deletion";
import type { Journey } from "@/bindings/Journey";
import type { PresetInfo } from "@/bindings/PresetInfo";
import { Button } from "@/components/Button";
import { EditOnly } from "@/components/EditOnly";
import { IconButton } from "@/components/IconButton";
import { InlineEdit } from "@/components/InlineEdit";
import { Popover } from "@/components/Popover";
import { Grip, useSortable } from "@/components/Sortable";
import { usePresets } from "@/rpc/lists";
import { mutate, mutateField } from "@/rpc/mutate";
import { PRESET_WORDS } from "@/words/presets";
import styles from "./Journeys.module.css";
import { freeName } from "./presets";

export interface JourneysProps {
  journeys: readonly Journey[];
  shown: Journey;
  onShow: (id: string) => void;
}

function Known({ journeys, shown, onShow }: JourneysProps) {
  const next = journeys.find(({ id }) => id !== shown.id);
  const deletion = useDeletion({
    onDeleted: ({ id }) => id === shown.id && next !== undefined && onShow(next.id),
  });
  const sortable = useSortable({
    axis: "y",
    items: journeys,
    onReorder: (ids) => void mutate("journey.reorder", { ids }, { toast: "Journeys reordered" }),
  });
  return (
    <>
      <ul className={styles.journeys} aria-label="Journeys">
        {journeys.map((journey) => (
          <li key={journey.id} className={styles.journey} {...sortable.itemProps(journey.id)}>
            <Grip {...sortable.gripProps(journey.id)} />
            <div className={styles.name}>
              <InlineEdit
                label="Journey"
                value={journey.name}
                isRequired
                onCommit={(name) => mutateField("journey.update", { id: journey.id, set: { name } })}
              />
            </div>
            {journey.id === shown.id ? (
              <span className={styles.shown}>on show</span>
            ) : (
              <Button look="quiet" onPress={() => onShow(journey.id)}>
                Show
              </Button>
            )}
            <IconButton
              isEdit
              icon={Trash2}
              label={`Delete ${journey.name}`}
              onPress={() => deletion.ask({ kind: "journey", id: journey.id, name: journey.name })}
            />
          </li>
        ))}
      </ul>
      {deletion.notice}
    </>
  );
}

/** Rename, order, delete and add journeys, in place. */
export function Journeys(props: JourneysProps) {
  const { journeys, onShow } = props;
  const presets = usePresets();
  const add = async ({ preset, journey }: PresetInfo) => {
    const name = freeName(
      journey,
      journeys.map((other) => other.name),
    );
    const added = await mutate("journey.add", { preset, name }, { toast: `${name} added` });
    if (added !== null) {
      onShow(added.id);
    }
  };
  return (
    <Popover
      label="Journeys"
      trigger={
        <Button>
          Journeys
          <ChevronDown aria-hidden />
        </Button>
      }
    >
      {(close) => (
        <div className={styles.panel}>
          <Known {...props} />
          <EditOnly>
            <h2 className={styles.heading}>Add a journey</h2>
            <ul className={styles.presets} aria-label="Presets">
              {presets.map((info) => (
                <li key={info.preset}>
                  <button
                    type="button"
                    className={styles.preset}
                    onClick={() => {
                      close();
                      void add(info);
                    }}
                  >
                    <span className={styles.presetName}>{PRESET_WORDS[info.preset]}</span>
                    <span className={styles.stages}>
                      {info.stages.length === 0 ? "No stages yet" : info.stages.join(" → ")}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </EditOnly>
        </div>
      )}
    </Popover>
  );
}
