import { useEffect } from "react";
import { Choose } from "./Choose";
import { Done } from "./Done";
import { PreviewPage } from "./PreviewPage";
import { Reading } from "./Reading";
import { leave, lookAgain, useWork } from "./work";

/** Content in, in three steps: choose, see what would become of it, done. */
export function ImportView() {
  const work = useWork();
  useEffect(() => {
    void lookAgain();
    return leave;
  }, []);
  switch (work.step) {
    case "choose":
      return <Choose failure={work.failure} isAsking={work.isAsking} />;
    case "reading":
      return <Reading title={work.title} sent={work.sent} />;
    case "preview":
      return <PreviewPage work={work} />;
    case "done":
      return <Done title={work.title} imported={work.imported} />;
  }
}
