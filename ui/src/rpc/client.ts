// Reads stay fresh until a change says otherwise: there is no other writer than the calls made here,
// so nothing is fetched again by time, focus or reconnection.
import { notifyManager, QueryClient } from "@tanstack/react-query";
import type { EntityKind } from "@/bindings/EntityKind";
import { nextFrame } from "@/components/frame";

declare module "@tanstack/react-query" {
  interface Register {
    queryMeta: { kinds?: readonly EntityKind[] | undefined; isFirst?: boolean | undefined };
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

/** Answers reach the views in a later turn than they reach the cache. */
export function untilOnShow(): Promise<void> {
  return new Promise((resolve) => notifyManager.schedule(resolve));
}

/**
 * Asks again for what a change touched and is on show: first what the eye is on (`isFirst`), then, once
 * that is painted (`onPainted`), the rest.
 */
export async function invalidate(changed: readonly EntityKind[], onPainted: () => void): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: (query) => dependsOn(query.meta?.kinds, changed),
    refetchType: "none",
  });
  const isStale = { type: "active", stale: true } as const;
  const hadFirst = queryClient
    .getQueryCache()
    .findAll(isStale)
    .some(({ meta }) => meta?.isFirst === true);
  if (hadFirst) {
    await queryClient.refetchQueries({ ...isStale, predicate: ({ meta }) => meta?.isFirst === true });
    await nextFrame();
  }
  onPainted();
  await queryClient.refetchQueries(isStale);
}
