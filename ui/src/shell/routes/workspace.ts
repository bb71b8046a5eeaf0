// Practice, and the workspace itself.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { backupsSearch } from "@/features/backups/search";
import { historySearch } from "@/features/history/search";
import { importSearch } from "@/features/import/search";
import { loadMaturity } from "@/features/maturity/queries";
import { loadQuality } from "@/features/quality/queries";
import { qualitySearch } from "@/features/quality/search";
import { loadReview, loadReviews } from "@/features/reviews/queries";
import { reviewsSearch } from "@/features/reviews/search";
import * as lists from "@/rpc/lists";
import { at, reads, whenOpen } from "../root";

const maturity = createRoute({
  ...at("/maturity"),
  loader: () => whenOpen(loadMaturity),
  component: lazyRouteComponent(() => import("@/features/maturity"), "MaturityView"),
});
const reviews = createRoute({
  ...at("/reviews"),
  validateSearch: reads(reviewsSearch),
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
  validateSearch: reads(importSearch),
  loader: () => whenOpen(() => lists.load(lists.batches, lists.timeZones)),
  component: lazyRouteComponent(() => import("@/features/import"), "ImportView"),
});
const quality = createRoute({
  ...at("/quality"),
  validateSearch: reads(qualitySearch),
  loader: () => whenOpen(loadQuality),
  component: lazyRouteComponent(() => import("@/features/quality"), "QualityView"),
});
const history = createRoute({
  ...at("/history"),
  validateSearch: reads(historySearch),
  component: lazyRouteComponent(() => import("@/features/history"), "HistoryView"),
});
const backups = createRoute({
  ...at("/backups"),
  validateSearch: reads(backupsSearch),
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

export const WORKSPACE = [
  maturity,
  reviews,
  review,
  imports,
  quality,
  history,
  backups,
  members,
  settings,
] as const;
