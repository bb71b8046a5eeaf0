// Home, and what is planned.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { loadArchitecture } from "@/features/architecture/queries";
import { requestOf } from "@/features/architecture/request";
import { architectureSearch } from "@/features/architecture/search";
import { assetsSearch } from "@/features/assets/search";
import { loadCadence } from "@/features/cadence/queries";
import { cadenceSearch } from "@/features/cadence/search";
import { loadCheck } from "@/features/check/queries";
import { checkSearch } from "@/features/check/search";
import { loadHome } from "@/features/homepage/queries";
import { loadPersona, loadPersonas } from "@/features/personas/queries";
import { loadPlaybook } from "@/features/playbook/queries";
import { playbookSearch } from "@/features/playbook/search";
import { loadStages } from "@/features/stages/queries";
import { stagesSearch } from "@/features/stages/search";
import { triggersSearch } from "@/features/triggers/search";
import * as lists from "@/rpc/lists";
import { at, onShow, reads, whenOpen } from "../root";

const home = createRoute({
  ...at("/home"),
  loaderDeps: onShow,
  loader: ({ deps }) => whenOpen(() => loadHome(deps)),
  component: lazyRouteComponent(() => import("@/features/homepage"), "HomeView"),
});
const architecture = createRoute({
  ...at("/architecture"),
  validateSearch: reads(architectureSearch),
  loader: ({ location: { search } }) =>
    whenOpen(() => loadArchitecture(requestOf(architectureSearch(search), onShow({ search }).journey))),
  component: lazyRouteComponent(() => import("@/features/architecture"), "ArchitectureView"),
});
const assets = createRoute({
  ...at("/assets"),
  validateSearch: reads(assetsSearch),
  loader: () => whenOpen(() => lists.load(lists.formats, lists.facets)),
  component: lazyRouteComponent(() => import("@/features/assets"), "AssetsView"),
});
const asset = createRoute({
  ...at("/assets/$assetId"),
  loader: () => whenOpen(() => lists.load(lists.formats, lists.facets, lists.personas, lists.stages)),
  component: lazyRouteComponent(() => import("@/features/assets"), "AssetPage"),
});
const personas = createRoute({
  ...at("/personas"),
  loaderDeps: onShow,
  loader: ({ deps }) => whenOpen(() => loadPersonas(deps)),
  component: lazyRouteComponent(() => import("@/features/personas"), "PersonasView"),
});
const persona = createRoute({
  ...at("/personas/$personaId"),
  loaderDeps: onShow,
  loader: ({ deps, params }) => whenOpen(() => loadPersona(deps, params.personaId)),
  component: lazyRouteComponent(() => import("@/features/personas"), "PersonaPage"),
});
const triggers = createRoute({
  ...at("/triggers"),
  validateSearch: reads(triggersSearch),
  loader: () => whenOpen(() => lists.load(lists.triggers, lists.personas, lists.triggerAnswers)),
  component: lazyRouteComponent(() => import("@/features/triggers"), "TriggersView"),
});
const stages = createRoute({
  ...at("/stages"),
  validateSearch: reads(stagesSearch),
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => whenOpen(() => loadStages(deps)),
  component: lazyRouteComponent(() => import("@/features/stages"), "StagesView"),
});
const check = createRoute({
  ...at("/check"),
  validateSearch: reads(checkSearch),
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => whenOpen(() => loadCheck(deps)),
  component: lazyRouteComponent(() => import("@/features/check"), "CheckView"),
});
const playbook = createRoute({
  ...at("/playbook"),
  validateSearch: reads(playbookSearch),
  loaderDeps: onShow,
  loader: ({ deps }) => whenOpen(() => loadPlaybook(deps)),
  component: lazyRouteComponent(() => import("@/features/playbook"), "PlaybookView"),
});
const cadence = createRoute({
  ...at("/cadence"),
  validateSearch: reads(cadenceSearch),
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => whenOpen(() => loadCadence(deps)),
  component: lazyRouteComponent(() => import("@/features/cadence"), "CadenceView"),
});

export const PLAN = [
  home,
  architecture,
  assets,
  asset,
  personas,
  persona,
  triggers,
  stages,
  check,
  playbook,
  cadence,
] as const;
