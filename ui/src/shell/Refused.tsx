import { useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef } from "react";
import type { RefusedFile } from "@/bindings/RefusedFile";
import { forgetRefused } from "@/rpc/opening";

const RefusedView = lazy(async () => ({
  default: (await import("@/features/refused/RefusedView")).RefusedView,
}));

export interface RefusedProps {
  refused: RefusedFile;
  openName: string | null;
}

/** Stands where the view was; going to a view leaves it. */
export function Refused({ refused, openName }: RefusedProps) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== path && openName !== null) {
      void forgetRefused();
    }
    before.current = path;
  }, [path, openName]);
  return (
    <Suspense>
      <RefusedView key={refused.location.path} refused={refused} openName={openName} />
    </Suspense>
  );
}
