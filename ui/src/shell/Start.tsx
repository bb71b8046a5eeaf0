import { lazy, Suspense } from "react";
import type { Session } from "@/bindings/Session";

const StartView = lazy(async () => ({ default: (await import("@/features/start/StartView")).StartView }));

/** What the window shows while no workspace is open; nobody else needs to load it. */
export function Start({ session }: { session: Session }) {
  return (
    <Suspense>
      <StartView session={session} />
    </Suspense>
  );
}
