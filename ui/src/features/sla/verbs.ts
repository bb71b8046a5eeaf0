// What can be done with the agreement, from its page and from the months: begin a version, save it to sign.
import { useNavigate } from "@tanstack/react-router";
import { Download, FilePen, FileText, Plus } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import type { Action } from "@/actions/action";
import { useActions } from "@/actions/registry";
import type { Agreement } from "@/bindings/Agreement";
import { today } from "@/components/today";
import { mutate } from "@/rpc/mutate";
import { save } from "@/rpc/save";
import { usualPaper } from "@/words/paper";
import { sayAgreement } from "@/words/sla";
import { useAgreements } from "./queries";
import { nextOf } from "./versions";

/** Makes the next version and opens it. */
function useBegin(): () => Promise<void> {
  const navigate = useNavigate();
  const versions = useAgreements();
  return async () => {
    const fields = nextOf(versions, today());
    const copied = versions.length > 0 ? ", a copy of the last one" : "";
    const made = await mutate(
      "agreement.create",
      { fields },
      { toast: ({ startsOn }) => `${sayAgreement(startsOn)} added${copied}` },
    );
    if (made !== null) {
      await navigate({ to: "/sla/agreement", search: { version: made.id } as never });
    }
  };
}

/** The first agreement, or its next version. */
export function useBeginAction(): Action {
  const isFirst = useAgreements().length === 0;
  const begin = useBegin();
  const latest = useRef(begin);
  useEffect(() => {
    latest.current = begin;
  });
  return useMemo(
    () => ({
      id: "agreement.new",
      label: isFirst ? "Write the agreement" : "New version",
      icon: isFirst ? FilePen : Plus,
      group: "SLA",
      shortcut: "N",
      isEdit: true,
      keywords: ["promise", "service level"],
      run: () => void latest.current(),
    }),
    [isFirst],
  );
}

/** From the months to the agreement they are held against. */
export const OPEN: Action = {
  id: "agreement.open",
  label: "Open the agreement",
  icon: FileText,
  group: "SLA",
  shortcut: "O",
  run: ({ go }) => go("/sla/agreement"),
};

/** A version on one page to sign, on paper or for a browser. */
export function useSaveActions(version: Agreement | undefined): readonly Action[] {
  const id = version?.id;
  const actions = useMemo<readonly Action[]>(() => {
    if (id === undefined) {
      return [];
    }
    const shared = { group: "SLA", icon: Download, keywords: ["export", "print", "agreement"] };
    return [
      {
        ...shared,
        id: "agreement.pdf",
        label: "Save to sign as PDF…",
        run: () => void save("export.agreement", { id, format: "pdf", paper: usualPaper() }),
      },
      {
        ...shared,
        id: "agreement.page",
        label: "Save to sign as a web page…",
        run: () => void save("export.agreement", { id, format: "html" }),
      },
    ];
  }, [id]);
  useActions(actions);
  return actions;
}
