// The addresses of the window: one lazily loaded entry a view. A view's typed search parameters are
// checked here (validateSearch) and read in the feature with getRouteApi("/path").useSearch().
//
// What a view is made of is read before it is shown (its loader), so that it never claims what it does
// not know yet and nothing flickers in.
//
// To add a view: export a named component from features/<name>/index.tsx, add a line here, add its
// entry to navigation.ts.
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { loadArchitecture } from "@/features/architecture/queries";
import { requestOf } from "@/features/architecture/request";
import { architectureSearch } from "@/features/architecture/search";
import { assetsSearch } from "@/features/assets/search";
import { backupsSearch } from "@/features/backups/search";
import { loadCadence } from "@/features/cadence/queries";
import { cadenceSearch } from "@/features/cadence/search";
import { loadCheck } from "@/features/check/queries";
import { checkSearch } from "@/features/check/search";
import { loadConsumption } from "@/features/consumption/queries";
import { consumptionSearch } from "@/features/consumption/search";
import { loadFirst } from "@/features/facts/queries";
import { factsSearch } from "@/features/facts/search";
import { loadBrief, loadFollowUp } from "@/features/followUp/queries";
import { followUpSearch } from "@/features/followUp/search";
import { historySearch } from "@/features/history/search";
import { loadHome } from "@/features/homepage/queries";
import { importSearch } from "@/features/import/search";
import { loadTitles } from "@/features/leads/queries";
import { leadsSearch } from "@/features/leads/search";
import { loadMaturity } from "@/features/maturity/queries";
import { loadPersona, loadPersonas } from "@/features/personas/queries";
import { loadPlaybook } from "@/features/playbook/queries";
import { playbookSearch } from "@/features/playbook/search";
import { loadQuality } from "@/features/quality/queries";
import { qualitySearch } from "@/features/quality/search";
import { loadReview, loadReviews } from "@/features/reviews/queries";
import { reviewsSearch } from "@/features/reviews/search";
import { loadScoring } from "@/features/scoring/queries";
import { loadAgreement, loadSla } from "@/features/sla/queries";
import { agreementSearch, slaSearch } from "@/features/sla/search";
import { loadStages } from "@/features/stages/queries";
import { stagesSearch } from "@/features/stages/search";
import { triggersSearch } from "@/features/triggers/search";
import * as lists from "@/rpc/lists";
import { openingView } from "./opening";
import { at, onShow, rootRoute, whenOpen } from "./root";

const start = createRoute({
  ...at("/"),
  beforeLoad: async () => {
    const to = await openingView();
    if (to !== null) {
      throw redirect({ to, replace: true });
    }
  },
});
const home = createRoute({
  ...at("/home"),
  loaderDeps: onShow,
  loader: ({ deps }) => whenOpen(() => loadHome(deps)),
  component: lazyRouteComponent(() => import("@/features/homepage"), "HomeView"),
});

