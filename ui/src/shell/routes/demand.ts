// Leads, and what is done with them.
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { loadDeals } from "@/features/deals/queries";
import { dealsSearch } from "@/features/deals/search";
import { loadFirst } from "@/features/facts/queries";
import { factsSearch } from "@/features/facts/search";
import { loadBrief, loadFollowUp } from "@/features/followUp/queries";
import { followUpSearch } from "@/features/followUp/search";
import { loadTitles } from "@/features/leads/queries";
import { leadsSearch } from "@/features/leads/search";
import { loadScoring } from "@/features/scoring/queries";
import * as lists from "@/rpc/lists";
import { at, reads, whenOpen } from "../root";

const leads = createRoute({
  ...at("/leads"),
  validateSearch: reads(leadsSearch),
  loader: () => whenOpen(() => lists.load(lists.batches, lists.personas)),
  component: lazyRouteComponent(() => import("@/features/leads"), "LeadsView"),
});
const titles = createRoute({
  ...at("/leads/titles"),
  loader: () => whenOpen(loadTitles),
  component: lazyRouteComponent(() => import("@/features/leads"), "TitlesView"),
});
const lead = createRoute({
  ...at("/leads/$key"),
  loader: () => whenOpen(() => lists.load(lists.personas, lists.stages, lists.members)),
  component: lazyRouteComponent(() => import("@/features/leads"), "LeadPage"),
});
const deals = createRoute({
  ...at("/deals"),
  validateSearch: reads(dealsSearch),
  loader: () => whenOpen(loadDeals),
  component: lazyRouteComponent(() => import("@/features/deals"), "DealsView"),
});
const deal = createRoute({
  ...at("/deals/$key"),
  validateSearch: reads(dealsSearch),
  loader: () => whenOpen(loadDeals),
  component: lazyRouteComponent(() => import("@/features/deals"), "DealPage"),
});
const scoring = createRoute({
  ...at("/scoring"),
  loader: () => whenOpen(loadScoring),
  component: lazyRouteComponent(() => import("@/features/scoring"), "ScoringView"),
});
const followUp = createRoute({
  ...at("/follow-up"),
  validateSearch: reads(followUpSearch),
  loader: () => whenOpen(loadFollowUp),
  component: lazyRouteComponent(() => import("@/features/followUp"), "FollowUpView"),
});
const brief = createRoute({
  ...at("/follow-up/$key"),
  validateSearch: reads(followUpSearch),
  loader: () => whenOpen(loadBrief),
  component: lazyRouteComponent(() => import("@/features/followUp"), "BriefPage"),
});
const anyFacts = createRoute({
  ...at("/facts"),
  loader: () =>
    whenOpen(async () => {
      const subject = await loadFirst();
      if (subject !== undefined) {
        throw redirect({ to: "/facts/$subject", params: { subject }, replace: true });
      }
    }),
  component: lazyRouteComponent(() => import("@/features/facts"), "FactsView"),
});
const facts = createRoute({
  ...at("/facts/$subject"),
  validateSearch: reads(factsSearch),
  loader: () => whenOpen(() => lists.load(lists.factCounts, lists.stages)),
  component: lazyRouteComponent(() => import("@/features/facts"), "FactsView"),
});
const programmes = createRoute({
  ...at("/programmes"),
  loader: () => whenOpen(() => lists.load(lists.programmes, lists.personas)),
  component: lazyRouteComponent(() => import("@/features/programmes"), "ProgrammesView"),
});
const programme = createRoute({
  ...at("/programmes/$programmeId"),
  loader: () => whenOpen(() => lists.load(lists.programmes, lists.personas, lists.journeys)),
  component: lazyRouteComponent(() => import("@/features/programmes"), "ProgrammePage"),
});

export const DEMAND = [
  leads,
  titles,
  lead,
  deals,
  deal,
  scoring,
  followUp,
  brief,
  anyFacts,
  facts,
  programmes,
  programme,
] as const;
