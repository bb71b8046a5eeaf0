//! What asks for money, and what should not.

use super::Report;
use super::gaps::MOST;
use crate::export::document::{Column, Document, Entry};
use crate::export::words::{capital, date, sum};
use crate::model::{Funding, Money, Word};
use crate::review::{FundingLine, StopLine};

impl Report {
    pub(super) fn put_funding(&self, into: &mut Document) {
        let funding = &self.agenda.funding;
        into.heading(1, "To be funded");
        if funding.lines.is_empty() {
            into.paragraph("Nothing is planned that asks for money.");
            return;
        }
        into.list([
            format!("Waiting for an answer: {}", sum(&funding.asked)),
            format!("Funded: {}", sum(&funding.funded)),
            format!("Not now: {}", sum(&funding.not_now)),
        ]);
        let columns = [
            Column::text("Planned content", 9),
            Column::text("Closes", 7),
            Column::fitting("Answer"),
            Column::number("Budget"),
        ];
        // What nobody has priced or answered waits behind what a meeting can decide.
        let mut lines: Vec<_> = funding.lines.iter().collect();
        lines.sort_by_key(|line| line.budget.is_none() && line.funding.is_none());
        let rows = lines.into_iter().map(|line| self.to_fund(line)).collect();
        into.note("What has a budget or an answer first, then by the gap that each piece closes.");
        into.table(&columns, rows, MOST);
    }

    fn to_fund(&self, line: &FundingLine) -> Vec<Entry> {
        let closes = match (line.persona_id, line.stage_id, line.gap) {
            (Some(persona), Some(stage), Some(gap)) => {
                Entry::noted(self.names.place(persona, stage), format!("priority {gap:.0} of 100"))
            }
            _ => Entry::text("No gap"),
        };
        let usual = line.usual.as_ref();
        let budget = match (&line.budget, usual) {
            (Some(budget), _) => Entry::text(budget.in_full()),
            (None, Some(usual)) => {
                Entry::noted("no data", format!("usually {}", usual.mean.in_full()))
            }
            (None, None) => Entry::text("no data"),
        };
        let due = line.due_on.map(|due| format!("due {}", date(due)));
        vec![
            Entry::strong(line.title.clone(), about([&line.format, &line.owner], due)),
            closes,
            Entry::text(answer(line.funding)),
            budget,
        ]
    }

    pub(super) fn put_stop(&self, into: &mut Document) {
        let stop = &self.agenda.stop;
        into.heading(1, "To be stopped");
        if stop.lines.is_empty() {
            into.paragraph("Nothing that is planned is said to move no deal.");
            return;
        }
        into.paragraph(format!(
            "Not published yet, and a no wherever it is placed. Stopping all of it would save {}.",
            sum(&stop.remaining)
        ));
        let columns = [
            Column::text("Content", 8),
            Column::text("Why", 9),
            Column::number("Spent"),
            Column::number("Still to spend"),
        ];
        into.table(&columns, stop.lines.iter().map(to_stop).collect(), MOST);
    }
}

fn to_stop(line: &StopLine) -> Vec<Entry> {
    let why = if line.reasons.is_empty() {
        "No reason was given".to_owned()
    } else {
        line.reasons.join(" · ")
    };
    let estimate = match (&line.remaining, line.estimated) {
        (Some(_), true) => "by the usual cost",
        _ => "",
    };
    vec![
        Entry::strong(line.title.clone(), about([&line.format, &line.owner], None)),
        Entry::text(why),
        Entry::text(known(line.spent.as_ref())),
        Entry::noted(known(line.remaining.as_ref()), estimate),
    ]
}

fn known(money: Option<&Money>) -> String {
    money.map_or_else(|| "no data".to_owned(), Money::in_full)
}

pub(in crate::export) fn answer(funding: Option<Funding>) -> String {
    funding.map_or_else(|| "Not answered".to_owned(), |funding| capital(funding.as_word()))
}

/// "Case study · Mara Ruiz · due 1 October 2026", as far as it is known.
fn about(known: [&String; 2], due: Option<String>) -> String {
    let known = known.into_iter().filter(|part| !part.is_empty()).cloned();
    known.chain(due).collect::<Vec<_>>().join(" · ")
}
