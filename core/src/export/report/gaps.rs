//! What is missing, what it takes and what is planned; needs and disagreements.

use super::Report;
use super::summary::reason;
use crate::check::SideCheck;
use crate::coverage::{Gap, GapPlans};
use crate::export::document::{Block, Column, Document, Entry};
use crate::export::words::{capital, counted};
use crate::figure::gap_bars;
use crate::model::Word;

/// How many gaps of each journey are told.
const GAPS: usize = 10;
/// Longer lists are for the workbook.
pub(super) const MOST: usize = 15;

impl Report {
    pub(super) fn put_gaps(&self, into: &mut Document) {
        let with_gaps: Vec<_> =
            self.journeys.iter().filter(|journey| !journey.gaps.is_empty()).collect();
        into.heading(1, "What to close first");
        if with_gaps.is_empty() {
            into.paragraph("Every cell that applies is covered.");
            return;
        }
        into.note("Cells that are not covered, by what closing them is worth; 100 is the largest.");
        for journey in with_gaps {
            let largest = &journey.gaps[..journey.gaps.len().min(GAPS)];
            if self.journeys.len() > 1 {
                into.heading(2, journey.name.clone());
            }
            if largest.len() < journey.gaps.len() {
                let (shown, all) = (largest.len(), journey.gaps.len());
                into.note(format!("The {shown} largest of {all}."));
            }
            into.blocks.push(Block::Figure(gap_bars(largest)));
            let columns = [
                Column::text("Gap", 10),
                Column::text("What it would take", 7),
                Column::text("What is planned", 6),
            ];
            let rows = largest.iter().map(gap).collect();
            into.table(&columns, rows, GAPS);
        }
    }

    pub(super) fn put_needs(&self, into: &mut Document) {
        into.heading(1, "Open needs");
        if self.agenda.open_needs.is_empty() {
            into.paragraph("Nothing that anybody needs is open.");
            return;
        }
        into.note("What deals need and nothing live answers; must-needs first.");
        let columns =
            [Column::text("Need", 10), Column::text("Where", 6), Column::fitting("Importance")];
        let rows = self.agenda.open_needs.iter().map(|need| {
            vec![
                Entry::noted(need.text.clone(), capital(need.kind.as_word())),
                Entry::text(self.names.place_of_need(need.persona_id, need.stage_id)),
                Entry::text(capital(need.importance.as_word())),
            ]
        });
        into.table(&columns, rows.collect(), MOST);
    }

    pub(super) fn put_disagreements(&self, into: &mut Document) {
        into.heading(1, "Where marketing and sales differ");
        if self.agenda.disagreements.is_empty() {
            into.paragraph("They differ on nothing that both have answered.");
            return;
        }
        into.note("Does this help sales move the deal to the next stage?");
        let columns = [
            Column::text("Content", 8),
            Column::text("Marketing says", 7),
            Column::text("Sales says", 7),
        ];
        let rows = self.agenda.disagreements.iter().map(|one| {
            vec![
                Entry::strong(one.title.clone(), self.names.place(one.persona_id, one.stage_id)),
                side(&one.check.marketing),
                side(&one.check.sales),
            ]
        });
        into.table(&columns, rows.collect(), MOST);
    }
}

fn gap(gap: &Gap) -> Vec<Entry> {
    let cost = gap.cost.as_ref().map_or_else(
        || Entry::text("No cost is known yet"),
        |cost| {
            Entry::noted(
                format!("{}, {}", cost.format, cost.mean.in_full()),
                format!("the mean of {} known", cost.assets),
            )
        },
    );
    let place = format!("{} at {}", gap.persona, gap.stage);
    vec![
        Entry { state: Some(gap.state), ..Entry::strong(place, reason(gap)) },
        cost,
        plans(&gap.plans),
    ]
}

fn plans(plans: &GapPlans) -> Entry {
    if plans.assets == 0 {
        return Entry::text("Nothing");
    }
    let mut money = Vec::new();
    if let Some(total) = &plans.funded.total {
        money.push(format!("{} funded", total.in_full()));
    }
    if let Some(total) = &plans.asked.total {
        money.push(format!("{} asked for", total.in_full()));
    }
    Entry::noted(counted(plans.assets as usize, "piece", "pieces"), money.join(", "))
}

/// "No. It never comes up." and who says so.
fn side(side: &SideCheck) -> Entry {
    let Some(given) = &side.answer else { return Entry::text("no data") };
    let answer = capital(given.answer.as_word());
    let said = match given.reason.as_str() {
        "" => answer,
        reason => format!("{answer}. {reason}"),
    };
    let by = match &given.entered_by {
        Some(entered) => format!("{entered} for {}", given.member),
        None => given.member.clone(),
    };
    Entry::noted(said, by)
}
