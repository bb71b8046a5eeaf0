// The address of the SLA: which month is on show, and which version of the agreement.
import { setOf, textOf } from "@/actions/searchParams";

export interface SlaSearch {
  /** "2026-10"; the latest month unless set. */
  month?: string;
}

export interface AgreementSearch {
  /** Its id; the version in force unless set. */
  version?: string;
}

export function slaSearch({ month }: Record<string, unknown>): SlaSearch {
  const text = textOf(month);
  const isMonth = text !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
  return setOf<SlaSearch>({ month: isMonth ? text : undefined });
}

export function agreementSearch({ version }: Record<string, unknown>): AgreementSearch {
  return setOf<AgreementSearch>({ version: textOf(version) });
}
