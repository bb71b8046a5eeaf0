import { getRouteApi } from "@tanstack/react-router";
import { ActionButton } from "@/actions/ActionButton";
import type { Questions } from "@/bindings/Questions";
import { EditOnly } from "@/components/EditOnly";
import { KeepsWorking } from "@/components/KeepsWorking";
import { Page } from "@/components/Page";
import { FailureState } from "@/errors/FailureState";
import { LOCALE } from "@/locale";
import { ASK } from "@/parts/asking";
import { SIDE_WORDS } from "@/words/plan";
import { Disagreements } from "./Disagreements";
import { AnsweringAs, Filters } from "./Filters";
import { Groups } from "./Groups";
import { OneByOne, type OneByOneProps } from "./OneByOne";
import { useDisagreements, usePlan, useQueue, useVoice, type Voice } from "./queries";
import type { CheckSearch } from "./search";

const route = getRouteApi("/check");

function Summary({ queue, voice }: { queue: Questions; voice: Voice }) {
  return (
    <>
      <strong>{queue.total.toLocaleString(LOCALE)}</strong> to answer for{" "}
      <strong>{SIDE_WORDS[voice.side].toLowerCase()}</strong>
      {queue.total > 0 && ", unchecked first"}
    </>
  );
}

function DisagreementCount() {
  const { data } = useDisagreements();
  if (data === undefined) {
    return null;
  }
  const differ = data.filter(({ check }) => check.disagreement).length;
  const against = data.filter(({ againstVerdict }) => againstVerdict).length;
  return (
    <>
      <strong>{differ.toLocaleString(LOCALE)}</strong> where marketing and sales differ
      {against > 0 && `, ${against.toLocaleString(LOCALE)} where visits speak against the verdict`}
    </>
  );
}

function sittingOf({ persona, stage, ask }: CheckSearch, voice: Voice): string {
  return [persona, stage, ask, voice.member?.id].join(" ");
}

function Body({ queue, isStale, ...asking }: OneByOneProps) {
  switch (asking.search.way ?? "one") {
    case "one":
      return (
        <OneByOne key={sittingOf(asking.search, asking.voice)} queue={queue} isStale={isStale} {...asking} />
      );
    case "groups":
      return <Groups {...asking} />;
    case "differ":
      return <Disagreements {...asking} />;
  }
}

/** The deal check, one placement at a time, by group, or where the sides disagree. */
export function CheckView() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const plan = usePlan();
  const voice = useVoice(search.member);
  const { data: queue, isPlaceholderData, error, refetch } = useQueue(search);
  if (error) {
    return <FailureState level={1} error={error} retry={() => void refetch()} />;
  }
  const change = (changed: object) =>
    void navigate({ search: (known) => ({ ...known, ...changed }), replace: true });
  return (
    <Page
      title="Deal check"
      summary={
        search.way === "differ" ? <DisagreementCount /> : queue && <Summary queue={queue} voice={voice} />
      }
      actions={
        <>
          {voice.members.length > 1 && (
            <EditOnly>
              <AnsweringAs onChange={change} voice={voice} />
            </EditOnly>
          )}
          <ActionButton action={ASK} />
        </>
      }
      toolbar={
        <KeepsWorking>
          <Filters search={search} onChange={change} plan={plan} />
        </KeepsWorking>
      }
    >
      {queue && <Body queue={queue} isStale={isPlaceholderData} plan={plan} voice={voice} search={search} />}
    </Page>
  );
}
