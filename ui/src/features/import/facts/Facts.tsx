import { useEffect } from "react";
import { ChoosePage } from "../ChoosePage";
import type { StepsProps } from "../Content";
import { Reading } from "../Reading";
import { ChooseFacts } from "./ChooseFacts";
import { FactsDone } from "./FactsDone";
import { FactsPreview } from "./FactsPreview";
import { Running } from "./Running";
import { leave, lookAgain, startOver, useWork } from "./taking";

/** Facts in, in three steps: choose, see what each column is read as, done. */
export function Facts({ isAsking, onWhat }: StepsProps) {
  const work = useWork();
  useEffect(() => {
    void lookAgain();
    return leave;
  }, []);
  switch (work.step) {
    case "choose":
      return (
        <ChoosePage what="leads" onWhat={onWhat} failure={work.failure}>
          <ChooseFacts isAsking={work.isAsking || isAsking} />
        </ChoosePage>
      );
    case "reading":
      return <Reading title={work.title} sent={work.sent} onCancel={startOver} />;
    case "preview":
      return work.doing === "import" ? (
        <Running title={work.title} kind={work.preview.kind} />
      ) : (
        <FactsPreview work={work} />
      );
    case "done":
      return <FactsDone title={work.title} imported={work.imported} />;
  }
}
