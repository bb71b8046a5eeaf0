//! `throughline queue` and `throughline sla`: leads that were handed over, and what both sides promised.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use throughline_core::api::export::DocumentFormat;
use throughline_core::api::handoff::{self, AgreementOf};
use throughline_core::api::{Context, agreement_today, save_agreement};
use throughline_core::demand::{
    FollowUpList, FollowUpPage, FollowUpQuery, FollowUpRow, SlaMonth, SlaReport,
};
use throughline_core::error::Error;
use throughline_core::model::{Millis, Money, Word};

use super::{Said, json as written};
use crate::desk::Desk;

/// Which part of the queue.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Part {
    /// Handed over, and not answered.
    ToAnswer,
    /// Accepted, and nobody was in touch yet.
    ToCall,
    /// Accepted, and somebody was in touch.
    Accepted,
    /// Turned back.
    TurnedBack,
}

/// Tell which leads sales has to answer or to call, and by when.
#[derive(Debug, Args)]
pub(super) struct Queue {
    /// The workspace.
    #[arg(long, short)]
    workspace: PathBuf,
    /// Which part of the queue.
    #[arg(long, value_enum, default_value_t = Part::ToAnswer)]
    list: Part,
    /// So many leads at most.
    #[arg(long, default_value_t = 20)]
    limit: usize,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

impl Queue {
    /// Tells the queue.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let list = match self.list {
            Part::ToAnswer => FollowUpList::ToAnswer,
            Part::ToCall => FollowUpList::ToCall,
            Part::Accepted => FollowUpList::Accepted,
            Part::TurnedBack => FollowUpList::TurnedBack,
        };
        let query = FollowUpQuery { list, limit: Some(self.limit), ..FollowUpQuery::default() };
        let page = handoff::list(Context { host: &desk, speaker: None }, query)?;
        Ok(if self.json { written(&page) } else { queue(&page) })
    }
}

fn queue(page: &FollowUpPage) -> String {
    let counts = &page.counts;
    let clocks = if page.running { "" } else { " The files are a day old or more: clocks stand." };
    let mut lines = vec![format!(
        "{} to answer ({} overdue, {} unassigned), {} to call, {} accepted, {} turned back as of {}.{clocks}",
        counts.to_answer,
        counts.overdue,
        counts.unassigned,
        counts.to_call,
        counts.accepted,
        counts.turned_back,
        minute(page.at),
    )];
    lines.extend(page.rows.iter().map(row));
    lines.join("\n")
}

fn row(row: &FollowUpRow) -> String {
    let name = [&row.email, &row.name].into_iter().find(|name| !name.is_empty());
    let heat = if row.hot { "hot " } else { "warm" };
    format!(
        "{heat}  {} – {}  {:<9} {}",
        minute(row.not_before),
        minute(row.not_after),
        row.follow_up.as_word(),
        name.map_or("nobody", String::as_str),
    )
}

fn minute(at: Millis) -> String {
    let time = chrono::DateTime::from_timestamp_millis(at.0);
    time.map(|time| time.format("%Y-%m-%d %H:%M").to_string()).unwrap_or_default()
}

/// Tell what marketing and sales promised each other, and what became of it.
#[derive(Debug, Args)]
pub(super) struct Sla {
    /// The workspace.
    #[arg(long, short)]
    workspace: PathBuf,
    /// Save the agreement that is in force, to sign: a .pdf or .html file.
    #[arg(long)]
    agreement: Option<PathBuf>,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

impl Sla {
    /// Tells it, or saves the agreement.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let context = Context { host: &desk, speaker: None };
        let Some(path) = &self.agreement else {
            let report = handoff::sla(context, throughline_core::api::edit::Nothing {})?;
            return Ok(if self.json { written(&report) } else { sla(&report) });
        };
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let format = match ending.to_ascii_lowercase().as_str() {
            "pdf" => DocumentFormat::Pdf,
            "html" => DocumentFormat::Html,
            _ => return Err(Error::invalid("Name a file that ends in .pdf or .html.").into()),
        };
        let id = agreement_today(context)?;
        let asked = AgreementOf { id, format: Some(format), paper: None };
        let saved = save_agreement(context, &asked, path)?;
        Ok(if self.json { written(&saved) } else { format!("Saved {}.", path.display()) })
    }
}

fn sla(report: &SlaReport) -> String {
    if report.months.is_empty() {
        return "No leads were handed over yet, and no deals won.".to_owned();
    }
    report.months.iter().map(month).collect::<Vec<_>>().join("\n")
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
