// The addresses of the window: one lazily loaded entry a view. A view's typed search parameters are
// checked here (validateSearch) and read in the feature with getRouteApi("/path").useSearch().
//
// What a view is made of is read before it is shown (its loader), so that it never claims what it does
// not know yet and nothing flickers in.
//
// To add a view: export a named component from features/<name>/index.tsx, add a line to the file of its
// group, add its entry to navigation.ts.
import { createRoute, redirect } from "@tanstack/react-router";
import { openingView } from "../opening";
import { at, rootRoute } from "../root";
import { DEMAND } from "./demand";
import { PLAN } from "./plan";
import { RESULTS } from "./results";
import { WORKSPACE } from "./workspace";

const start = createRoute({
  ...at("/"),
  beforeLoad: async () => {
    const to = await openingView();
    if (to !== null) {
      throw redirect({ to, replace: true });
    }
  },
});

export const routeTree = rootRoute.addChildren([start, ...PLAN, ...DEMAND, ...RESULTS, ...WORKSPACE]);
