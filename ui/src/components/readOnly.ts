// Whether what is shown can be changed: whoever frames the views says so, once for all fields that save.
import { createContext, useContext } from "react";

export const ReadOnlyContext = createContext(false);

export function useFieldsAreReadOnly(): boolean {
  return useContext(ReadOnlyContext);
}
