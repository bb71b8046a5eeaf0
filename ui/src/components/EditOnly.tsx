import type { ReactNode } from "react";
import { useFieldsAreReadOnly } from "./readOnly";

/** What serves only to change the plan: it is not there where that can only be read. */
export function EditOnly({ children }: { children: ReactNode }) {
  return useFieldsAreReadOnly() ? null : children;
}
