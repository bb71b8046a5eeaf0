import { useEffect } from "react";
import { ChoosePage } from "../ChoosePage";
import type { StepsProps } from "../Content";
import { Reading } from "../Reading";
import { ChooseLeads } from "./ChooseLeads";
import { LeadsDone } from "./LeadsDone";
import { LeadsPreview } from "./LeadsPreview";
import { Running } from "./Running";
import { leave, lookAgain, startOver, useWork } from "./taking";

/** Leads in, in three steps: choose, see what each column is read as, done. */
export function Leads({ isAsking, onWhat }: StepsProps) {
  const work = useWork();
  useEffect(() => {
    void lookAgain();
    return leave;
  }, []);
  switch (work.step) {
    case "choose":
      return (
        <ChoosePage what="leads" onWhat={onWhat} failure={work.failure}>
          <ChooseLeads isAsking={work.isAsking || isAsking} />
        </ChoosePage>
      );
    case "reading":
      return <Reading title={work.title} sent={work.sent} onCancel={startOver} />;
    case "preview":
      return work.doing === "import" ? <Running title={work.title} /> : <LeadsPreview work={work} />;
    case "done":
      return <LeadsDone title={work.title} imported={work.imported} />;
  }
}
