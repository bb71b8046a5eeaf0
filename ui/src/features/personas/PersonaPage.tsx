import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Trash2, UserX } from "lucide-react";
import { useDeletion } from "@/actions/deletion";
import type { Persona } from "@/bindings/Persona";
import { Back } from "@/components/Back";
import { Button } from "@/components/Button";
import { Gone } from "@/components/Gone";
import { InlineEdit } from "@/components/InlineEdit";
import { Page } from "@/components/Page";
import { useInsights, useInterviews, usePersonas, useTriggers } from "@/rpc/lists";
import { CoverageLine } from "./CoverageLine";
import { EvidenceCard } from "./EvidenceCard";
import { FactsCard, savePersona } from "./FactsCard";
import { InsightsCard } from "./InsightsCard";
import { LeadsCard } from "./LeadsCard";
import { PathCard } from "./PathCard";
import styles from "./PersonaPage.module.css";
import { useMap, usePath, useUnanswered } from "./queries";
import { TriggersCard } from "./TriggersCard";

const route = getRouteApi("/personas/$personaId");

function Known({ persona }: { persona: Persona }) {
  const navigate = useNavigate();
  const map = useMap();
  const path = usePath(persona.id);
  const triggers = useTriggers();
  const unanswered = useUnanswered();
  const interviews = useInterviews();
  const insights = useInsights();
  const deletion = useDeletion({ onDeleted: () => void navigate({ to: "/personas" }) });
  const open = triggers.filter(({ id }) => unanswered.get(id)?.includes(persona.id));
  const title = (
    <InlineEdit
      label="Name"
      value={persona.name}
      look="title"
      isRequired
      onCommit={(name) => savePersona(persona.id, { name })}
    />
  );
  const remove = (
    <Button
      isEdit
      look="quiet"
      icon={Trash2}
      onPress={() => deletion.ask({ kind: "persona", id: persona.id, name: persona.name })}
    >
      Delete
    </Button>
  );
  return (
    <Page title={title} summary={<Back to="/personas" label="Personas" />} actions={remove}>
      {deletion.notice}
      <CoverageLine personaId={persona.id} map={map} unanswered={open.map(({ name }) => name)} />
      <PathCard path={path} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <FactsCard persona={persona} />
          <LeadsCard personaId={persona.id} />
        </div>
        <div className={styles.column}>
          <TriggersCard persona={persona} triggers={triggers} unanswered={open.map(({ id }) => id)} />
          <EvidenceCard persona={persona} interviews={interviews} />
          <InsightsCard persona={persona} insights={insights} />
        </div>
      </div>
    </Page>
  );
}

export function PersonaPage() {
  const { personaId } = route.useParams();
  const persona = usePersonas().find(({ id }) => id === personaId);
  return persona ? (
    <Known key={persona.id} persona={persona} />
  ) : (
    <Gone what="persona" icon={UserX} to="/personas" all="Personas" />
  );
}
