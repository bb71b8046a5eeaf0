import { ArrowLeft } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { Preset } from "@/bindings/Preset";
import type { Session } from "@/bindings/Session";
import { Button } from "@/components/Button";
import { TextField } from "@/components/TextField";
import { makeWorkspace } from "@/rpc/opening";
import { PresetChoice } from "./PresetChoice";
import styles from "./Start.module.css";

/** What comes first in the new workspace. */
export type Beginning = "import" | "empty";

export interface NewWorkspaceProps {
  beginning: Beginning;
  session: Session;
  go: (address: string) => void;
  onBack: () => void;
}

const TITLES: Readonly<Record<Beginning, string>> = {
  import: "A workspace for your content",
  empty: "An empty workspace",
};

function useNewWorkspace({ beginning, session, go }: NewWorkspaceProps) {
  const [company, setCompany] = useState("");
  const [member, setMember] = useState(session.userName);
  const [preset, setPreset] = useState<Preset>("default");
  const [isAsked, setAsked] = useState(false);
  const [isMaking, setMaking] = useState(false);
  const make = async () => {
    setAsked(true);
    if (company.trim() === "" || member.trim() === "" || isMaking) {
      return;
    }
    setMaking(true);
    if (await makeWorkspace({ name: company.trim(), member: member.trim(), preset })) {
      go(beginning === "import" ? "/import" : "/architecture");
    }
    setMaking(false);
  };
  return { company, setCompany, member, setMember, preset, setPreset, isAsked, isMaking, make };
}

/** The one small step before a new workspace: whose it is, who begins, which stages. */
export function NewWorkspace(props: NewWorkspaceProps) {
  const { beginning, session, onBack } = props;
  const form = useNewWorkspace(props);
  const missing = (text: string, say: string) => (form.isAsked && text.trim() === "" ? say : null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.make();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={TITLES[beginning]}>
      <h2 className={styles.formTitle}>{TITLES[beginning]}</h2>
      <div className={styles.fields}>
        <TextField
          label="Company or team"
          value={form.company}
          onChange={form.setCompany}
          error={missing(form.company, "Say whose content it is.")}
          isRequired
          autoFocus
        />
        <TextField
          label="Your name"
          value={form.member}
          onChange={form.setMember}
          error={missing(form.member, "Your answers and changes are signed with it.")}
          isRequired
        />
      </div>
      <PresetChoice value={form.preset} onChange={form.setPreset} />
      <p className={styles.where}>
        It is kept as one file in <span className="selectable">{session.folder}</span>, on this machine alone.
      </p>
      <div className={styles.formActions}>
        <Button look="quiet" icon={ArrowLeft} onPress={onBack}>
          Back
        </Button>
        <Button look="primary" type="submit" isDisabled={form.isMaking}>
          {beginning === "import" ? "Create and choose a list…" : "Create the workspace"}
        </Button>
      </div>
    </form>
  );
}
