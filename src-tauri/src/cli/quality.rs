//! `throughline quality`: the state that what is known of leads is in.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;
use throughline_core::api::Context;
use throughline_core::demand::{
    FlaggedQuery, QualityReport, VerifyList, flagged_order, flagged_window, quality, verify_first,
};
use throughline_core::error::Error;
use throughline_core::hygiene::{AnswerFlag, GroupStock};
use throughline_core::model::{Millis, Word};
use throughline_core::plan::Plan;

use super::consumption::moment;
use super::{Said, json as written};
use crate::desk::Desk;

/// Say how much of what is known of leads still holds, what cannot be true and what to ask next.
#[derive(Debug, Args)]
pub(super) struct Quality {
    /// The workspace.
    #[arg(long, short)]
    workspace: PathBuf,
    /// As of when, e.g. 2026-11-01T00:00:00Z; the newest time in the files unless given.
    #[arg(long, value_parser = moment)]
    at: Option<Millis>,
    /// So many leads of each list at most.
    #[arg(long, default_value_t = 10)]
    limit: usize,
    /// Answer as JSON.
    #[arg(long)]
    json: bool,
}

impl Quality {
    /// Tells the state of all leads, what to verify first and what is flagged.
    pub(super) fn run(self) -> Said {
        let desk = Desk::default();
        desk.open(&self.workspace)?;
        let context = Context { host: &desk, speaker: None };
        let open = context.host.opened().ok_or(Error::NoWorkspace)?;
        self.told(&open.plan)
    }

    fn told(&self, plan: &Plan) -> Said {
        let report = quality(plan, self.at)?;
        let mut verify = verify_first(plan, self.at)?;
        verify.rows.truncate(self.limit);
        let query = FlaggedQuery { limit: Some(self.limit), ..FlaggedQuery::default() };
        let flagged = flagged_window(plan, &query, &flagged_order(plan, None)?)?;
        if self.json {
            return Ok(written(&json!({
                "report": report, "verifyFirst": verify, "flagged": flagged,
            })));
        }
        if report.leads == 0 {
            return Ok("No leads were imported yet.".to_owned());
        }
        let mut lines = stock(&report);
        lines.extend(first(&verify));
        lines.extend(flags(&report));
        lines.extend(flagged.rows.iter().map(|row| {
            let said = |flag: &AnswerFlag| {
                format!("{} ({})", flag.field.as_word(), words(flag.reason.as_word()))
            };
            let told: Vec<String> = row.flags.iter().map(said).collect();
            format!("  {}: {}", named(&row.email, &row.name), told.join(", "))
        }));
        lines.extend(profile(&report));
        Ok(lines.join("\n"))
    }
}

fn stock(report: &QualityReport) -> Vec<String> {
    let rates = &report.settings.rates;
    let line = |name: &str, stock: &GroupStock, rate: Option<f64>| {
        let dated = stock.leads - stock.undated;
        let rate = rate.map_or_else(String::new, |rate| format!(", at {rate}% a year"));
        let holds = share(stock.valid);
        format!(
            "  {name}: {holds} expected to hold; {:.0} of {dated} not{rate}; {} without a date",
            stock.invalid, stock.undated
        )
    };
    let stock = &report.stock;
    vec![
        format!("{} leads. What is known of them:", report.leads),
        line("person", &stock.person, Some(rates.person)),
        line("address", &stock.address, Some(rates.address)),
        line("company", &stock.company, Some(rates.company)),
        line("whole leads", &stock.all, None),
    ]
}

fn first(verify: &VerifyList) -> Vec<String> {
    let mut lines = vec![format!(
        "To verify first, by score × age, of {} (another {} have no date):",
        verify.ranked, verify.undated
    )];
    lines.extend(verify.rows.iter().map(|row| {
        let name = named(&row.email, &row.name);
        format!(
            "  {name}: score {:.1}, {} days, {} holds",
            row.score,
            row.days,
            share(Some(row.valid))
        )
    }));
    lines
}

fn flags(report: &QualityReport) -> Vec<String> {
    let counts = report.flags.iter().filter(|one| one.leads > 0);
    let counts: Vec<String> =
        counts.map(|one| format!("{} {}", one.leads, words(one.reason.as_word()))).collect();
    let told = if counts.is_empty() { String::new() } else { format!(": {}", counts.join(", ")) };
    vec![format!("{} with an answer that is flagged{told}.", report.flagged)]
}

fn profile(report: &QualityReport) -> Vec<String> {
    let profile = &report.profile;
    let mut lines = vec![format!(
        "Profiles are {} complete; {} of {} wholly.",
        share(profile.completeness),
        profile.complete,
        profile.leads
    )];
    lines.extend(profile.fields.iter().map(|one| {
        format!("  {}: known of {}, to ask {} next", one.field.as_word(), one.known, one.next)
    }));
    lines
}

fn share(share: Option<f64>) -> String {
    share.map_or_else(|| "no data".to_owned(), |share| format!("{:.1}%", share * 100.0))
}

/// "keyboardRun" as people say it: "keyboard run".
fn words(word: &str) -> String {
    let letter = |letter: char| match letter.is_uppercase() {
        true => format!(" {}", letter.to_ascii_lowercase()),
        false => letter.to_string(),
    };
    word.chars().map(letter).collect()
}

/// What a lead is called: the address, else the name.
pub(super) fn named<'a>(email: &'a str, name: &'a str) -> &'a str {
    [email, name].into_iter().find(|text| !text.is_empty()).unwrap_or("nobody")
}
