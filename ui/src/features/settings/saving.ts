import type { WorkspaceFields } from "@/bindings/WorkspaceFields";
import { mutateField } from "@/rpc/mutate";

export function saveWorkspace(set: Partial<WorkspaceFields>): Promise<string | null> {
  return mutateField("workspace.update", { set });
}
