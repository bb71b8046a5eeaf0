// What all views stand in: the frame, and what addresses share.
import { createRootRoute, retainSearchParams } from "@tanstack/react-router";
import { checkedBy } from "@/actions/searchParams";
import { enteredNow, openNow } from "@/rpc/session";
import { Frame } from "./Frame";
import { NotFound } from "./NotFound";
import { ViewFailure } from "./ViewFailure";

export interface FrameSearch {
  /** The journey on show; the first one where it is left out. */
  journey?: string;
}

/** What addresses share. */
const SHARED = ["journey"] as const satisfies readonly (keyof FrameSearch)[];

/** What a view takes from an address, and nothing else. */
export function reads<C extends (search: Record<string, unknown>) => object>(check: C): C {
  return checkedBy(check, SHARED) as C;
}

export const rootRoute = createRootRoute({
  loader: enteredNow,
  component: Frame,
  notFoundComponent: NotFound,
  errorComponent: ViewFailure,
  validateSearch: (search: Record<string, unknown>): FrameSearch =>
    typeof search.journey === "string" ? { journey: search.journey } : {},
  search: { middlewares: [retainSearchParams([...SHARED])] },
});

/** With no workspace open there is nothing to read. */
export async function whenOpen(reading: () => Promise<unknown>): Promise<void> {
  if ((await openNow()) !== null) {
    await reading();
  }
}

/** The journey on show, for views that go by it. */
export const onShow = ({ search: { journey } }: { search: FrameSearch }): FrameSearch =>
  journey === undefined ? {} : { journey };

/** A view at an address below the frame. */
export const at = <P extends string>(path: P) => ({ getParentRoute: () => rootRoute, path });
