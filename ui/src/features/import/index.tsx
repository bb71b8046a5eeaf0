import { FileInput } from "lucide-react";
import { useEffect } from "react";
import { EmptyState } from "@/components/EmptyState";
import { Page } from "@/components/Page";
import { useIsReadOnly } from "@/rpc/session";
import { AnswersDone } from "./AnswersDone";
import { AnswersPage } from "./AnswersPage";
import { leaveAnswers, useAnswering } from "./answering";
import { Choose } from "./Choose";
import { Done } from "./Done";
import { MergeDone } from "./MergeDone";
import { MergePage } from "./MergePage";
import { giveUp, useMerging } from "./merging";
import { PreviewPage } from "./PreviewPage";
import { Reading } from "./Reading";
import { leave, lookAgain, useWork } from "./work";

function NothingIn() {
  return (
    <Page title="Import" summary="Bring your content in" isNarrow>
      <EmptyState
        icon={FileInput}
        title="Nothing can be imported here"
        text="This workspace can only be read; above is why, and what can be done about it."
      />
    </Page>
  );
}

/** Content in, in three steps: choose, see what would become of it, done. */
export function ImportView() {
  const work = useWork();
  const merging = useMerging();
  const answering = useAnswering();
  useEffect(() => {
    void lookAgain();
    return () => {
      leave();
      giveUp();
      leaveAnswers();
    };
  }, []);
  const isReadOnly = useIsReadOnly();
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
  switch (work.step) {
    case "choose":
      return (
        <Choose failure={work.failure} isAsking={work.isAsking || merging.isAsking || answering.isAsking} />
      );
    case "reading":
      return <Reading title={work.title} sent={work.sent} />;
    case "preview":
      return <PreviewPage work={work} />;
    case "done":
      return <Done title={work.title} imported={work.imported} />;
  }
}
