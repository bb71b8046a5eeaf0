import type { ProgrammeFields } from "@/bindings/ProgrammeFields";
import { mutateField } from "@/rpc/mutate";

/** What is wrong with the fields, or null once they are kept. */
export function saveProgramme(id: string, set: Partial<ProgrammeFields>): Promise<string | null> {
  return mutateField("programme.update", { id, set });
}
