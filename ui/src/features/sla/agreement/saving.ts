// A version of the agreement is kept field by field. Some of its fields have parts, and go whole.
import { useEffect, useRef } from "react";
import type { Agreement } from "@/bindings/Agreement";
import type { AgreementFields } from "@/bindings/AgreementFields";
import { mutateField } from "@/rpc/mutate";

/** What is wrong with the fields, or null once they are kept. */
export function saveAgreement(id: string, set: Partial<AgreementFields>): Promise<string | null> {
  return mutateField("agreement.update", { id, set });
}

type Parted = "definitions" | "profile" | "marketing" | "sales" | "marketingQuota" | "salesQuota";

export type SavePart<P extends Parted> = (set: Partial<AgreementFields[P]>) => Promise<string | null>;

/** Keeps some parts of a field beside its others, also those that are still being written. */
export function usePart<P extends Parted>(agreement: Agreement, field: P): SavePart<P> {
  const saved: AgreementFields[P] = agreement[field];
  const latest = useRef(saved);
  const underWay = useRef(0);
  useEffect(() => {
    if (underWay.current === 0) {
      latest.current = saved;
    }
  }, [saved]);
  return async (set) => {
    const before = latest.current;
    const next = { ...before, ...set };
    latest.current = next;
    underWay.current += 1;
    const wrong = await saveAgreement(agreement.id, { [field]: next });
    underWay.current -= 1;
    if (wrong !== null && latest.current === next) {
      latest.current = before;
    }
    return wrong;
  };
}

/** For a number that a promise cannot be without. */
export function needed<T>(
  value: number | null,
  save: (value: number) => Promise<T | string | null>,
): Promise<T | string | null> {
  return value === null ? Promise.resolve("This promise takes a number.") : save(value);
}