const architecture = createRoute({
  ...at("/architecture"),
  validateSearch: architectureSearch,
  loader: ({ location: { search } }) =>
    whenOpen(() => loadArchitecture(requestOf(architectureSearch(search), onShow({ search }).journey))),
  component: lazyRouteComponent(() => import("@/features/architecture"), "ArchitectureView"),
});
const assets = createRoute({
  ...at("/assets"),
  validateSearch: assetsSearch,
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
  validateSearch: triggersSearch,
  loader: () => whenOpen(() => lists.load(lists.triggers, lists.personas, lists.triggerAnswers)),
  component: lazyRouteComponent(() => import("@/features/triggers"), "TriggersView"),
});
const stages = createRoute({
  ...at("/stages"),
  validateSearch: stagesSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => whenOpen(() => loadStages(deps)),
  component: lazyRouteComponent(() => import("@/features/stages"), "StagesView"),
});
const check = createRoute({
  ...at("/check"),
  validateSearch: checkSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => whenOpen(() => loadCheck(deps)),
  component: lazyRouteComponent(() => import("@/features/check"), "CheckView"),
});
const playbook = createRoute({
  ...at("/playbook"),
  validateSearch: playbookSearch,
  loaderDeps: onShow,
  loader: ({ deps }) => whenOpen(() => loadPlaybook(deps)),
  component: lazyRouteComponent(() => import("@/features/playbook"), "PlaybookView"),
});
const cadence = createRoute({
  ...at("/cadence"),
  validateSearch: cadenceSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => whenOpen(() => loadCadence(deps)),
  component: lazyRouteComponent(() => import("@/features/cadence"), "CadenceView"),
});
const leads = createRoute({
  ...at("/leads"),
  validateSearch: leadsSearch,
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
const scoring = createRoute({
  ...at("/scoring"),
  loader: () => whenOpen(loadScoring),
  component: lazyRouteComponent(() => import("@/features/scoring"), "ScoringView"),
});
const followUp = createRoute({
  ...at("/follow-up"),
  validateSearch: followUpSearch,
  loader: () => whenOpen(loadFollowUp),
  component: lazyRouteComponent(() => import("@/features/followUp"), "FollowUpView"),
});
const brief = createRoute({
  ...at("/follow-up/$key"),
  validateSearch: followUpSearch,
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
  validateSearch: factsSearch,
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
const consumption = createRoute({
  ...at("/consumption"),
  validateSearch: consumptionSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => whenOpen(() => loadConsumption(deps)),
  component: lazyRouteComponent(() => import("@/features/consumption"), "ConsumptionView"),
});
const sla = createRoute({
  ...at("/sla"),
  validateSearch: slaSearch,
  loader: () => whenOpen(loadSla),
  component: lazyRouteComponent(() => import("@/features/sla"), "SlaView"),
});
const agreement = createRoute({
  ...at("/sla/agreement"),
  validateSearch: agreementSearch,
  loader: () => whenOpen(loadAgreement),
  component: lazyRouteComponent(() => import("@/features/sla"), "AgreementPage"),
});
const maturity = createRoute({
  ...at("/maturity"),
  loader: () => whenOpen(loadMaturity),
  component: lazyRouteComponent(() => import("@/features/maturity"), "MaturityView"),
});
const reviews = createRoute({
  ...at("/reviews"),
  validateSearch: reviewsSearch,
  loader: () => whenOpen(loadReviews),
  component: lazyRouteComponent(() => import("@/features/reviews"), "ReviewsView"),
});
const review = createRoute({
  ...at("/reviews/$reviewId"),
  loader: ({ params }) => whenOpen(() => loadReview(params.reviewId)),
  component: lazyRouteComponent(() => import("@/features/reviews"), "ReviewPage"),
});
const imports = createRoute({
  ...at("/import"),
  validateSearch: importSearch,
  loader: () => whenOpen(() => lists.load(lists.batches, lists.timeZones)),
  component: lazyRouteComponent(() => import("@/features/import"), "ImportView"),
});
const quality = createRoute({
  ...at("/quality"),
  validateSearch: qualitySearch,
  loader: () => whenOpen(loadQuality),
  component: lazyRouteComponent(() => import("@/features/quality"), "QualityView"),
});
const history = createRoute({
  ...at("/history"),
  validateSearch: historySearch,
  component: lazyRouteComponent(() => import("@/features/history"), "HistoryView"),
});
const backups = createRoute({
  ...at("/backups"),
  validateSearch: backupsSearch,
  component: lazyRouteComponent(() => import("@/features/backups"), "BackupsView"),
});
const members = createRoute({
  ...at("/members"),
  loader: () => whenOpen(() => lists.load(lists.members)),
  component: lazyRouteComponent(() => import("@/features/members"), "MembersView"),
});
const settings = createRoute({
  ...at("/settings"),
  loader: () => whenOpen(() => lists.load(lists.workspace, lists.formats, lists.timeZones)),
  component: lazyRouteComponent(() => import("@/features/settings"), "SettingsView"),
});

export const routeTree = rootRoute.addChildren([
  start,
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
  leads,
  titles,
  lead,
  scoring,
  followUp,
  brief,
  anyFacts,
  facts,
  programmes,
  programme,
  consumption,
  sla,
  agreement,
  maturity,
  reviews,
  review,
  imports,
  quality,
  history,
  backups,
  members,
  settings,
]);
