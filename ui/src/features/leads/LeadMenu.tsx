import { Braces, Ellipsis, Eraser, Table2 } from "lucide-react";
import { useMemo } from "react";
import type { Action } from "@/actions/action";
import { menuEntries } from "@/actions/menuEntries";
import { useActions } from "@/actions/registry";
import { useActionContext } from "@/actions/useActionContext";
import type { RecordFormat } from "@/bindings/RecordFormat";
import { IconButton } from "@/components/IconButton";
import { MenuButton } from "@/components/Menu";
import { save } from "@/rpc/save";

export interface LeadMenuProps {
  leadKey: number;
  /** What can be done about whether it speaks for us. */
  marking: readonly Action[];
  onErase: () => void;
}

/** What can be done about one lead: marked, all that is held on it saved, or erased. */
export function LeadMenu({ leadKey, marking, onErase }: LeadMenuProps) {
  const context = useActionContext();
  const [saving, erasing] = useMemo<[Action[], Action[]]>(() => {
    const shared = { group: "Lead", keywords: ["personal data", "privacy", "GDPR"] };
    const write = (format: RecordFormat) => void save("lead.export", { key: leadKey, format });
    return [
      [
        {
          ...shared,
          id: "lead.csv",
          label: "Save all that is held (CSV)…",
          icon: Table2,
          run: () => write("csv"),
        },
        {
          ...shared,
          id: "lead.json",
          label: "Save all that is held (JSON)…",
          icon: Braces,
          run: () => write("json"),
        },
      ],
      [
        {
          ...shared,
          id: "lead.erase",
          label: "Erase this lead…",
          icon: Eraser,
          isEdit: true,
          isDanger: true,
          run: onErase,
        },
      ],
    ];
  }, [leadKey, onErase]);
  useActions(useMemo(() => [...marking, ...saving, ...erasing], [marking, saving, erasing]));
  const groups = [
    { id: "mark", entries: menuEntries(marking, context()) },
    { id: "save", entries: menuEntries(saving, context()) },
    { id: "erase", entries: menuEntries(erasing, context()) },
  ];
  return (
    <MenuButton label="This lead" groups={groups} placement="bottom end">
      <IconButton icon={Ellipsis} look="secondary" label="More about this lead" />
    </MenuButton>
  );
}
