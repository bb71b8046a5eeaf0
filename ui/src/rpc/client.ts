// Reads stay fresh until a change says otherwise: there is no other writer than the calls made here,
// so nothing is fetched again by time, focus or reconnection.
import { QueryClient } from "@tanstack/react-query";
import type { EntityKind } from "@/bindings/EntityKind";

declare module "@tanstack/react-query" {
  interface Register {
    queryMeta: { kinds?: readonly EntityKind[] | undefined };
  }
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      retry: false,
      networkMode: "always",
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { retry: false, networkMode: "always" },
  },
});

/** A query without declared kinds depends on everything. */
export function dependsOn(
  declared: readonly EntityKind[] | undefined,
  changed: readonly EntityKind[],
): boolean {
  return declared === undefined || declared.some((kind) => changed.includes(kind));
}

export function invalidate(changed: readonly EntityKind[]): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: (query) => dependsOn(query.meta?.kinds, changed),
  });
}
