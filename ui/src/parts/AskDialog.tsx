import { useState } from "react";
import type { Askable } from "@/bindings/Askable";
import { SaveDialog } from "@/components/SaveDialog";
import { Select } from "@/components/Select";
import { FailureState } from "@/errors/FailureState";
import { save } from "@/rpc/save";
import { useCall } from "@/rpc/useCall";
import { ROLE_WORDS } from "@/words/roles";
import styles from "./AskDialog.module.css";
import { sayNothingOpen, sayOpen } from "./askWords";

const choiceOf = ({ memberId, name, role }: Askable) => ({
  id: memberId,
  label: name,
  detail: ROLE_WORDS[role],
});

function Open({ asked }: { asked: Askable }) {
  const nothing = sayNothingOpen(asked);
  return (
    <p className={styles.open} role="status" data-nothing={nothing !== null || undefined}>
      {nothing ?? sayOpen(asked)}
    </p>
  );
}

/** Who is asked, how much there is to ask, and where the workbook goes. */
export function AskDialog({ onClose }: { onClose: () => void }) {
  const { data: people = [], error, refetch } = useCall("ask.people", {});
  const [chosen, setChosen] = useState<string | null>(null);
  const asked = people.find(({ memberId }) => memberId === chosen) ?? people[0];
  return (
    <SaveDialog
      size="small"
      onClose={onClose}
      title="Ask sales"
      text="The open checks and needs go to one person as a workbook. The filled copy comes back under Import, as that person's answers."
      verb="Save the workbook…"
      isDisabled={asked === undefined || sayNothingOpen(asked) !== null}
      onSave={async () => asked !== undefined && save("ask.write", { memberId: asked.memberId })}
    >
      <div className={styles.fields}>
        {error && <FailureState error={error} retry={() => void refetch()} />}
        {asked && (
          <>
            <Select
              label="Who is asked"
              choices={people.map(choiceOf)}
              value={asked.memberId}
              onChange={setChosen}
            />
            <Open asked={asked} />
          </>
        )}
        {asked && !people.some(({ role }) => role === "sales") && (
          <p className={styles.note}>
            Nobody on the team speaks for sales yet. Members is where you add somebody who does.
          </p>
        )}
      </div>
    </SaveDialog>
  );
}
