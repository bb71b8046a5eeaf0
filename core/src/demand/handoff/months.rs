//! Promise against fact, month by month.

use super::agreements::{Agreements, month_of};
use super::cases::Cases;
use super::reasons::{ReasonCount, Reasons};
use crate::demand::deals::{Deal, deals};
use crate::error::Result;
use crate::id::AgreementId;
use crate::model::{Agreement, Architecture, Millis, Money, Sum, WorkspaceFields, words};
use crate::plan::Plan;
use crate::scoring::Outcome;
use crate::sla::Counts;
use chrono::{Months, NaiveDate};
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};
use ts_rs::TS;

words! {
    /// What is promised.
    PromiseKind {
        /// Marketing hands over so many leads.
        Leads = "leads",
        /// That share of those answered is accepted.
        Accepted = "accepted",
        /// Of each lead all that was agreed is known.
        Context = "context",
        /// Sales follows each lead up in time.
        Time = "time",
        /// That share of leads is answered.
        Answered = "answered",
        /// Sales is in touch with each accepted lead often enough.
        Touches = "touches",
        /// Marketing's quota of leads handed over.
        MarketingLeads = "marketingLeads",
        /// Marketing's quota of revenue.
        MarketingRevenue = "marketingRevenue",
        /// Sales' quota of leads accepted.
        SalesLeads = "salesLeads",
        /// Sales' quota of revenue.
        SalesRevenue = "salesRevenue",
    }
}

/// A promise, and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
pub struct Promised {
    /// What.
    pub kind: PromiseKind,
    /// So much: a count, a share from 0 to 1, or minor units of the workspace's currency.
    pub promised: f64,
    /// What it was; `None` = no data, which is not 0.
    pub fact: Option<f64>,
    /// Of so many leads or deals.
    pub n: u32,
    /// Whether it was kept; `None` = not known, or the month is not over and it can still be.
    pub kept: Option<bool>,
}

/// What became of the leads of a month.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SlaMonth {
    /// Its first day.
    pub month: NaiveDate,
    /// Whether it is over.
    pub over: bool,
    /// The agreement in force on its first day; `None` = nothing was agreed yet.
    pub agreement_id: Option<AgreementId>,
    /// Leads handed over.
    pub handed: u32,
    /// Of those hot.
    pub hot: u32,
    /// Of those with all known that was agreed.
    pub complete: u32,
    /// Accepted.
    pub accepted: u32,
    /// Turned back.
    pub turned_back: u32,
    /// Followed up before the wait was over.
    pub early: u32,
    /// Followed up in time.
    pub on_time: u32,
    /// Followed up too late.
    pub late: u32,
    /// Not followed up, and the time is over.
    pub missed: u32,
    /// Not followed up yet.
    pub open: u32,
    /// Nothing to follow up any more.
    pub not_needed: u32,
    /// Of those due the share followed up no later than promised; `None` = none was due.
    pub within_time: Option<f64>,
    /// Of those answered the share accepted; `None` = none was answered.
    pub accepted_share: Option<f64>,
    /// Why leads were turned back.
    pub reasons: Vec<ReasonCount>,
    /// Revenue of deals won in the month whose leads marketing had handed over before.
    pub marketing_revenue: Sum,
    /// Revenue of all deals won in the month.
    pub sales_revenue: Sum,
    /// Promise against fact; empty where nothing was agreed.
    pub promises: Vec<Promised>,
}

/// Promise against fact.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SlaReport {
    /// As of when.
    pub at: Millis,
    /// The newest time in the files; `None` = there are none.
    pub as_of: Option<Millis>,
    /// Whether clocks run: the files are less than a day old.
    pub running: bool,
    /// The months, the latest first.
    pub months: Vec<SlaMonth>,
}

/// What a month is counted from.
#[derive(Default)]
struct Month {
    counts: Counts,
    reasons: Reasons,
    marketing: Vec<(Option<Money>, NaiveDate)>,
    sales: Vec<(Option<Money>, NaiveDate)>,
}

/// The leads of all deals, as deals call them.
pub(super) fn sold(plan: &Plan) -> Result<HashSet<String>> {
    Ok(deals(plan)?.into_iter().flat_map(|deal| deal.leads).collect())
}

/// Promise against fact in every month in which leads were handed over or deals won.
pub fn sla(plan: &Plan, cases: &Cases) -> Result<SlaReport> {
    let view = plan.view();
    let agreements = Agreements::of(&view)?;
    let mut months: BTreeMap<NaiveDate, Month> = BTreeMap::new();
    for case in &cases.all {
        let month = month_of(agreements.calendar.day_of(case.handed_at));
        let month = months.entry(month).or_default();
        month.counts.push(&case.told);
        month.reasons.add(case.answer.as_ref().and_then(|answer| answer.reason));
    }
    for deal in deals(plan)?.iter().filter(|deal| deal.outcome == Outcome::Won) {
        let Some(closed) = deal.closed.filter(|closed| *closed <= cases.at) else { continue };
        let day = agreements.calendar.day_of(closed);
        let value = deal.value.clone();
        let month = months.entry(month_of(day)).or_default();
        if is_of_marketing(deal, cases) {
            month.marketing.push((value.clone(), day));
        }
        month.sales.push((value, day));
    }
    let today = agreements.calendar.day_of(cases.at);
    let told = months.into_iter().rev().map(|(first, month)| told(&view, first, &month, today));
    Ok(SlaReport {
        at: Millis(cases.at),
        as_of: cases.as_of,
        running: cases.running,
        months: told.collect::<Result<_>>()?,
    })
}

