//! What was counted of a period, as figures and tables.

use super::content::{After, Offer};
use super::counter::Tells;
use super::engagement::Reached;
use super::nurture::Mails;
use super::report::{KpiColumn, KpiCosts, KpiRow, KpiRows, KpiTable};
use super::spend::{Spend, Spent};
use super::split::{Split, counted, share, told};
use crate::funnel::{StageLedger, median_days};
use crate::id::StageId;
use crate::kpi::Measure;
use crate::model::KpiId;
use std::collections::{BTreeMap, BTreeSet};

/// More rows than these are for a file.
const ROWS: usize = 500;

/// The figures of one family in a period, and its table.
pub(super) struct Told {
    pub(super) values: Vec<Measure>,
    pub(super) table: KpiTable,
}

/// Engagement by channel. `revenue` = what was won.
pub(super) fn engagement(
    reached: &Split<String, Reached>,
    spend: &Spend,
    (revenue, tells): (&Measure, Tells),
) -> Told {
    let mut values = engaged(reached.all, &spend.all);
    values[1] = told(tells.leads > 0, reached.all.engaged);
    let worth = revenue.value.unwrap_or(0.0);
    values.push(Measure::each(&cost(&spend.all), worth, revenue.n));
    let row = |name: &String| {
        let reached = reached.by.get(name).copied().unwrap_or_default();
        let spent = spend.channels.get(name).copied().unwrap_or_default();
        engaged(reached, &spent)
    };
    let names = reached.by.keys().chain(spend.channels.keys());
    let columns = [
        KpiId::Impressions,
        KpiId::EngagedLeads,
        KpiId::ProspectToEngaged,
        KpiId::EngageCost,
        KpiId::CostPerImpression,
        KpiId::CostPerEngagedLead,
    ];
    let rows = rows(names, row, 1);
    Told { values, table: table(KpiRows::Channel, columns.map(column).to_vec(), rows) }
}

fn engaged(reached: Reached, spent: &Spent) -> Vec<Measure> {
    let (seen, cost) = (impressions(reached.shown, spent), cost(spent));
    let shown = seen.value.unwrap_or(0.0);
    let leads = f64::from(reached.engaged);
    vec![
        seen,
        counted(reached.engaged),
        Measure::ratio(leads, shown, whole(shown)),
        cost,
        Measure::each(&cost, shown, whole(shown)),
        Measure::each(&cost, leads, reached.engaged),
    ]
}

fn impressions(single: u32, spent: &Spent) -> Measure {
    let n = spent.rows.saturating_add(single);
    Measure::total((n > 0).then(|| spent.impressions + f64::from(single)), n)
}

fn cost(spent: &Spent) -> Measure {
    let value = (spent.counted > 0).then_some(spent.cost);
    Measure { left_out: spent.left_out, ..Measure::total(value, spent.counted) }
}

/// What pieces cost to make, and the revenue that is due to them.
pub(super) struct Pieces {
    /// In minor units, by name; those are left out whose cost nobody has said.
    pub(super) costs: BTreeMap<String, f64>,
    /// By name, in minor units.
    pub(super) due: BTreeMap<String, f64>,
}

/// Content by piece. `handoff` = the place of the stage for which all of it is told.
pub(super) fn content(
    offers: &Split<String, Offer>,
    spend: &Spend,
    pieces: &Pieces,
    (stages, handoff, tells): (&[StageId], Option<usize>, Tells),
) -> Told {
    let after = handoff.and_then(|at| offers.all.after.get(at)).cloned().unwrap_or_default();
    let [elasticity, took] = stage_after(&after, offers.all.downloads);
    let [submit, cost, cost_share] = of_all(offers, spend, pieces);
    let values = vec![
        told(tells.requests, offers.all.downloads),
        submit,
        if handoff.is_some() { elasticity } else { Measure::default() },
        took,
        cost,
        cost_share,
    ];
    let none = Offer::default();
    let row = |name: &String| {
        let one = offers.by.get(name).unwrap_or(&none);
        let due = pieces.due.get(name).copied().unwrap_or(0.0);
        let made = (pieces.costs.get(name).copied(), due);
        offer(one, (impressions(one.shown, spend.of_asset(name)), stages.len()), made)
    };
    let names = offers.by.keys().chain(spend.assets.keys());
    let mut columns = vec![column(KpiId::Downloads), column(KpiId::SubmitRate)];
    for id in [KpiId::StageElasticity, KpiId::DownloadToStage] {
        columns.extend(stages.iter().map(|stage| KpiColumn { id, stage_id: Some(*stage) }));
    }
    columns.extend([KpiId::ProductionCost, KpiId::ContentCostShare].map(column));
    Told { values, table: table(KpiRows::Asset, columns, rows(names, row, 0)) }
}

