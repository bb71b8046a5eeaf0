import { Download } from "lucide-react";
import type { Action } from "@/actions/action";
import { menuEntries } from "@/actions/menuEntries";
import { useActionContext } from "@/actions/useActionContext";
import { Button, type ButtonLook } from "@/components/Button";
import { MenuButton } from "@/components/Menu";

export interface SaveToSignProps {
  actions: readonly Action[];
  look?: ButtonLook;
}

/** The agreement on one page, on paper or for a browser. */
export function SaveToSign({ actions, look = "secondary" }: SaveToSignProps) {
  const context = useActionContext();
  return (
    <MenuButton
      label="Save to sign"
      placement="bottom end"
      groups={[{ id: "as", entries: menuEntries(actions, context()) }]}
    >
      <Button icon={Download} look={look}>
        Save to sign…
      </Button>
    </MenuButton>
  );
}
