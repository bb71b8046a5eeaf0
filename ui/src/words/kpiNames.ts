// What figures are called and counted in, where no dictionary is at hand: in the history. A test of the
// window holds them to the dictionary of core.
import type { KpiId } from "@/bindings/KpiId";
import type { KpiUnit } from "@/bindings/KpiUnit";

export interface KpiWord {
  name: string;
  unit: KpiUnit;
  /** Whether it adds up from one period to the next. */
  adds: boolean;
  /** What stands above and below the line of a ratio. */
  ratio: readonly [KpiUnit, KpiUnit];
}

const of = (name: string, unit: KpiUnit, adds = false): KpiWord => ({
  name,
  unit,
  adds,
  ratio: [unit === "money" ? "money" : "count", "count"],
});

/** A share of an amount. */
const ofMoney = (name: string): KpiWord => ({ ...of(name, "share"), ratio: ["money", "money"] });

export const KPI_WORDS: Readonly<Record<KpiId, KpiWord>> = {
  impressions: of("Impressions", "count", true),
  engagedLeads: of("Engaged leads", "count"),
  prospectToEngaged: of("Prospect to engaged", "share"),
  engageCost: of("Engage cost", "money", true),
  costPerImpression: of("Cost per impression", "money"),
  costPerEngagedLead: of("Cost per engaged lead", "money"),
  engageCostShare: ofMoney("Engage cost of revenue"),
  downloads: of("Downloads", "count", true),
  submitRate: of("Submit rate", "share"),
  stageElasticity: of("Lead stage elasticity", "share"),
  downloadToStage: of("Lead stage velocity", "days"),
  productionCost: of("Production cost", "money"),
  contentCostShare: ofMoney("Content cost of revenue"),
  mailsSent: of("E-mails sent", "count", true),
  openRate: of("Open rate", "share"),
  clickRate: of("Click rate", "share"),
  hardBounceRate: of("Hard bounce rate", "share"),
  softBounceRate: of("Soft bounce rate", "share"),
  unsubscribeRate: of("Unsubscribe rate", "share"),
  nurtureDatabase: of("Nurture database", "count"),
  newLeads: of("New leads", "count", true),
  buyers: of("Buyers", "count"),
  stageEntered: of("Entered", "count", true),
  stageConversion: of("Conversion", "share"),
  stageDays: of("Days in stage", "days"),
  costPerLead: of("Cost per lead", "money"),
  costPerStage: of("Cost per stage", "money"),
  openDeals: of("Open deals", "count"),
  pastLine: of("Past their line", "count"),
  pipelineValue: of("Pipeline value", "money"),
  closedRevenue: of("Closed revenue", "money", true),
  winRate: of("Win rate", "share"),
  medianCycle: of("Sales cycle", "days"),
  pipelineVelocity: of("Pipeline velocity", "moneyPerDay"),
  sourcedPipeline: ofMoney("Marketing-sourced pipeline"),
  influencedPipeline: ofMoney("Marketing-influenced pipeline"),
  sourcedRevenue: ofMoney("Marketing-sourced revenue"),
  influencedRevenue: ofMoney("Marketing-influenced revenue"),
  attributedRevenue: of("Attributed revenue", "money", true),
  marketingCost: of("Marketing cost", "money", true),
  customersWon: of("Customers won", "count", true),
  acquisitionCost: of("Acquisition cost", "money"),
  lifetimeValue: of("Lifetime value", "money"),
  discountedValue: of("Discounted lifetime value", "money"),
  netPresentValue: of("Net present value", "money"),
  returnOnInvestment: ofMoney("Return on investment"),
};

export const KPI_IDS = Object.keys(KPI_WORDS) as readonly KpiId[];
