//! What figures are called and counted in; what they are to be, and what lifetime values are worked
//! out with.

use super::period::Unit;
use super::word::words;
use crate::error::Result;
use crate::require;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

words! {
    /// Figures that belong together.
    KpiFamily {
        /// Who is reached, and what that costs.
        Engagement = "engagement",
        /// What content brings.
        Content = "content",
        /// What becomes of e-mails.
        Nurture = "nurture",
        /// Who comes to each stage, and who goes on.
        Leads = "leads",
        /// What deals are worth, and how many are won.
        Revenue = "revenue",
        /// What marketing gives back.
        Return = "return",
    }
}

words! {
    /// What a figure is counted in.
    KpiUnit {
        /// Minor units of the workspace's currency.
        Money = "money",
        /// The same each day.
        MoneyPerDay = "moneyPerDay",
        /// A share from 0 to 1; of a return also below and above.
        Share = "share",
        /// Days.
        Days = "days",
        /// Hours.
        Hours = "hours",
        /// Leads, deals, or what else is counted.
        Count = "count",
    }
}

words! {
    /// Whether more of a figure is better.
    KpiSense {
        /// The more the better.
        More = "more",
        /// The less the better.
        Less = "less",
        /// Neither.
        Neither = "neither",
    }
}

words! {
    /// A figure, in the order of the dictionary.
    KpiId {
        /// How often something was shown.
        Impressions = "impressions",
        /// Who did something of their own accord.
        EngagedLeads = "engagedLeads",
        /// Those for each impression.
        ProspectToEngaged = "prospectToEngaged",
        /// What channels cost.
        EngageCost = "engageCost",
        /// That for each impression.
        CostPerImpression = "costPerImpression",
        /// That for each engaged lead.
        CostPerEngagedLead = "costPerEngagedLead",
        /// That for each unit of revenue.
        EngageCostShare = "engageCostShare",
        /// Content that was asked for.
        Downloads = "downloads",
        /// That for each impression.
        SubmitRate = "submitRate",
        /// Who reached a stage after a download.
        StageElasticity = "stageElasticity",
        /// How long that took.
        DownloadToStage = "downloadToStage",
        /// What content cost to make.
        ProductionCost = "productionCost",
        /// That for each unit of revenue that is due to it.
        ContentCostShare = "contentCostShare",
        /// E-mails that went out.
        MailsSent = "mailsSent",
        /// Of those opened.
        OpenRate = "openRate",
        /// Of those clicked.
        ClickRate = "clickRate",
        /// Of those that came back for good.
        HardBounceRate = "hardBounceRate",
        /// Of those that came back for now.
        SoftBounceRate = "softBounceRate",
        /// Of those after which no more were wanted.
        UnsubscribeRate = "unsubscribeRate",
        /// Who can be written to.
        NurtureDatabase = "nurtureDatabase",
        /// Who became a lead.
        NewLeads = "newLeads",
        /// Who is at a stage.
        Buyers = "buyers",
        /// Who came to a stage.
        StageEntered = "stageEntered",
        /// Of those who went on.
        StageConversion = "stageConversion",
        /// How long they stayed.
        StageDays = "stageDays",
        /// What a new lead costs.
        CostPerLead = "costPerLead",
        /// What a lead costs that comes to a stage.
        CostPerStage = "costPerStage",
        /// Deals that are open.
        OpenDeals = "openDeals",
        /// Of those that have been at their stage for too long.
        PastLine = "pastLine",
        /// What they are worth.
        PipelineValue = "pipelineValue",
        /// What was won.
        ClosedRevenue = "closedRevenue",
        /// How many of those closed are won.
        WinRate = "winRate",
        /// How long it takes to win.
        MedianCycle = "medianCycle",
        /// What the pipeline yields each day.
        PipelineVelocity = "pipelineVelocity",
        /// How much of the pipeline marketing began.
        SourcedPipeline = "sourcedPipeline",
        /// How much of it marketing had a part in.
        InfluencedPipeline = "influencedPipeline",
        /// How much of what was won marketing began.
        SourcedRevenue = "sourcedRevenue",
        /// How much of it marketing had a part in.
        InfluencedRevenue = "influencedRevenue",
        /// What is due to marketing of what was won.
        AttributedRevenue = "attributedRevenue",
        /// What marketing cost.
        MarketingCost = "marketingCost",
        /// Who was won.
        CustomersWon = "customersWon",
        /// What each cost to win.
        AcquisitionCost = "acquisitionCost",
        /// What each is worth over the years.
        LifetimeValue = "lifetimeValue",
        /// That as of today.
        DiscountedValue = "discountedValue",
        /// That without what it cost to win them.
        NetPresentValue = "netPresentValue",
        /// What marketing gave back of what it cost.
        ReturnOnInvestment = "returnOnInvestment",
    }
}

