// The addresses of the window: one lazily loaded entry a view. A view's typed search parameters are
// checked here (validateSearch) and read in the feature with getRouteApi("/path").useSearch().
//
// To add a view: export a named component from features/<name>/index.tsx, add a line here, add its
// entry to navigation.ts.
import {
  createRootRoute,
  createRoute,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";
import { architectureSearch } from "@/features/architecture/search";
import { assetsSearch } from "@/features/assets/search";
import { checkSearch } from "@/features/check/search";
import { historySearch } from "@/features/history/search";
import { stagesSearch } from "@/features/stages/search";
import { triggersSearch } from "@/features/triggers/search";
import { Frame } from "./Frame";
import { NotFound } from "./NotFound";
import { ViewFailure } from "./ViewFailure";

export interface FrameSearch {
  /** The journey on show; the first one where it is left out. */
  journey?: string;
}

export const rootRoute = createRootRoute({
  component: Frame,
  notFoundComponent: NotFound,
  errorComponent: ViewFailure,
  validateSearch: (search: Record<string, unknown>): FrameSearch =>
    typeof search.journey === "string" ? { journey: search.journey } : {},
  search: { middlewares: [retainSearchParams(["journey"])] },
});

const at = <P extends string>(path: P) => ({ getParentRoute: () => rootRoute, path });

const home = createRoute({
  ...at("/"),
  beforeLoad: () => {
    throw redirect({ to: "/architecture", replace: true });
  },
});

const architecture = createRoute({
  ...at("/architecture"),
  validateSearch: architectureSearch,
  component: lazyRouteComponent(() => import("@/features/architecture"), "ArchitectureView"),
});
const assets = createRoute({
  ...at("/assets"),
  validateSearch: assetsSearch,
  component: lazyRouteComponent(() => import("@/features/assets"), "AssetsView"),
});
const asset = createRoute({
  ...at("/assets/$assetId"),
  component: lazyRouteComponent(() => import("@/features/assets"), "AssetPage"),
});
const personas = createRoute({
  ...at("/personas"),
  component: lazyRouteComponent(() => import("@/features/personas"), "PersonasView"),
});
const persona = createRoute({
  ...at("/personas/$personaId"),
  component: lazyRouteComponent(() => import("@/features/personas"), "PersonaPage"),
});
const triggers = createRoute({
  ...at("/triggers"),
  validateSearch: triggersSearch,
  component: lazyRouteComponent(() => import("@/features/triggers"), "TriggersView"),
});
const stages = createRoute({
  ...at("/stages"),
  validateSearch: stagesSearch,
  component: lazyRouteComponent(() => import("@/features/stages"), "StagesView"),
});
const check = createRoute({
  ...at("/check"),
  validateSearch: checkSearch,
  component: lazyRouteComponent(() => import("@/features/check"), "CheckView"),
});
const imports = createRoute({
  ...at("/import"),
  component: lazyRouteComponent(() => import("@/features/import"), "ImportView"),
});
const history = createRoute({
  ...at("/history"),
  validateSearch: historySearch,
  component: lazyRouteComponent(() => import("@/features/history"), "HistoryView"),
});
const members = createRoute({
  ...at("/members"),
  component: lazyRouteComponent(() => import("@/features/members"), "MembersView"),
});
const settings = createRoute({
  ...at("/settings"),
  component: lazyRouteComponent(() => import("@/features/settings"), "SettingsView"),
});

export const routeTree = rootRoute.addChildren([
  home,
  architecture,
  assets,
  asset,
  personas,
  persona,
  triggers,
  stages,
  check,
  imports,
  history,
  members,
  settings,
]);
