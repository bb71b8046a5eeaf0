import { getRouteApi } from "@tanstack/react-router";
import { Blocks, Plus } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import { ActionButton } from "@/actions/ActionButton";
import type { Action } from "@/actions/action";
import { useDeletion } from "@/actions/deletion";
import { useActions } from "@/actions/registry";
import type { Journey } from "@/bindings/Journey";
import type { Need } from "@/bindings/Need";
import type { Stage } from "@/bindings/Stage";
import { EmptyState } from "@/components/EmptyState";
import { LineEntry } from "@/components/LineEntry";
import { Page } from "@/components/Page";
import { RailLayout } from "@/components/RailLayout";
import { useJourneys, useNeeds, usePersonas, useStages } from "@/rpc/lists";
import { Journeys } from "./Journeys";
import { addStage, Line } from "./Line";
import { NeedRail } from "./NeedRail";
import { useShown, useStandings } from "./queries";
import { StageRail } from "./StageRail";
import styles from "./Stages.module.css";

const route = getRouteApi("/stages");

interface RailProps {
  journeyId: string;
  need?: Need;
  stage?: Stage;
  stages: readonly Stage[];
}

function Rail({ journeyId, need, stage, stages }: RailProps) {
  const navigate = route.useNavigate();
  const personas = usePersonas();
  const standing = useStandings(journeyId);
  const close = () => void navigate({ search: ({ stage: _, need: __, ...rest }) => rest });
  const deletion = useDeletion({ onDeleted: close });
  if (need !== undefined) {
    return (
      <NeedRail
        key={need.id}
        need={need}
        stages={stages}
        personas={personas}
        cells={standing(need.id).cells}
        deletion={deletion}
      />
    );
  }
  return stage && <StageRail key={stage.id} stage={stage} deletion={deletion} />;
}

function Summary({ needs, journey }: { needs: readonly Need[]; journey: Journey }) {
  const standing = useStandings(journey.id);
  const open = needs.filter(({ id }) => standing(id).status === "open");
  const must = open.filter(({ importance }) => importance === "must").length;
  return (
    <>
      {journey.name} · <strong>{needs.length}</strong> {needs.length === 1 ? "need" : "needs"} · {open.length}{" "}
      open{must > 0 && `, ${must} of them must`}
    </>
  );
}

function useAddStage(field: React.RefObject<HTMLInputElement | null>): Action {
  const add = useMemo<Action>(
    () => ({
      id: "stage.new",
      label: "New stage",
      icon: Plus,
      group: "Stages",
      shortcut: "N",
      isEdit: true,
      run: () => {
        field.current?.focus();
        field.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
      },
    }),
    [field],
  );
  useActions(useMemo(() => [add], [add]));
  return add;
}

/** The journey of the address, which a stage or a need brings with it. */
function useFollowJourney(journey: Journey | undefined): void {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isElsewhere =
    journey !== undefined &&
    (search.stage !== undefined || search.need !== undefined) &&
    search.journey !== journey.id;
  useEffect(() => {
    if (isElsewhere) {
      void navigate({ search: (old) => ({ ...old, journey: journey.id }), replace: true });
    }
  }, [isElsewhere, journey, navigate]);
}

export function StagesView() {
  const all = useStages();
  const needs = useNeeds();
  const journeys = useJourneys();
  const { journey, stage, need } = useShown();
  const navigate = route.useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const add = useAddStage(field);
  useFollowJourney(journey);
  if (journey === undefined) {
    return null;
  }
  const stages = all.filter(({ journeyId }) => journeyId === journey.id);
  const here = needs.filter(({ stageId }) => stages.some(({ id }) => id === stageId));
  const show = (what: { stage: string } | { need: string }) =>
    void navigate({ search: ({ stage: _, need: __, ...rest }) => ({ ...rest, ...what }) });
  const close = () => void navigate({ search: ({ stage: _, need: __, ...rest }) => rest });
  return (
    <RailLayout
      isOpen={stage !== undefined || need !== undefined}
      onClose={close}
      railLabel={need ? "Need" : "Stage"}
      rail={<Rail journeyId={journey.id} {...(need && { need })} {...(stage && { stage })} stages={stages} />}
    >
      <Page
        title="Stages & needs"
        summary={<Summary needs={here} journey={journey} />}
        actions={
          <>
            <Journeys
              journeys={journeys}
              shown={journey}
              onShow={(id) => void navigate({ search: { journey: id } })}
            />
            <ActionButton action={add} look="primary" />
          </>
        }
      >
        {stages.length > 0 ? (
          <Line
            journeyId={journey.id}
            stages={stages}
            needs={here}
            shownStage={stage?.id}
            shownNeed={need?.id}
            onOpen={show}
            entryRef={field}
          />
        ) : (
          <EmptyState
            icon={Blocks}
            title="Which steps does a deal take?"
            text="A stage is a step from the first inquiry to the signature: who owns it, and what is true when a deal may leave it. Each becomes a column of the architecture. Type the first one's name."
            action={
              <div className={styles.entry}>
                <LineEntry
                  ref={field}
                  label="Name of the new stage"
                  placeholder="New stage, such as Inquiry"
                  onAdd={(name) => addStage(journey.id, stages, name)}
                />
              </div>
            }
          />
        )}
      </Page>
    </RailLayout>
  );
}