/// Of all content: submit rate, what it cost to make, and that of the revenue that is due to it.
fn of_all(offers: &Split<String, Offer>, spend: &Spend, pieces: &Pieces) -> [Measure; 3] {
    let (mut due, mut cost, mut costed, mut left_out) = (0.0, 0.0, 0, 0);
    for (name, _) in offers.by.iter().filter(|(_, offer)| offer.downloads > 0) {
        match pieces.costs.get(name) {
            Some(made) => {
                cost += made;
                costed += 1;
                due += pieces.due.get(name).unwrap_or(&0.0);
            }
            None => left_out += 1,
        }
    }
    let cost = Measure { left_out, ..Measure::total((costed > 0).then_some(cost), costed) };
    let cost_share = Measure { too_few: false, ..Measure::each(&cost, due, costed) };
    [submitted(offers, spend), cost, cost_share]
}

/// Downloads ÷ impressions of the pieces that have impressions, those that nobody asked for among them.
fn submitted(offers: &Split<String, Offer>, spend: &Spend) -> Measure {
    let (mut asked, mut shown) = (0, 0.0);
    let none = Offer::default();
    let names: BTreeSet<&String> = offers.by.keys().chain(spend.assets.keys()).collect();
    for name in names {
        let offer = offers.by.get(name).unwrap_or(&none);
        let seen = impressions(offer.shown, spend.of_asset(name)).value;
        if let Some(seen) = seen.filter(|seen| *seen > 0.0) {
            asked += offer.downloads;
            shown += seen;
        }
    }
    Measure::ratio(f64::from(asked), shown, whole(shown))
}

fn offer(
    offer: &Offer,
    (seen, stages): (Measure, usize),
    (made, due): (Option<f64>, f64),
) -> Vec<Measure> {
    let shown = seen.value.unwrap_or(0.0);
    let mut values = vec![
        counted(offer.downloads),
        Measure::ratio(f64::from(offer.downloads), shown, whole(shown)),
    ];
    let none = After::default();
    let after = |at: usize| stage_after(offer.after.get(at).unwrap_or(&none), offer.downloads);
    values.extend((0..stages).map(|at| after(at)[0]));
    values.extend((0..stages).map(|at| after(at)[1]));
    let cost = Measure::total(made, u32::from(made.is_some()));
    values.extend([cost, Measure { too_few: false, ..Measure::each(&cost, due, 1) }]);
    values
}

/// The share of downloads that reached a stage, and how long that took.
fn stage_after(after: &After, downloads: u32) -> [Measure; 2] {
    let mut lasted = after.lasted.clone();
    let n = u32::try_from(lasted.len()).unwrap_or(u32::MAX);
    let took = Measure::median(median_days(&mut lasted), n);
    [share(after.reached, downloads), Measure { denominator: Some(downloads.into()), ..took }]
}

/// E-mails by campaign. `database` = who can be written to at the end.
pub(super) fn nurture(mails: &Split<String, Mails>, database: Measure, tells: Tells) -> Told {
    let mut values = mailed(&mails.all);
    values[0] = told(tells.mails, mails.all.sent);
    values.push(database);
    let columns = [
        KpiId::MailsSent,
        KpiId::OpenRate,
        KpiId::ClickRate,
        KpiId::HardBounceRate,
        KpiId::SoftBounceRate,
        KpiId::UnsubscribeRate,
    ];
    let row = |name: &String| mails.by.get(name).map_or_else(Vec::new, mailed);
    let rows = rows(mails.by.keys(), row, 0);
    Told { values, table: table(KpiRows::Campaign, columns.map(column).to_vec(), rows) }
}

