import type { WorkspaceFields } from "@/bindings/WorkspaceFields";
import { mutateField } from "@/rpc/mutate";
import { useCall } from "@/rpc/useCall";

export function useWorkspace() {
  return useCall("workspace.get", {}, { kinds: ["workspace"] });
}

export function useFormats() {
  return useCall("format.list", {}, { kinds: ["format"] }).data ?? [];
}

export function saveWorkspace(set: Partial<WorkspaceFields>): Promise<string | null> {
  return mutateField("workspace.update", { set });
}
