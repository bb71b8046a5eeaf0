import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import type { AssetFields } from "@/bindings/AssetFields";
import type { Status } from "@/bindings/Status";
import { Button } from "@/components/Button";
import { ComboBox } from "@/components/ComboBox";
import { Dialog } from "@/components/Dialog";
import { Select } from "@/components/Select";
import { TagField } from "@/components/TagField";
import { TextField } from "@/components/TextField";
import { useFacets, useFormats } from "@/rpc/lists";
import { useMutate } from "@/rpc/mutate";
import { STATUSES } from "@/words/plan";
import { capital } from "@/words/text";
import styles from "./NewAsset.module.css";
import { useFormatChoices } from "./queries";

type Draft = Pick<AssetFields, "title" | "url" | "formatId" | "status" | "owner" | "themes">;

const EMPTY: Draft = { title: "", url: "", formatId: null, status: "idea", owner: "", themes: [] };
const STATUS_CHOICES = STATUSES.map((id) => ({ id, label: capital(id) }));

/** A new asset: its title is enough; its page holds the rest. */
export function NewAsset({ onClose }: { onClose: () => void }) {
  const [draft, setDraft] = useState(EMPTY);
  const formId = useId();
  const navigate = useNavigate();
  const formats = useFormats();
  const create = useMutate("asset.create", {
    toast: ({ title }) => `${title} added`,
    isSaidAtField: true,
  });
  const set = (part: Partial<Draft>) => {
    create.reset();
    setDraft((old) => ({ ...old, ...part }));
  };
  const add = async (isNext: boolean) => {
    // A piece is usually for what its format is for.
    const format = formats.find(({ id }) => id === draft.formatId);
    const usual = format && {
      purpose: format.purpose,
      interactive: format.interactive,
      visual: format.visual,
    };
    const made = await create.run({ fields: { ...draft, ...usual } });
    if (made === null) {
      return;
    }
    if (isNext) {
      setDraft({ ...EMPTY, formatId: draft.formatId, status: draft.status, owner: draft.owner });
      document.getElementById(formId)?.querySelector("input")?.focus();
    } else {
      onClose();
      await navigate({ to: "/assets/$assetId", params: { assetId: made.id } });
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void add(false);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="New asset"
      actions={
        <>
          <Button isDisabled={create.isPending} onPress={() => void add(true)}>
            Add and go on
          </Button>
          <Button look="primary" type="submit" form={formId} isPending={create.isPending}>
            Add and open
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={onSubmit}>
        <Fields draft={draft} set={set} wrong={create.failure} />
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  draft: Draft;
  set: (part: Partial<Draft>) => void;
  wrong: { field: string | null; message: string } | null;
}

function Fields({ draft, set, wrong }: FieldsProps) {
  const facets = useFacets();
  const formats = useFormatChoices();
  const said = (field: keyof Draft) => (wrong?.field === field ? wrong.message : null);
  return (
    <>
      <TextField
        label="Title"
        autoFocus
        isRequired
        value={draft.title}
        error={said("title")}
        onChange={(title) => set({ title })}
      />
      <div className={styles.pair}>
        <ComboBox
          label="Format"
          placeholder="Any"
          choices={formats}
          value={draft.formatId}
          onChange={(formatId) => set({ formatId })}
        />
        <Select
          label="Status"
          choices={STATUS_CHOICES}
          value={draft.status}
          onChange={(status: Status) => set({ status })}
        />
      </div>
      <TextField
        label="Address or file"
        placeholder="https://"
        value={draft.url}
        error={said("url")}
        onChange={(url) => set({ url })}
      />
      <div className={styles.pair}>
        <TextField
          label="Owner"
          value={draft.owner}
          error={said("owner")}
          onChange={(owner) => set({ owner })}
        />
        <TagField
          label="Themes"
          value={draft.themes}
          known={facets.themes.map(({ value }) => value)}
          onChange={(themes) => set({ themes })}
        />
      </div>
      {wrong !== null && wrong.field === null && (
        <p role="alert" className={styles.wrong}>
          {wrong.message}
        </p>
      )}
    </>
  );
}
