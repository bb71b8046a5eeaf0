import { getRouteApi } from "@tanstack/react-router";
import { BookOpen, Download } from "lucide-react";
import { useMemo } from "react";
import { ActionButton } from "@/actions/ActionButton";
import type { Action } from "@/actions/action";
import { useActions } from "@/actions/registry";
import { searchOver } from "@/actions/searchParams";
import type { PlaybookPersona } from "@/bindings/PlaybookPersona";
import type { PlaybookStage } from "@/bindings/PlaybookStage";
import { AnyOf } from "@/components/AnyOf";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { LOCALE } from "@/locale";
import { usePersonas } from "@/rpc/lists";
import { save } from "@/rpc/save";
import { usualPaper } from "@/words/paper";
import { countOf, personasOf, stageOf } from "./chosen";
import { PersonaPlay } from "./PersonaPlay";
import styles from "./Playbook.module.css";
import { usePlaybook } from "./queries";
import { StageList } from "./StageList";

const route = getRouteApi("/playbook");

const NOTHING =
  "Content stands here once it is live at a stage and sales or marketing say in the deal check that it moves the deal: with its takeaways, and the questions and objections it answers.";

function useSaving({ journeyId }: { journeyId?: string }) {
  const actions = useMemo(() => {
    const of = journeyId === undefined ? {} : { journeyId };
    const shared = { group: "Playbook", icon: Download };
    const page: Action = {
      ...shared,
      id: "playbook.page",
      label: "Save as a page…",
      keywords: ["export", "html", "share"],
      run: () => void save("export.playbook", { ...of, format: "html" }),
    };
    const paper: Action = {
      ...shared,
      id: "playbook.pdf",
      label: "Save as PDF…",
      keywords: ["export", "print", "document"],
      run: () => void save("export.playbook", { ...of, format: "pdf", paper: usualPaper() }),
    };
    return { page, paper };
  }, [journeyId]);
  useActions(useMemo(() => [actions.page, actions.paper], [actions]));
  return actions;
}

interface StagePlayProps {
  stage: PlaybookStage;
  personas: readonly PlaybookPersona[];
}

function StagePlay({ stage, personas }: StagePlayProps) {
  return (
    <div className={styles.stage}>
      <header>
        <h2 className={styles.stageTitle}>{stage.name}</h2>
        {stage.exitCriterion !== "" && (
          <p className={styles.exit}>
            <span className={styles.when}>A deal leaves it when:</span> {stage.exitCriterion}
          </p>
        )}
      </header>
      {personas.length === 0 && <p className={styles.quiet}>Nothing is known to use or to say here yet.</p>}
      {personas.map((persona) => (
        <PersonaPlay key={persona.personaId} persona={persona} />
      ))}
    </div>
  );
}

/** What a rep opens before a call. */
export function PlaybookView() {
  const { stages, request } = usePlaybook();
  const team = usePersonas();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const saving = useSaving(request);
  const shown = stageOf(stages, search);
  const total = stages.reduce((sum, stage) => sum + countOf(stage.personas), 0);
  const isEmpty = stages.every(({ personas }) => personas.length === 0);
  const pick = (persona: string | undefined) =>
    void navigate({ search: (old) => searchOver(old, { persona }) as never, replace: true });
  return (
    <Page
      title="Playbook"
      summary={
        <>
          <strong>{total.toLocaleString(LOCALE)}</strong> {total === 1 ? "piece moves" : "pieces move"} the
          deal, stage by stage
        </>
      }
      actions={
        <>
          <ActionButton action={saving.page} />
          <ActionButton action={saving.paper} />
        </>
      }
      toolbar={
        !isEmpty && (
          <AnyOf
            label="Persona"
            any="Any persona"
            choices={team.map(({ id, name }) => ({ id, label: name }))}
            value={search.persona}
            onChange={pick}
          />
        )
      }
    >
      {isEmpty || shown === undefined ? (
        <EmptyState
          icon={BookOpen}
          title="What can a rep use in a call?"
          text={NOTHING}
          action={<Button onPress={() => void navigate({ to: "/check" })}>Go to the deal check</Button>}
        />
      ) : (
        <div className={styles.playbook}>
          <StageList stages={stages} shown={shown} search={search} />
          <StagePlay stage={shown} personas={personasOf(shown, search)} />
        </div>
      )}
    </Page>
  );
}