/// Whether one of its leads had been handed over before it was opened.
fn is_of_marketing(deal: &Deal, cases: &Cases) -> bool {
    let mut handed = deal.leads.iter().filter_map(|lead| cases.first_handed.get(lead));
    handed.any(|handed| deal.opened.is_none_or(|opened| *handed < opened))
}

fn told(
    view: &Architecture,
    first: NaiveDate,
    month: &Month,
    today: NaiveDate,
) -> Result<SlaMonth> {
    let workspace = view.workspace()?;
    let sum = |amounts: &[(Option<Money>, NaiveDate)]| {
        Sum::of(workspace, amounts.iter().map(|(value, day)| (value.as_ref(), *day)))
    };
    let over = first.checked_add_months(Months::new(1)).is_some_and(|next| next <= today);
    let counts = &month.counts;
    let (marketing_revenue, sales_revenue) = (sum(&month.marketing), sum(&month.sales));
    let agreement = view.agreement_on(first);
    let promises = agreement.map_or_else(Vec::new, |agreement| {
        let held = Held { workspace, first, counts, over };
        held.promises(agreement, &marketing_revenue, &sales_revenue)
    });
    Ok(SlaMonth {
        month: first,
        over,
        agreement_id: agreement.map(|one| one.id),
        handed: counts.handed,
        hot: counts.hot,
        complete: counts.complete,
        accepted: counts.accepted,
        turned_back: counts.turned_back,
        early: counts.early,
        on_time: counts.on_time,
        late: counts.late,
        missed: counts.missed,
        open: counts.open,
        not_needed: counts.not_needed,
        within_time: counts.within_time(),
        accepted_share: counts.accepted_share(),
        reasons: month.reasons.counts(),
        marketing_revenue,
        sales_revenue,
        promises,
    })
}

/// What promises of a month are held against.
struct Held<'a> {
    workspace: &'a WorkspaceFields,
    first: NaiveDate,
    counts: &'a Counts,
    over: bool,
}

impl Held<'_> {
    fn promises(&self, agreed: &Agreement, marketing: &Sum, sales: &Sum) -> Vec<Promised> {
        let counts = self.counts;
        let touched = counts.touched + counts.touched_little;
        let asks = !agreed.marketing.context.is_empty();
        [
            self.count(PromiseKind::Leads, agreed.marketing.leads, counts.handed),
            self.share(
                PromiseKind::Accepted,
                agreed.marketing.accepted,
                (counts.accepted_share(), counts.answered()),
            ),
            self.share(
                PromiseKind::Context,
                asks.then_some(100),
                (counts.complete_share(), counts.handed),
            ),
            self.share(PromiseKind::Time, Some(100), (counts.within_time(), counts.due())),
            self.share(
                PromiseKind::Answered,
                agreed.sales.answered,
                (counts.answered_share(), counts.handed),
            ),
            self.share(PromiseKind::Touches, Some(100), (counts.touched_share(), touched)),
            self.count(PromiseKind::MarketingLeads, agreed.marketing_quota.leads, counts.handed),
            self.revenue(
                PromiseKind::MarketingRevenue,
                agreed.marketing_quota.revenue.as_ref(),
                (marketing, sales),
            ),
            self.count(PromiseKind::SalesLeads, agreed.sales_quota.leads, counts.accepted),
            self.revenue(
                PromiseKind::SalesRevenue,
                agreed.sales_quota.revenue.as_ref(),
                (sales, sales),
            ),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn count(&self, kind: PromiseKind, promised: Option<u32>, fact: u32) -> Option<Promised> {
        let promised = f64::from(promised?);
        Some(self.held(kind, promised, Some(f64::from(fact)), fact, true))
    }

    fn share(
        &self,
        kind: PromiseKind,
        percent: Option<u32>,
        (fact, n): (Option<f64>, u32),
    ) -> Option<Promised> {
        let promised = f64::from(percent?) / 100.0;
        Some(self.held(kind, promised, fact, n, false))
    }

    /// Where deals were won and none counts, that is 0.
    fn revenue(
        &self,
        kind: PromiseKind,
        promised: Option<&Money>,
        (fact, all): (&Sum, &Sum),
    ) -> Option<Promised> {
        let promised = self.workspace.worth(promised?, self.first)?;
        let none = all.counted > 0 && *fact == Sum::default();
        let minor = fact.total.as_ref().map(|total| amount(total.minor));
        let minor = minor.or(none.then_some(0.0));
        Some(self.held(kind, amount(promised), minor, fact.counted, true))
    }

    /// `grows` = what was not reached yet may be by the end of the month.
    fn held(
        &self,
        kind: PromiseKind,
        promised: f64,
        fact: Option<f64>,
        n: u32,
        grows: bool,
    ) -> Promised {
        let reached = fact.map(|fact| fact >= promised);
        let settled =
            if grows { reached == Some(true) } else { reached == Some(false) && promised >= 1.0 };
        let kept = reached.filter(|_| self.over || settled);
        Promised { kind, promised, fact, n, kept }
    }
}

#[expect(clippy::cast_precision_loss, reason = "amounts stay far below 2^53 minor units")]
fn amount(minor: i64) -> f64 {
    minor as f64
}
