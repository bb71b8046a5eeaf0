//! The cadence: what is due, what came out and what grows stale, month by month. A view of the plan,
//! not the plan itself: every date in it is one of an asset's own.

use crate::coverage::{Standing, freshness};
use crate::id::AssetId;
use crate::model::{Architecture, Asset, Status, words};
use chrono::{Datelike, Months, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

words! {
    /// What happens to an asset on a day.
    Occasion {
        /// It should be out.
        Due = "due",
        /// It came out, or is to.
        Published = "published",
        /// The last day of its shelf life.
        Expires = "expires",
    }
}

/// An asset on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CadenceEntry {
    /// The day.
    pub on: NaiveDate,
    /// What happens.
    pub occasion: Occasion,
    /// The asset.
    pub asset_id: AssetId,
    /// Its title.
    pub title: String,
    /// The name of its format, or empty.
    pub format: String,
    /// Who is in charge of it, or empty.
    pub owner: String,
    /// Where it stands.
    pub status: Status,
    /// Due before today and not out, or its shelf life ends within 60 days.
    pub pressing: bool,
}

/// A month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CadenceMonth {
    /// Its first day.
    pub first: NaiveDate,
    /// What happens in it, by day, then in the order due, published, expires, then by title.
    pub entries: Vec<CadenceEntry>,
}

/// Some months of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Cadence {
    /// Today, in the workspace's time zone.
    pub today: NaiveDate,
    /// The months, without a gap.
    pub months: Vec<CadenceMonth>,
    /// What was due before the first of them and is not out, the longest overdue first.
    pub overdue: Vec<CadenceEntry>,
    /// Assets planned or in production that nobody has given a due date.
    pub undated: usize,
}

impl Cadence {
    /// Some months of a plan as of today, beginning with the one that holds `from`; of one owner's
    /// content where one is named.
    pub fn of(
        plan: &Architecture,
        today: NaiveDate,
        from: NaiveDate,
        months: u32,
        owner: Option<&str>,
    ) -> Self {
        let assets = || plan.assets.iter().filter(|one| owner.is_none_or(|name| one.owner == name));
        let mut all: Vec<_> = assets().flat_map(|asset| entries(plan, asset, today)).collect();
        all.sort_by(|a, b| {
            (a.on, a.occasion, &a.title, a.asset_id).cmp(&(b.on, b.occasion, &b.title, b.asset_id))
        });
        let first = month_of(from);
        let within = |first: NaiveDate| {
            let next = first.checked_add_months(Months::new(1)).unwrap_or(NaiveDate::MAX);
            let entries = all.iter().filter(|entry| (first..next).contains(&entry.on));
            CadenceMonth { first, entries: entries.cloned().collect() }
        };
        let firsts = (0..months).filter_map(|n| first.checked_add_months(Months::new(n)));
        let is_late = |entry: &&CadenceEntry| {
            entry.occasion == Occasion::Due && entry.on < first && entry.on < today
        };
        let begun = |asset: &Asset| matches!(asset.status, Status::Planned | Status::InProduction);
        Self {
            today,
            months: firsts.map(within).collect(),
            overdue: all.iter().filter(is_late).cloned().collect(),
            undated: assets().filter(|one| begun(one) && one.due_on.is_none()).count(),
        }
    }
}

fn month_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

fn entries(plan: &Architecture, asset: &Asset, today: NaiveDate) -> Vec<CadenceEntry> {
    let freshness = freshness(plan, asset, today);
    let is_out = asset.status == Status::Published;
    let counts = asset.status != Status::Retired;
    let ages = matches!(freshness.standing, Standing::Live | Standing::Stale);
    let due = asset.due_on.filter(|_| counts && !is_out);
    let published = asset.published_on.filter(|_| is_out);
    let expires = freshness.expires_on.filter(|_| ages);
    let format = asset.format_id.and_then(|id| plan.formats.get(id));
    let entry = |on, occasion, pressing| CadenceEntry {
        on,
        occasion,
        asset_id: asset.id,
        title: asset.title.clone(),
        format: format.map(|format| format.name.clone()).unwrap_or_default(),
        owner: asset.owner.clone(),
        status: asset.status,
        pressing,
    };
    let due = due.map(|on| entry(on, Occasion::Due, on < today));
    let published = published.map(|on| entry(on, Occasion::Published, false));
    let soon = freshness.expires_soon(today);
    let expires = expires.map(|on| entry(on, Occasion::Expires, soon));
    [due, published, expires].into_iter().flatten().collect()
}
