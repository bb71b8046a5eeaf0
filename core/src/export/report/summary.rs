//! The report in a few figures and sentences.

use super::names::is_better;
use super::{Report, Turned};
use crate::coverage::{Gap, Score};
use crate::export::document::{Block, Document, Fact};
use crate::export::words::{capital, counted, date, look, no_total, score, sum};
use crate::model::{Funding, Money, Sum};
use crate::snapshot::{AssetCounts, CellFigures};

impl Report {
    pub(super) fn put_summary(&self, into: &mut Document) {
        into.blocks.push(Block::Facts(self.facts()));
        into.heading(1, "In short");
        let mut said: Vec<String> = self
            .journeys
            .iter()
            .map(|journey| format!("{}: {}", journey.name, lower(&of_journey(&journey.map.score))))
            .collect();
        said.extend(self.turned.as_ref().map(Turned::sentence));
        said.extend(self.largest_gap());
        said.push(self.content());
        said.push(self.checks());
        said.push(self.money());
        said.extend(self.stopping());
        into.blocks.push(Block::List(said));
        if let Some(held) = self.held.as_ref().filter(|held| !held.review.notes.is_empty()) {
            into.heading(2, "What was said");
            into.paragraph(held.review.notes.clone());
        }
    }

    fn facts(&self) -> Vec<Fact> {
        let fact = |value: String, label: &str| Fact { value, label: label.to_owned() };
        let Score { covered, applicable, nothing_live, .. } = self.score;
        let worth =
            |sum: &Sum| sum.total.as_ref().map_or_else(|| no_total(sum).to_owned(), Money::rounded);
        vec![
            fact(score(&self.score), "coverage of 100"),
            fact(format!("{covered} of {applicable}"), "cells covered"),
            fact(nothing_live.to_string(), "with nothing live"),
            fact(worth(&self.agenda.funding.asked), "waits for an answer"),
        ]
    }

    fn largest_gap(&self) -> Option<String> {
        let journey = self.journeys.iter().find(|journey| !journey.gaps.is_empty())?;
        let gap = journey.gaps.first()?;
        Some(format!("The largest gap is {} at {}. {}", gap.persona, gap.stage, reason(gap)))
    }

    fn content(&self) -> String {
        let AssetCounts { live, stale, planned, rework, .. } = self.assets;
        let rework = match rework {
            0 => String::new(),
            rework => {
                format!(", and {rework} to be reworked, as nobody finds that it moves a deal")
            }
        };
        format!(
            "Content: {live} live, {stale} past its shelf life, {planned} planned or in \
             production{rework}."
        )
    }

    fn checks(&self) -> String {
        let needs = self.agenda.open_needs.len();
        let differ = match self.agenda.disagreements.len() {
            0 => "no placement".to_owned(),
            differ => counted(differ, "placement", "placements"),
        };
        let needs = has(needs, "need is", "needs are");
        format!("{needs} open, and marketing and sales differ on {differ}.")
    }

    fn money(&self) -> String {
        let funding = &self.agenda.funding;
        let with = |answer| funding.lines.iter().filter(move |line| line.funding == answer).count();
        let (asked, funded) = (with(None), with(Some(Funding::Fund)));
        let wait = has(asked, "planned piece waits", "planned pieces wait");
        format!(
            "{wait} for an answer on money: {}. {} funded: {}.",
            sum(&funding.asked),
            has(funded, "piece is", "pieces are"),
            sum(&funding.funded)
        )
    }

    fn stopping(&self) -> Option<String> {
        let stop = &self.agenda.stop;
        (!stop.lines.is_empty()).then(|| {
            format!(
                "{} no deal wherever {} placed; stopping would save {}.",
                has(stop.lines.len(), "unpublished piece moves", "unpublished pieces move"),
                if stop.lines.len() == 1 { "it is" } else { "they are" },
                sum(&stop.remaining)
            )
        })
    }
}

/// "3 needs are", "No need is".
fn has(number: usize, one: &str, many: &str) -> String {
    match number {
        0 => format!("No {one}"),
        1 => format!("1 {one}"),
        number => format!("{number} {many}"),
    }
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// "Score 46 of 100; 10 of 34 cells are covered, 12 have nothing live."
pub(super) fn of_journey(of: &Score) -> String {
    let Score { covered, applicable, nothing_live, .. } = of;
    let cells = counted(*applicable as usize, "cell", "cells");
    let score = match of.value {
        Some(_) => format!("Score {} of 100", score(of)),
        None => "No score".to_owned(),
    };
    let (are, have) = (plural(*covered, "is", "are"), plural(*nothing_live, "has", "have"));
    format!("{score}; {covered} of {cells} {are} covered, {nothing_live} {have} nothing live.")
}

fn plural(number: u32, one: &'static str, many: &'static str) -> &'static str {
    if number == 1 { one } else { many }
}

/// The factors of a gap in words.
pub(super) fn reason(gap: &Gap) -> String {
    let mut said = format!(
        "{} Decision weight {:.0}\u{a0}of\u{a0}5.",
        look(gap.state).sentence,
        gap.factors.weight
    );
    if gap.open_must_needs > 0 {
        let needs = counted(gap.open_must_needs as usize, "must-need", "must-needs");
        said = format!("{said} {needs} open.");
    }
    match &gap.worth {
        None => said,
        Some(worth) => format!("{said} {}.", capital(&worth.in_words())),
    }
}

impl Turned {
    /// What turned, in a sentence.
    fn sentence(&self) -> String {
        let (before, after) = (score(&self.before.workspace), score(&self.after.workspace));
        let moved = if before == after {
            format!("stayed at {after}")
        } else {
            format!("went from {before} to {after}")
        };
        let turned = match self.directions() {
            (0, 0) => "no cell turned for better or worse".to_owned(),
            (better, worse) => format!(
                "{} turned for the better, {worse} for the worse",
                counted(better, "cell", "cells")
            ),
        };
        let (name, from) = (&self.name, date(self.comparison.from));
        format!("Since “{name}” of {from} the score over all journeys {moved}; {turned}.")
    }

    /// How many cells turned for the better, and for the worse.
    pub(super) fn directions(&self) -> (usize, usize) {
        let turns: Vec<_> = self
            .changed_cells()
            .filter_map(|(before, after)| is_better(before.state, after.state))
            .collect();
        let better = turns.iter().filter(|better| **better).count();
        (better, turns.len() - better)
    }

    /// Cells with another state than before.
    pub(in crate::export) fn changed_cells(
        &self,
    ) -> impl Iterator<Item = (&CellFigures, &CellFigures)> {
        self.comparison.cells.iter().filter_map(|turn| {
            let (before, after) = (turn.before.as_ref()?, turn.after.as_ref()?);
            (before.state != after.state).then_some((before, after))
        })
    }
}
