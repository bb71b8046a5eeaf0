//! Scores in words, and the highest of them.

use super::lead::{LeadScore, ScoreLine};
use crate::demand::leads::{LeadList, LeadQuery, LeadRow, LeadSort, order, window};
use crate::error::Result;
use crate::model::{Millis, Word};
use crate::plan::Plan;
use std::fmt::Write as _;

/// So many leads are read at a time.
const PAGE: usize = 1_000;

/// The leads with the highest scores as of a time, so many at most; 0 = all.
pub fn top_scores(plan: &Plan, at: Option<Millis>, most: usize) -> Result<Vec<LeadRow>> {
    let most = if most == 0 { usize::MAX } else { most };
    let query = LeadQuery { sort: Some(LeadSort::Score), at, ..LeadQuery::default() };
    let order = order(plan, &query)?;
    let mut rows: Vec<LeadRow> = Vec::new();
    while rows.len() < most {
        let limit = Some(PAGE.min(most - rows.len()));
        let query = LeadQuery { offset: rows.len(), limit, ..query.clone() };
        let LeadList { rows: more, .. } = window(plan, &query, &order)?;
        if more.is_empty() {
            break;
        }
        rows.extend(more);
    }
    Ok(rows)
}

impl LeadScore {
    /// It in words, with every line where that is asked for.
    pub fn in_words(&self, explain: bool) -> String {
        let score = self;
        let mut told = format!(
            "{:.1} ({:.1} of it behaviour): {} by \"{}\".",
            score.score,
            score.behaviour,
            score.state.as_word(),
            score.model.name
        );
        if let Some(at) = score.flips_at {
            let _ = write!(told, " That changes at {} if nothing happens.", day(at));
        }
        if explain {
            for (points, what) in self.lines_in_words() {
                let _ = write!(told, "\n{points:>8.2}  {what}");
            }
        }
        told
    }

    /// Its lines in words, each with its points.
    pub(in crate::demand) fn lines_in_words(&self) -> Vec<(f64, String)> {
        self.lines.iter().map(line_in_words).collect()
    }
}

fn line_in_words(line: &ScoreLine) -> (f64, String) {
    match line {
        ScoreLine::Act { rule, at, content, earned, points, .. } => {
            (*points, format!("{} {rule} {content} (earned {earned})", day(*at)))
        }
        ScoreLine::Cap { group, cap, points } => (*points, format!("{group} is cut at {cap}")),
        ScoreLine::Lapse { days, since, points } => {
            (*points, format!("silent for {days} days since {}", day(*since)))
        }
        ScoreLine::Floor { points } => (*points, "behaviour is 0 at least".to_owned()),
        ScoreLine::Field { value, known_then, points, .. } => {
            let since = if *known_then { "" } else { " (as known today)" };
            (*points, format!("{value}{since}"))
        }
    }
}

fn day(at: Millis) -> String {
    let time = chrono::DateTime::from_timestamp_millis(at.0);
    time.map(|time| time.format("%Y-%m-%d %H:%M").to_string()).unwrap_or_default()
}
