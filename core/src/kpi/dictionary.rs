//! What each figure means.

use crate::model::{KpiFamily, KpiId, KpiSense, KpiUnit};
use KpiFamily::{Content, Engagement, Leads, Nurture, Return, Revenue};
use KpiId as Id;
use KpiSense::{Less, More, Neither};
use KpiUnit::{Count, Days, Money, MoneyPerDay, Share};
use serde::Serialize;
use std::sync::LazyLock;
use ts_rs::TS;

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Definition {
    /// Which.
    pub id: KpiId,
    /// The family it belongs to.
    pub family: KpiFamily,
    /// What it is called.
    pub name: &'static str,
    /// How it is worked out, in a sentence.
    pub definition: &'static str,
    /// What it is counted in.
    pub unit: KpiUnit,
    /// Whether more is better.
    pub sense: KpiSense,
    /// Whether it adds up from one period to the next, so that a target for a year is twelve times
    /// that for a month.
    pub adds: bool,
    /// Whether it is among the figures that lead its family, on the scorecard.
    pub leads: bool,
}

type Row = (KpiId, &'static str, KpiUnit, KpiSense, &'static str);

#[rustfmt::skip]
const ENGAGEMENT: [Row; 7] = [
    (Id::Impressions, "Impressions", Count, More,
        "How often something was shown: the totals of channels, single ones where there is no total of the channel and day."),
    (Id::EngagedLeads, "Engaged leads", Count, More,
        "Leads that did something of their own accord, once each: more than being shown or sent something. What machines did does not count."),
    (Id::ProspectToEngaged, "Prospect to engaged", Share, More,
        "Engaged leads ÷ impressions."),
    (Id::EngageCost, "Engage cost", Money, Less,
        "What channels cost."),
    (Id::CostPerImpression, "Cost per impression", Money, Less,
        "Engage cost ÷ impressions."),
    (Id::CostPerEngagedLead, "Cost per engaged lead", Money, Less,
        "Engage cost ÷ engaged leads."),
    (Id::EngageCostShare, "Engage cost of revenue", Share, Less,
        "Engage cost ÷ closed revenue."),
];

#[rustfmt::skip]
const CONTENT: [Row; 6] = [
    (Id::Downloads, "Downloads", Count, More,
        "First requests of a piece by a lead."),
    (Id::SubmitRate, "Submit rate", Share, More,
        "Downloads ÷ impressions of pieces whose impressions are known."),
    (Id::StageElasticity, "Lead stage elasticity", Share, More,
        "Leads that reached a stage after a download, or became a lead there by it, once each ÷ downloads; of all content, for the handoff."),
    (Id::DownloadToStage, "Lead stage velocity", Days, Less,
        "Days from a download to reaching a stage: the median of those who did; of all content, for the handoff."),
    (Id::ProductionCost, "Production cost", Money, Less,
        "What the pieces cost to make that were downloaded."),
    (Id::ContentCostShare, "Content cost of revenue", Share, Less,
        "What those pieces cost to make ÷ the closed revenue that is due to them, by equal parts of each touch."),
];

#[rustfmt::skip]
const NURTURE: [Row; 7] = [
    (Id::MailsSent, "E-mails sent", Count, Neither,
        "E-mails that went out, to each reader one: the totals of campaigns, single ones where a campaign has no total."),
    (Id::OpenRate, "Open rate", Share, More,
        "E-mails opened ÷ sent. What machines opened does not count where it is known."),
    (Id::ClickRate, "Click rate", Share, More,
        "E-mails clicked ÷ sent."),
    (Id::HardBounceRate, "Hard bounce rate", Share, Less,
        "E-mails whose address is not there ÷ sent."),
    (Id::SoftBounceRate, "Soft bounce rate", Share, Less,
        "E-mails that came back for now ÷ sent."),
    (Id::UnsubscribeRate, "Unsubscribe rate", Share, Less,
        "E-mails after which no more were wanted ÷ sent."),
    (Id::NurtureDatabase, "Nurture database", Count, More,
        "Leads at the end of the period that can be written to: with an address that is there, without a no, and not customers."),
];

#[rustfmt::skip]
const LEADS: [Row; 7] = [
    (Id::NewLeads, "New leads", Count, More,
        "Leads that became one in the period."),
    (Id::Buyers, "Buyers", Count, More,
        "Leads that are at a stage at the end of the period."),
    (Id::StageEntered, "Entered", Count, More,
        "Visits to a stage that began in the period; of all stages, to the handoff."),
    (Id::StageConversion, "Conversion", Share, More,
        "Of visits that began in the period, those that went on by now; of all stages, from the one before the handoff."),
    (Id::StageDays, "Days in stage", Days, Less,
        "How long those stayed that went on: the median; of all stages, at the one before the handoff."),
    (Id::CostPerLead, "Cost per lead", Money, Less,
        "Marketing cost ÷ new leads."),
    (Id::CostPerStage, "Cost per stage", Money, Less,
        "Marketing cost ÷ visits to a stage that began in the period; of all stages, to the handoff."),
];

