// Whether what is shown can be changed: whoever frames the views says so, once for all that saves. What
// only looks elsewhere, as a filter does, stands in a KeepsWorking.
import { createContext, useContext } from "react";

export const ReadOnlyContext = createContext(false);

export function useFieldsAreReadOnly(): boolean {
  return useContext(ReadOnlyContext);
}
