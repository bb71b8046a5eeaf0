import { useEffect } from "react";
import { Choose } from "./Choose";
import { ChoosePage } from "./ChoosePage";
import { Done } from "./Done";
import { PreviewPage } from "./PreviewPage";
import { Reading } from "./Reading";
import type { What } from "./search";
import { leave, lookAgain, startOver, useWork } from "./work";

export interface StepsProps {
  /** Something else is being asked for. */
  isAsking: boolean;
  onWhat: (what: What) => void;
}

/** Content in, in three steps: choose, see what would become of it, done. */
export function Content({ isAsking, onWhat }: StepsProps) {
  const work = useWork();
  useEffect(() => {
    void lookAgain();
    return leave;
  }, []);
  switch (work.step) {
    case "choose":
      return (
        <ChoosePage what="content" onWhat={onWhat} failure={work.failure}>
          <Choose isAsking={work.isAsking || isAsking} />
        </ChoosePage>
      );
    case "reading":
      return <Reading title={work.title} sent={work.sent} onCancel={startOver} />;
    case "preview":
      return <PreviewPage work={work} />;
    case "done":
      return <Done title={work.title} imported={work.imported} />;
  }
}
