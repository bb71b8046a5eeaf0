import { getRouteApi } from "@tanstack/react-router";
import { Blocks, Plus } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import { ActionButton } from "@/actions/ActionButton";
import type { Action } from "@/actions/action";
import { useActions } from "@/actions/registry";
import { searchOver } from "@/actions/searchParams";
import type { Journey } from "@/bindings/Journey";
import type { Member } from "@/bindings/Member";
import type { Need } from "@/bindings/Need";
import type { Stage } from "@/bindings/Stage";
import { EmptyState } from "@/components/EmptyState";
import { LineEntry } from "@/components/LineEntry";
import { Page } from "@/components/Page";
import { RailLayout } from "@/components/RailLayout";
import { ASK } from "@/parts/asking";
import { useJourneys, useNeeds, usePersonas, useStages } from "@/rpc/lists";
import { useSession } from "@/rpc/session";
import { Dialogue } from "./Dialogue";
import { Journeys } from "./Journeys";
import { addStage, Line, type LineProps } from "./Line";
import { speakerOf, useShown, useStandings } from "./queries";
import { ShownRail } from "./ShownRail";
import styles from "./Stages.module.css";
import type { StagesSearch } from "./search";
import { type Change, Toolbar } from "./Toolbar";
import { isWanted } from "./wanted";

const route = getRouteApi("/stages");

interface SummaryProps {
  needs: readonly Need[];
  wanted: readonly Need[];
  journey: Journey;
}

/** "New business · 28 needs · 15 open, 9 of them must", or how many of them a filter leaves. */
function Summary({ needs, wanted, journey }: SummaryProps) {
  const standing = useStandings(journey.id);
  const open = wanted.filter(({ id }) => standing(id).status === "open");
  const must = open.filter(({ importance }) => importance === "must").length;
  const count = wanted.length === needs.length ? "" : `${wanted.length} of `;
  return (
    <>
      {journey.name} · {count}
      <strong>{needs.length}</strong> {needs.length === 1 ? "need" : "needs"} · {open.length} open
      {must > 0 && `, ${must} of them must`}
    </>
  );
}

/** Offered where the stages are: the dialogue has no entry for one. */
function useAddStage(field: React.RefObject<HTMLInputElement | null>, isOffered: boolean): Action {
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
  useActions(useMemo(() => (isOffered ? [add] : []), [add, isOffered]));
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

const NO_MEMBERS: readonly Member[] = [];

/** The needs of a journey, and those of them that the address wants. */
function useWanted(journeyId: string, stages: readonly Stage[], search: StagesSearch) {
  const needs = useNeeds();
  const standing = useStandings(journeyId);
  return useMemo(() => {
    const here = needs.filter(({ stageId }) => stages.some(({ id }) => id === stageId));
    const isFree = search.way === "dialogue";
    const wanted = here.filter((need) => isFree || isWanted(need, standing(need.id).status, search));
    return { here, wanted };
  }, [needs, stages, standing, search]);
}

export function StagesView() {
  const { journey, stage, need } = useShown();
  useFollowJourney(journey);
  return journey && <JourneyView journey={journey} {...(stage && { stage })} {...(need && { need })} />;
}

interface JourneyViewProps {
  journey: Journey;
  stage?: Stage;
  need?: Need;
}

function JourneyView({ journey, stage, need }: JourneyViewProps) {
  const all = useStages();
  const personas = usePersonas();
  const team = useSession()?.open?.members ?? NO_MEMBERS;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const isDialogue = search.way === "dialogue";
  const add = useAddStage(field, !isDialogue);
  const stages = useMemo(() => all.filter(({ journeyId }) => journeyId === journey.id), [all, journey.id]);
  const { here, wanted } = useWanted(journey.id, stages, search);
  const change: Change = (part) => void navigate({ search: (old) => searchOver(old, part) as never });
  const show = (what: { stage: string } | { need: string }) =>
    change({ stage: undefined, need: undefined, ...what });
  const close = () => change({ stage: undefined, need: undefined });
  const speaker = speakerOf(search, personas);
  return (
    <RailLayout
      isOpen={stage !== undefined || need !== undefined}
      onClose={close}
      railLabel={need ? "Need" : "Stage"}
      rail={
        <ShownRail
          journeyId={journey.id}
          {...(need && { need })}
          {...(stage && { stage })}
          stages={stages}
          onClose={close}
        />
      }
    >
      <Page
        title="Stages & needs"
        summary={<Summary needs={here} wanted={wanted} journey={journey} />}
        actions={
          <>
            <Journeys
              journeys={useJourneys()}
              shown={journey}
              onShow={(id) => void navigate({ search: { journey: id } })}
            />
            <ActionButton action={ASK} />
            {!isDialogue && <ActionButton action={add} look="primary" />}
          </>
        }
        toolbar={
          stages.length > 0 && (
            <Toolbar search={search} change={change} personas={personas} members={team} speaker={speaker} />
          )
        }
      >
        {isDialogue ? (
          <Dialogue
            persona={speaker}
            journeyId={journey.id}
            stages={stages}
            onOpen={(id) => show({ need: id })}
          />
        ) : (
          <Stages
            journeyId={journey.id}
            stages={stages}
            needs={wanted}
            shownStage={stage?.id}
            shownNeed={need?.id}
            onOpen={show}
            entryRef={field}
          />
        )}
      </Page>
    </RailLayout>
  );
}

/** The line of stages, or where it begins. */
function Stages(props: LineProps) {
  const { journeyId, stages, entryRef } = props;
  if (stages.length > 0) {
    return <Line {...props} />;
  }
  return (
    <EmptyState
      icon={Blocks}
      title="Which steps does a deal take?"
      text="A stage is a step from the first inquiry to the signature: who owns it, and what is true when a deal may leave it. Each becomes a column of the architecture. Type the first one's name."
      action={
        <div className={styles.entry}>
          <LineEntry
            ref={entryRef}
            label="Name of the new stage"
            placeholder="New stage, such as Inquiry"
            onAdd={(name) => addStage(journeyId, stages, name)}
          />
        </div>
      }
    />
  );
}