#[rustfmt::skip]
const REVENUE: [Row; 11] = [
    (Id::OpenDeals, "Open deals", Count, More,
        "Deals that had begun and were not closed at the end of the period."),
    (Id::PastLine, "Past their line", Count, Less,
        "Open deals that had been at their stage for longer than its line at the end of the period: longer than nine in ten deals that went on, where 30 or more tell."),
    (Id::PipelineValue, "Pipeline value", Money, More,
        "What deals are worth that were open at the end of the period."),
    (Id::ClosedRevenue, "Closed revenue", Money, More,
        "What deals are worth that were won in the period."),
    (Id::WinRate, "Win rate", Share, More,
        "Deals won ÷ deals closed in the period, won or lost."),
    (Id::MedianCycle, "Sales cycle", Days, Less,
        "Days from the opening to the close of deals won in the period: the median."),
    (Id::PipelineVelocity, "Pipeline velocity", MoneyPerDay, More,
        "Open deals × their mean value × win rate ÷ sales cycle: what the pipeline yields each day."),
    (Id::SourcedPipeline, "Marketing-sourced pipeline", Share, More,
        "Of the pipeline value, that of deals whose leads engaged with content before the deal began."),
    (Id::InfluencedPipeline, "Marketing-influenced pipeline", Share, More,
        "Of the pipeline value, that of deals whose leads engaged with content by the end of the period."),
    (Id::SourcedRevenue, "Marketing-sourced revenue", Share, More,
        "Of the closed revenue, that of deals whose leads engaged with content before the deal began."),
    (Id::InfluencedRevenue, "Marketing-influenced revenue", Share, More,
        "Of the closed revenue, that of deals whose leads engaged with content before it was closed."),
];

#[rustfmt::skip]
const RETURN: [Row; 8] = [
    (Id::AttributedRevenue, "Attributed revenue", Money, More,
        "Closed revenue that is due to what leads did, under the model chosen."),
    (Id::MarketingCost, "Marketing cost", Money, Less,
        "What channels and programmes cost, and making the content that came out."),
    (Id::CustomersWon, "Customers won", Count, More,
        "Accounts with a deal won in the period; a deal without an account is one of its own."),
    (Id::AcquisitionCost, "Acquisition cost", Money, Less,
        "Marketing cost ÷ customers won."),
    (Id::LifetimeValue, "Lifetime value", Money, More,
        "Of a customer won: the sum over years 0 to the last of margin × retention^year; margin = closed revenue ÷ customers won × the margin on it."),
    (Id::DiscountedValue, "Discounted lifetime value", Money, More,
        "The same with each year ÷ (1 + discount)^year."),
    (Id::NetPresentValue, "Net present value", Money, More,
        "Discounted lifetime value − acquisition cost."),
    (Id::ReturnOnInvestment, "Return on investment", Share, More,
        "(Discounted lifetime values by the share due to marketing − marketing cost) ÷ marketing cost."),
];

/// What adds up over time: counts and amounts of a stretch of it, not of an instant.
const fn adds(id: KpiId) -> bool {
    matches!(
        id,
        Id::Impressions
            | Id::EngageCost
            | Id::Downloads
            | Id::MailsSent
            | Id::NewLeads
            | Id::StageEntered
            | Id::ClosedRevenue
            | Id::AttributedRevenue
            | Id::MarketingCost
            | Id::CustomersWon
    )
}

/// Three of each family.
const fn leads(id: KpiId) -> bool {
    matches!(
        id,
        Id::EngagedLeads
            | Id::ProspectToEngaged
            | Id::EngageCost
            | Id::Downloads
            | Id::StageElasticity
            | Id::ContentCostShare
            | Id::OpenRate
            | Id::ClickRate
            | Id::NurtureDatabase
            | Id::NewLeads
            | Id::StageConversion
            | Id::CostPerLead
            | Id::PipelineValue
            | Id::ClosedRevenue
            | Id::WinRate
            | Id::AttributedRevenue
            | Id::NetPresentValue
            | Id::ReturnOnInvestment
    )
}

fn rows(family: KpiFamily) -> &'static [Row] {
    match family {
        Engagement => &ENGAGEMENT,
        Content => &CONTENT,
        Nurture => &NURTURE,
        Leads => &LEADS,
        Revenue => &REVENUE,
        Return => &RETURN,
    }
}

static DICTIONARY: LazyLock<Vec<Definition>> = LazyLock::new(|| {
    let families = [Engagement, Content, Nurture, Leads, Revenue, Return];
    families.into_iter().flat_map(of_family).collect()
});

fn of_family(family: KpiFamily) -> impl Iterator<Item = Definition> {
    rows(family).iter().map(move |(id, name, unit, sense, definition)| Definition {
        id: *id,
        family,
        name,
        definition,
        unit: *unit,
        sense: *sense,
        adds: adds(*id),
        leads: leads(*id),
    })
}

/// Every figure there is, in order.
pub fn dictionary() -> &'static [Definition] {
    &DICTIONARY
}

/// What a figure is.
pub fn definition(id: KpiId) -> &'static Definition {
    &DICTIONARY[id as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Word;

    #[test]
    fn every_figure_is_defined_once_in_order() {
        let ids: Vec<KpiId> = dictionary().iter().map(|one| one.id).collect();
        assert_eq!(ids, KpiId::ALL);
        assert!(KpiId::ALL.iter().all(|id| definition(*id).id == *id));
    }
}
