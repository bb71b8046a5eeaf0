//! The list of deals in words, for a terminal.

use super::list::{DealList, DealStage};
use super::standing::{DealOutcome, DealRow};
use crate::funnel::LineInDays;
use crate::id::StageId;
use crate::model::{Architecture, Millis, Money, Word, thousands};
use chrono_tz::Tz;

impl DealList {
    /// Stage by stage, then every deal. `plan` = the one it is of.
    pub fn in_words(&self, plan: &Architecture) -> String {
        if self.deals == 0 {
            return "No deal was imported yet: import deals.".to_owned();
        }
        let mut lines: Vec<String> =
            self.stages.iter().map(|stage| self.stage(plan, stage)).collect();
        lines.push(String::new());
        lines.push(format!("{} of {} deals", number(self.total), number(self.deals)));
        lines.extend(self.rows.iter().map(|row| row.in_words(plan)));
        if self.rows.len() < self.total {
            lines.push(format!("and {} more", number(self.total - self.rows.len())));
        }
        lines.join("\n")
    }

    fn stage(&self, plan: &Architecture, stage: &DealStage) -> String {
        let worth = Money { minor: stage.worth, currency: self.currency.clone() };
        let few = if stage.valued < stage.deals {
            format!(" of {} of them", number(stage.valued))
        } else {
            String::new()
        };
        format!(
            "{}: {} open, {}{few}, {} past the line ({})",
            name(plan, stage.stage_id),
            number(stage.deals),
            worth.rounded(),
            number(stage.past_line),
            line(stage.line.as_ref()),
        )
    }
}

impl DealRow {
    fn in_words(&self, plan: &Architecture) -> String {
        let zone = plan.workspace().ok().and_then(|one| one.time_zone.parse().ok());
        let day = |at: Millis| at.day_in(zone.unwrap_or(Tz::UTC));
        let called = if self.name.is_empty() { "without a name" } else { &self.name };
        let account =
            if self.account.is_empty() { String::new() } else { format!(", {}", self.account) };
        let value = self.value.as_ref().map_or_else(|| "value: no data".to_owned(), Money::in_full);
        let stands = match (self.outcome, self.days) {
            (DealOutcome::Open, Some(days)) => {
                let at_least = if self.since_exact { "" } else { "at least " };
                format!("{at_least}{} d", tenths(days))
            }
            (DealOutcome::Open, None) => "open".to_owned(),
            (ended, _) => ended.as_word().to_owned(),
        };
        let past = if self.past_line { ", past the line" } else { "" };
        let touched = self
            .last_touch
            .map_or_else(|| "no touch".to_owned(), |at| format!("last touch {}", day(at)));
        format!(
            "{called}{account}: {}, {stands}{past}; {value}; {} people, {} personas missing; {touched}",
            name(plan, self.stage_id),
            number(self.people as usize),
            number(self.missing),
        )
    }
}

fn name(plan: &Architecture, stage: Option<StageId>) -> String {
    let stage = stage.and_then(|id| plan.stages.get(id));
    stage.map_or_else(|| "Stage not known".to_owned(), |one| one.name.clone())
}

fn line(line: Option<&LineInDays>) -> String {
    let Some(line) = line else { return "no data".to_owned() };
    let few = if line.too_few { ", too few" } else { "" };
    format!("{} d [n {}{few}]", tenths(line.days), thousands(line.n.into()))
}

fn tenths(days: f64) -> String {
    format!("{:.1}", (days * 10.0).round() / 10.0)
}

fn number(number: usize) -> String {
    thousands(number as u64)
}
