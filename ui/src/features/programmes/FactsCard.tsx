import type { Programme } from "@/bindings/Programme";
import { Card } from "@/components/Card";
import { Fact, Facts, QUIET } from "@/components/Facts";
import { SavedTags } from "@/components/SavedTags";
import { SavedTextField } from "@/components/SavedTextField";
import { Select } from "@/components/Select";
import { ToggleChips } from "@/components/ToggleChips";
import { useDraft } from "@/components/useDraft";
import { useJourneys, usePersonas } from "@/rpc/lists";
import { capital } from "@/words/text";
import styles from "./Programmes.module.css";
import { saveProgramme } from "./saving";
import { CHANNELS, PHASES, STATE_CHOICES } from "./words";

const NONE = "none";
const PHASE_CHOICES = [
  { id: NONE, label: "All phases" },
  ...PHASES.map((id) => ({ id: id as string, label: capital(id) })),
];
const CHANNEL_CHIPS = CHANNELS.map((id) => ({ id, label: capital(id) }));

function For({ programme }: { programme: Programme }) {
  const personas = usePersonas().map(({ id, name }) => ({ id, label: name }));
  const picked = useDraft<readonly string[]>(programme.personaIds, (next) =>
    saveProgramme(programme.id, { personaIds: [...next] }),
  );
  return (
    <ToggleChips
      label="Personas it is for"
      chips={personas}
      value={picked.value}
      onChange={(next) => picked.change(next)}
    />
  );
}

function Way({ programme }: { programme: Programme }) {
  const picked = useDraft<readonly string[]>(programme.channels, (next) =>
    saveProgramme(programme.id, { channels: CHANNELS.filter((channel) => next.includes(channel)) }),
  );
  return (
    <ToggleChips
      label="Channels"
      chips={CHANNEL_CHIPS}
      value={picked.value}
      onChange={(next) => picked.change(next)}
    />
  );
}

function Where({ programme }: { programme: Programme }) {
  const journeys = [
    { id: NONE, label: "Any journey" },
    ...useJourneys().map(({ id, name }) => ({ id, label: name })),
  ];
  const save = (set: Parameters<typeof saveProgramme>[1]) => void saveProgramme(programme.id, set);
  return (
    <>
      <Fact label="Journey">
        <Select
          {...QUIET}
          label="Journey"
          choices={journeys}
          value={programme.journeyId ?? NONE}
          onChange={(id) => save({ journeyId: id === NONE ? null : id })}
        />
      </Fact>
      <Fact label="Phase">
        <Select
          {...QUIET}
          label="Phase"
          choices={PHASE_CHOICES}
          value={programme.phase ?? NONE}
          onChange={(id) => save({ phase: PHASES.find((phase) => phase === id) ?? null })}
        />
      </Fact>
    </>
  );
}

/** What is known of a programme. */
export function FactsCard({ programme }: { programme: Programme }) {
  const { id, state, owner, campaigns } = programme;
  return (
    <Card title="Facts">
      <Facts>
        <Fact label="State">
          <Select
            {...QUIET}
            label="State"
            choices={STATE_CHOICES}
            value={state}
            onChange={(next) => void saveProgramme(id, { state: next })}
          />
        </Fact>
        <Fact label="In charge">
          <SavedTextField
            {...QUIET}
            label="In charge"
            placeholder="Nobody yet"
            value={owner}
            onSave={(next) => saveProgramme(id, { owner: next })}
          />
        </Fact>
        <Where programme={programme} />
        <Fact label="For">
          <div className={styles.chips}>
            <For programme={programme} />
          </div>
        </Fact>
        <Fact label="Channels">
          <div className={styles.chips}>
            <Way programme={programme} />
          </div>
        </Fact>
        <Fact label="Campaigns">
          <SavedTags
            {...QUIET}
            label="Campaigns"
            value={campaigns}
            placeholder="By their names in other tools"
            onSave={(next) => saveProgramme(id, { campaigns: next })}
          />
        </Fact>
      </Facts>
    </Card>
  );
}
