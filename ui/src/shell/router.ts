import { createHashHistory, createRouter } from "@tanstack/react-router";
import { keptAddress } from "./keptAddress";
import { routeTree } from "./routes";
import { ViewFailure } from "./ViewFailure";

const STORE = "throughline.address";

// The window opens where it was left; an address given from outside wins.
function restoreAddress(): void {
  const last = localStorage.getItem(STORE);
  if (last?.startsWith("/") && location.hash.length < 2) {
    location.replace(`#${last}`);
  }
}

export function openRouter() {
  restoreAddress();
  let isElsewhere = false;
  const router = createRouter({
    routeTree,
    history: createHashHistory(),
    defaultPreload: "intent",
    // What a route reads is kept by the query cache, which knows when it is no longer true.
    defaultPreloadStaleTime: 0,
    defaultGcTime: 0,
    defaultErrorComponent: ViewFailure,
    scrollRestoration: true,
    // Another view begins at its top; one whose filter changes stays where it is.
    scrollToTopSelectors: [() => (isElsewhere ? document.querySelector("[data-scrolls]") : null)],
  });
  router.subscribe("onBeforeLoad", ({ pathChanged }) => {
    isElsewhere = pathChanged;
  });
  router.subscribe("onResolved", ({ toLocation }) =>
    localStorage.setItem(STORE, keptAddress(toLocation.href)),
  );
  return router;
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof openRouter>;
  }
}
