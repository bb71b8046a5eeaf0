// Marking a lead as an advocate, wherever on its page that begins.
import { Megaphone, MegaphoneOff, PencilLine } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import type { Action } from "@/actions/action";
import type { LeadPage } from "@/bindings/LeadPage";
import { mutate } from "@/rpc/mutate";
import { nameOf } from "../name";
import { AdvocateDialog } from "./AdvocateDialog";

export interface Marking {
  actions: readonly Action[];
  dialog: ReactNode;
}

export function useAdvocate(lead: LeadPage): Marking {
  const [isAsked, setIsAsked] = useState(false);
  const { key, advocate } = lead;
  const name = nameOf(lead);
  const actions = useMemo<readonly Action[]>(() => {
    const shared = { group: "Lead", keywords: ["advocate", "reference", "referral"], isEdit: true };
    const ask = { ...shared, id: "lead.advocate", run: () => setIsAsked(true) };
    if (advocate === null) {
      return [{ ...ask, label: "Mark as an advocate…", icon: Megaphone }];
    }
    const takeOff = () =>
      void mutate("advocate.delete", { id: advocate.id }, { toast: `${name} is no advocate any more` });
    return [
      { ...ask, label: "Change the note on this advocate…", icon: PencilLine },
      {
        ...shared,
        id: "lead.advocate.delete",
        label: "Take the advocate mark off",
        icon: MegaphoneOff,
        run: takeOff,
      },
    ];
  }, [advocate, name]);
  const dialog = isAsked && (
    <AdvocateDialog leadKey={key} name={name} mark={advocate} onClose={() => setIsAsked(false)} />
  );
  return { actions, dialog };
}
