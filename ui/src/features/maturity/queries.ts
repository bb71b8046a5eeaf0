// What the view of maturity reads.
import { useSuspenseQuery } from "@tanstack/react-query";
import type { Maturity } from "@/bindings/Maturity";
import * as lists from "@/rpc/lists";
import { read } from "@/rpc/useCall";

const maturity = read("maturity.get", {});

export async function loadMaturity(): Promise<void> {
  await lists.load(maturity);
}

export function useMaturity(): Maturity {
  return useSuspenseQuery(maturity).data;
}
