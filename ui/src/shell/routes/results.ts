// What came of it.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { loadConsumption } from "@/features/consumption/queries";
import { consumptionSearch } from "@/features/consumption/search";
import { loadFunnel } from "@/features/funnel/queries";
import { funnelSearch, queryOf } from "@/features/funnel/search";
import { loadKpis } from "@/features/kpis/queries";
import { kpisSearch } from "@/features/kpis/search";
import { loadScorecard } from "@/features/scorecard/queries";
import { scorecardSearch } from "@/features/scorecard/search";
import { loadAgreement, loadSla } from "@/features/sla/queries";
import { agreementSearch, slaSearch } from "@/features/sla/search";
import { at, onShow, reads, whenOpen } from "../root";

const consumption = createRoute({
  ...at("/consumption"),
  validateSearch: reads(consumptionSearch),
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => whenOpen(() => loadConsumption(deps)),
  component: lazyRouteComponent(() => import("@/features/consumption"), "ConsumptionView"),
});
const funnel = createRoute({
  ...at("/funnel"),
  validateSearch: reads(funnelSearch),
  loaderDeps: ({ search }) => ({ ...search, ...onShow({ search }) }),
  loader: ({ deps }) => whenOpen(() => loadFunnel(queryOf(deps, deps.journey))),
  component: lazyRouteComponent(() => import("@/features/funnel"), "FunnelView"),
});
const scorecard = createRoute({
  ...at("/scorecard"),
  validateSearch: reads(scorecardSearch),
  loader: () => whenOpen(loadScorecard),
  component: lazyRouteComponent(() => import("@/features/scorecard"), "ScorecardView"),
});
const kpis = createRoute({
  ...at("/kpis"),
  validateSearch: reads(kpisSearch),
  loader: () => whenOpen(loadKpis),
  component: lazyRouteComponent(() => import("@/features/kpis"), "KpisView"),
});
const sla = createRoute({
  ...at("/sla"),
  validateSearch: reads(slaSearch),
  loader: () => whenOpen(loadSla),
  component: lazyRouteComponent(() => import("@/features/sla"), "SlaView"),
});
const agreement = createRoute({
  ...at("/sla/agreement"),
  validateSearch: reads(agreementSearch),
  loader: () => whenOpen(loadAgreement),
  component: lazyRouteComponent(() => import("@/features/sla"), "AgreementPage"),
});

export const RESULTS = [scorecard, kpis, funnel, consumption, sla, agreement] as const;