/// What a figure is to be.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KpiTarget {
    /// Which.
    pub kpi: KpiId,
    /// In such a stretch of time; of a figure that does not add up over time at any end of one.
    pub every: Unit,
    /// So much: a count, a share from 0 to 1, days, or minor units of the workspace's currency.
    pub value: f64,
}

/// What lifetime values are worked out with.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// What is left of revenue, 0–1.
    pub margin: f64,
    /// The share of customers that stay from one year to the next, 0–1.
    pub retention: f64,
    /// What money costs a year, from 0.
    pub discount: f64,
    /// The last year that counts; the first is year 0.
    pub years: u8,
}

/// The most years that a customer counts for.
const MOST_YEARS: u8 = 50;

/// What the workspace's figures are to be, and what lifetime values are worked out with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct KpiSettings {
    /// Of each figure at most one.
    pub targets: Vec<KpiTarget>,
    /// `None` = nobody has said: there are no lifetime values.
    pub terms: Option<Terms>,
}

impl KpiSettings {
    pub(super) fn tidy(&mut self) {
        self.targets.sort_by_key(|target| target.kpi);
    }

    pub(super) fn check(&self) -> Result<()> {
        let twice = self.targets.windows(2).any(|pair| pair[0].kpi == pair[1].kpi);
        require!(!twice, "targets", "A figure has two targets.");
        let known = self.targets.iter().all(|target| target.value.is_finite());
        require!(known, "targets", "A target is a number.");
        self.terms.as_ref().map_or(Ok(()), Terms::check)
    }
}

impl Terms {
    fn check(&self) -> Result<()> {
        let share = |rate: f64| (0.0..=1.0).contains(&rate);
        require!(share(self.margin), "margin", "A margin lies from 0% to 100%.");
        require!(share(self.retention), "retention", "Retention lies from 0% to 100%.");
        let discount = (0.0..=10.0).contains(&self.discount);
        require!(discount, "discount", "A discount lies from 0% to 1,000% a year.");
        require!(self.years <= MOST_YEARS, "years", "A customer counts for at most 50 years.");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TERMS: Terms = Terms { margin: 0.6, retention: 0.85, discount: 0.1, years: 4 };

    #[test]
    fn a_figure_has_one_target_and_rates_are_rates() {
        let target = KpiTarget { kpi: KpiId::WinRate, every: Unit::Quarter, value: 0.25 };
        let fine = KpiSettings { targets: vec![target], terms: Some(TERMS) };
        assert!(fine.check().is_ok());
        let twice = KpiSettings { targets: vec![target, target], ..fine.clone() };
        assert!(twice.check().is_err());
        let terms = |terms| KpiSettings { terms: Some(terms), ..fine.clone() }.check();
        assert!(terms(Terms { margin: 1.2, ..TERMS }).is_err());
        assert!(terms(Terms { retention: -0.1, ..TERMS }).is_err());
        assert!(terms(Terms { discount: f64::NAN, ..TERMS }).is_err());
        assert!(terms(Terms { years: 51, ..TERMS }).is_err());
    }
}
