import { type ReactNode, useEffect, useState } from "react";
import { nextFrame } from "./frame";

// Once something is on the screen nothing has to wait any more.
let isPainted = false;

/** What can wait for the first picture of the window. */
export function AfterPaint({ children }: { children: ReactNode }) {
  const [isReady, setReady] = useState(isPainted);
  useEffect(() => {
    if (!isPainted) {
      void nextFrame().then(() => {
        isPainted = true;
        setReady(true);
      });
    }
  }, []);
  return isReady ? children : null;
}
