//! The queue and the promises in words.

use super::months::{SlaMonth, SlaReport};
use super::queue::{FollowUpPage, FollowUpRow, HotAsk};
use crate::model::{EventKind, Millis, Money, Word};

impl FollowUpPage {
    /// It in words.
    pub fn in_words(&self) -> String {
        let counts = &self.counts;
        let clocks =
            if self.running { "" } else { " The files are a day old or more: clocks stand." };
        let mut lines = vec![format!(
            "{} to answer ({} overdue, {} unassigned), {} to call, {} accepted, {} turned back as of {}.{clocks}",
            counts.to_answer,
            counts.overdue,
            counts.unassigned,
            counts.to_call,
            counts.accepted,
            counts.turned_back,
            minute(self.at),
        )];
        lines.extend(self.rows.iter().map(row));
        lines.join("\n")
    }
}

fn row(row: &FollowUpRow) -> String {
    let name = [&row.email, &row.name].into_iter().find(|name| !name.is_empty());
    let heat = if row.hot { "hot " } else { "warm" };
    format!(
        "{heat}  {} – {}  {:<9} {}{}",
        minute(row.not_before),
        minute(row.not_after),
        row.follow_up.as_word(),
        name.map_or("nobody", String::as_str),
        row.hot_ask.and_then(hot_ask).unwrap_or_default(),
    )
}

fn hot_ask(ask: HotAsk) -> Option<String> {
    let asked_for = match ask.kind {
        EventKind::DemoRequest => "asked for a demo",
        EventKind::QuoteRequest => "asked for a quote",
        EventKind::ContactRequest => "asked to be contacted",
        _ => return None,
    };
    Some(format!(", {asked_for} {}", minute(ask.at)))
}

fn minute(at: Millis) -> String {
    let time = chrono::DateTime::from_timestamp_millis(at.0);
    time.map(|time| time.format("%Y-%m-%d %H:%M").to_string()).unwrap_or_default()
}

impl SlaReport {
    /// It in words.
    pub fn in_words(&self) -> String {
        if self.months.is_empty() {
            return "No leads were handed over yet, and no deals won.".to_owned();
        }
        self.months.iter().map(month).collect::<Vec<_>>().join("\n")
    }
}

fn month(month: &SlaMonth) -> String {
    let share = |share: Option<f64>| {
        share.map_or_else(|| "no data".to_owned(), |share| format!("{:.0} %", share * 100.0))
    };
    let revenue = month.sales_revenue.total.as_ref().map(Money::in_full);
    let kept = month.promises.iter().filter(|one| one.kept == Some(true)).count();
    let broken = month.promises.iter().filter(|one| one.kept == Some(false)).count();
    format!(
        "{}: {} handed over, {} accepted, {} turned back, in time {}, revenue {}; {kept} promises kept, {broken} broken",
        month.month.format("%Y-%m"),
        month.handed,
        month.accepted,
        month.turned_back,
        share(month.within_time),
        revenue.unwrap_or_else(|| "no data".to_owned()),
    )
}
