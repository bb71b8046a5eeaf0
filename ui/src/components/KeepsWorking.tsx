import type { ReactNode } from "react";
import { ReadOnlyContext } from "./readOnly";

/** Fields that keep nothing in the plan, such as filters: they work also where it can only be read. */
export function KeepsWorking({ children }: { children: ReactNode }) {
  return <ReadOnlyContext value={false}>{children}</ReadOnlyContext>;
}