fn mailed(mails: &Mails) -> Vec<Measure> {
    let of = |part: u32| share(part, mails.sent);
    vec![
        counted(mails.sent),
        of(mails.opened),
        of(mails.clicked),
        of(mails.hard),
        of(mails.soft),
        of(mails.unsubscribed),
    ]
}

/// What came to the stages of leads.
pub(super) struct AtStages {
    pub(super) tells: Tells,
    pub(super) new: u32,
    /// A stage, its name, what came to it, and who is there at the end.
    pub(super) stages: Vec<(StageId, String, StageLedger, u32)>,
    pub(super) handoff: Option<usize>,
}

/// Leads by stage.
pub(super) fn leads(at: &AtStages, costs: &KpiCosts) -> Told {
    let cost = costs.all().measured();
    let each = |n: u32| Measure::each(&cost, f64::from(n), n);
    let row = |(_, _, ledger, here): &(StageId, String, StageLedger, u32)| {
        let [entered, went_on, stayed] = passed(ledger);
        vec![counted(*here), entered, went_on, stayed, each(ledger.entered)]
    };
    let handoff = at.handoff.and_then(|place| at.stages.get(place)).map(|one| &one.2);
    let before =
        at.handoff.and_then(|place| at.stages.get(place.checked_sub(1)?)).map(|one| &one.2);
    let none = Measure::default();
    let [_, went_on, stayed] = before.map_or([none; 3], passed);
    let values = vec![
        told(at.tells.created, at.new),
        counted(at.stages.iter().map(|one| one.3).sum()),
        handoff.map_or(none, |ledger| counted(ledger.entered)),
        went_on,
        stayed,
        each(at.new),
        handoff.map_or(none, |ledger| each(ledger.entered)),
    ];
    let columns = [
        KpiId::Buyers,
        KpiId::StageEntered,
        KpiId::StageConversion,
        KpiId::StageDays,
        KpiId::CostPerStage,
    ];
    let rows = at.stages.iter().map(|one| stage_row(one.0, &one.1, row(one)));
    let table = KpiTable {
        by: KpiRows::Stage,
        columns: columns.map(column).to_vec(),
        rows: rows.collect(),
        more: 0,
    };
    Told { values, table }
}

/// How many came to a stage, the share that went on, and how long those stayed.
pub(super) fn passed(ledger: &StageLedger) -> [Measure; 3] {
    [
        counted(ledger.entered),
        share(ledger.advanced, ledger.entered),
        Measure {
            denominator: Some(ledger.entered.into()),
            ..Measure::median(ledger.days, ledger.timed)
        },
    ]
}

pub(super) fn stage_row(stage: StageId, name: &str, values: Vec<Measure>) -> KpiRow {
    KpiRow { name: name.to_owned(), stage_id: Some(stage), values, before: Vec::new() }
}

pub(super) fn column(id: KpiId) -> KpiColumn {
    KpiColumn { id, stage_id: None }
}

/// A row for each name, once, the largest first by one of its values.
pub(super) fn rows<'a>(
    names: impl Iterator<Item = &'a String>,
    values: impl Fn(&String) -> Vec<Measure>,
    by: usize,
) -> Vec<KpiRow> {
    let names: BTreeSet<&String> = names.collect();
    let row = |name: &&String| KpiRow {
        name: (*name).clone(),
        stage_id: None,
        values: values(name),
        before: Vec::new(),
    };
    let mut rows: Vec<KpiRow> = names.iter().map(row).collect();
    let size = |row: &KpiRow| row.values.get(by).and_then(|one| one.value).unwrap_or(-1.0);
    rows.sort_by(|a, b| size(b).total_cmp(&size(a)));
    rows
}

pub(super) fn table(by: KpiRows, columns: Vec<KpiColumn>, mut rows: Vec<KpiRow>) -> KpiTable {
    let more = u32::try_from(rows.len().saturating_sub(ROWS)).unwrap_or(u32::MAX);
    rows.truncate(ROWS);
    KpiTable { by, columns, rows, more }
}

/// A number of things, as far as it is one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a count is not below 0, and saturates above"
)]
fn whole(number: f64) -> u32 {
    number.round().clamp(0.0, f64::from(u32::MAX)) as u32
}
