import { FileInput } from "lucide-react";
import { useEffect } from "react";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { useIsReadOnly } from "@/rpc/session";
import { AnswersDone } from "./AnswersDone";
import { AnswersPage } from "./AnswersPage";
import { leaveAnswers, useAnswering } from "./answering";
import { Content } from "./Content";
import { Facts } from "./facts/Facts";
import { MergeDone } from "./MergeDone";
import { MergePage } from "./MergePage";
import { giveUp, useMerging } from "./merging";
import type { What } from "./search";

function NothingIn() {
  return (
    <Page title="Import" summary="Bring content, leads and deals in" isNarrow>
      <EmptyState
        icon={FileInput}
        title="Nothing can be imported here"
        text="This workspace can only be read; above is why, and what can be done about it."
      />
    </Page>
  );
}

export interface ImportingProps {
  what: What;
  onWhat: (what: What) => void;
}

/** What comes in: content, leads and deals, a copy that is merged back, somebody's answers. */
export function Importing({ what, onWhat }: ImportingProps) {
  const merging = useMerging();
  const answering = useAnswering();
  const isReadOnly = useIsReadOnly();
  useEffect(
    () => () => {
      giveUp();
      leaveAnswers();
    },
    [],
  );
  if (isReadOnly) {
    return <NothingIn />;
  }
  if (merging.step === "weigh") {
    return <MergePage work={merging} />;
  }
  if (merging.step === "merged") {
    return <MergeDone copy={merging.copy} merged={merging.merged} />;
  }
  if (answering.step === "hear") {
    return <AnswersPage work={answering} />;
  }
  if (answering.step === "taken") {
    return <AnswersDone file={answering.file} taken={answering.taken} />;
  }
  const isAsking = merging.isAsking || answering.isAsking;
  const Steps = what === "leads" ? Facts : Content;
  return <Steps isAsking={isAsking} onWhat={onWhat} />;
}
