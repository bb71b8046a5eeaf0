//! What turned since the older snapshot, and what was decided.

use super::names::is_better;
use super::{Held, Report, Turned};
use crate::coverage::Score;
use crate::export::document::{Column, Document, Entry};
use crate::export::words::{date, score};
use crate::funnel::StageLedger;
use crate::kpi::in_words;
use crate::model::{Decision, KpiUnit, thousands};
use crate::snapshot::{
    CellFigures, Comparison, Figures, JourneyFigures, KpiTurn, StageTurn, Turn, turned_kpis,
    turned_stages,
};
use chrono::NaiveDate;

/// A longer list is for the workbook.
const MOST: usize = 60;

impl Report {
    pub(super) fn put_comparison(&self, into: &mut Document) {
        let Some(turned) = &self.turned else { return };
        let comparison = &turned.comparison;
        into.heading(1, format!("What turned since {}", turned.name));
        into.note(format!("From {} to {}.", date(comparison.from), date(comparison.to)));
        if comparison.is_empty() {
            into.paragraph("Nothing turned.");
            return;
        }
        let scores = turned_scores(comparison);
        if !scores.is_empty() {
            into.list(scores);
        }
        let columns = [
            Column::text("Cell", 8),
            Column::text("Was", 4),
            Column::text("Is", 4),
            Column::text("For the", 4),
        ];
        let rows: Vec<_> = turned.changed_cells().map(|turn| self.turned_cell(turn)).collect();
        if !rows.is_empty() {
            into.table(&columns, rows, MOST);
        }
        put_kpis(turned, into);
        put_stages(turned, into);
    }

    fn turned_cell(&self, (before, after): (&CellFigures, &CellFigures)) -> Vec<Entry> {
        let way = match is_better(before.state, after.state) {
            Some(true) => "better",
            Some(false) => "worse",
            None => "neither",
        };
        vec![
            Entry::text(self.names.place(after.persona_id, after.stage_id)),
            Entry::state(before.state),
            Entry::state(after.state),
            Entry::text(way),
        ]
    }

    pub(super) fn put_decisions(&self, into: &mut Document) {
        let Some(Held { review, decisions, carried }) = &self.held else { return };
        into.heading(1, "Decisions");
        into.note(format!("{}, {}.", review.name, date(review.held_on)));
        let columns = [
            Column::text("Decision", 10),
            Column::text("Who", 5),
            Column::fitting("By when"),
            Column::fitting("Done"),
        ];
        if decisions.is_empty() {
            into.paragraph("Nothing was decided yet.");
        } else {
            let rows = decisions.iter().map(|one| decision(one, String::new())).collect();
            into.table(&columns, rows, MOST);
        }
        if !carried.is_empty() {
            into.heading(2, "Carried over from earlier reviews");
            let rows = carried.iter().map(|one| decision(&one.decision, one.review.clone()));
            into.table(&columns, rows.collect(), MOST);
        }
    }
}

/// The figures of the dictionary that are not what they were.
fn put_kpis(turned: &Turned, into: &mut Document) {
    let kpis = turned_kpis(&turned.before, &turned.after);
    if kpis.is_empty() {
        return;
    }
    into.heading(2, "Key figures");
    let quarter = |figures: &Figures| {
        let period = figures.demand.as_ref().and_then(|demand| demand.period);
        period.map(|period| format!("{} to {}", date(period.from), date(period.to)))
    };
    match (quarter(&turned.before), quarter(&turned.after)) {
        (Some(was), Some(is)) if was == is => into.note(format!("Both of {is}.")),
        (Some(was), Some(is)) => into.note(format!("Of {was}, and of {is}.")),
        (None, Some(is)) => into.note(format!("Of {is}.")),
        (_, None) => {}
    }
    let columns = [
        Column::text("Figure", 8),
        Column::text("Was", 6),
        Column::text("Is", 6),
        Column::text("Change", 5),
    ];
    let row = |one: KpiTurn| {
        let way = match one.is_better {
            Some(true) => "better",
            Some(false) => "worse",
            None => "",
        };
        vec![
            Entry::text(one.name),
            Entry::text(one.before),
            Entry::text(one.after),
            Entry::noted(one.change.unwrap_or_else(|| "no data".to_owned()), way),
        ]
    };
    into.table(&columns, kpis.into_iter().map(row).collect(), MOST);
}

/// The stages of the funnel whose visits are not what they were, each figure with what it was.
fn put_stages(turned: &Turned, into: &mut Document) {
    let stages = turned_stages(&turned.before, &turned.after);
    if stages.is_empty() {
        return;
    }
    into.heading(2, "Funnel");
    let mut columns = vec![Column::text("Stage", 8)];
    columns
        .extend(["Entered", "Advanced", "Back", "Lost", "Here", "Median stay"].map(Column::number));
    let unknown = if turned.before.demand.is_none() { NOT_FROZEN } else { "no data before" };
    let rows = stages.iter().map(|one| turned_stage(one, unknown)).collect();
    into.table(&columns, rows, MOST);
}

const NOT_FROZEN: &str = "not frozen then";

fn turned_stage(one: &StageTurn, unknown: &str) -> Vec<Entry> {
    let note = match (one.before, one.after) {
        (None, _) => unknown,
        (_, None) => "no longer there",
        _ => "",
    };
    let before = one.before.as_ref().map(ledger_in_words);
    let after = one.after.as_ref().map(ledger_in_words);
    let figure = |at: usize| {
        let of = |side: &Option<[String; 6]>| side.as_ref().map(|figures| figures[at].clone());
        let (was, is) = (of(&before), of(&after));
        let changed = was.filter(|was| Some(was) != is.as_ref());
        let note = changed.map_or_else(String::new, |was| format!("was {was}"));
        Entry::noted(is.unwrap_or_else(|| "no data".to_owned()), note)
    };
    std::iter::once(Entry::noted(one.name.clone(), note)).chain((0..6).map(figure)).collect()
}

/// In the order of the columns.
fn ledger_in_words(one: &StageLedger) -> [String; 6] {
    let days = one.days.map(|days| in_words(days, KpiUnit::Days, ""));
    let [entered, advanced, back, lost, here] =
        [one.entered, one.advanced, one.moved_back, one.lost, one.here]
            .map(|n| thousands(n.into()));
    [entered, advanced, back, lost, here, days.unwrap_or_else(|| "no data".to_owned())]
}

fn turned_scores(comparison: &Comparison) -> Vec<String> {
    let all = comparison.workspace.iter().map(|turn| format!("All journeys: {}", scores(turn)));
    let journeys = comparison.journeys.iter().filter_map(|turn| {
        let name = &turn.after.as_ref().or(turn.before.as_ref())?.name;
        let score = |one: &Option<JourneyFigures>| one.as_ref().map(|one| one.score);
        let turn = Turn { before: score(&turn.before), after: score(&turn.after) };
        Some(format!("{name}: {}", scores(&turn)))
    });
    all.chain(journeys).collect()
}

/// "from 40 to 46".
fn scores(turn: &Turn<Score>) -> String {
    let of = |one: &Option<Score>| one.as_ref().map_or_else(|| "no score".to_owned(), score);
    let (before, after) = (of(&turn.before), of(&turn.after));
    let covered = |one: &Option<Score>| one.map_or(0, |one| one.covered);
    if before == after {
        let (was, is) = (covered(&turn.before), covered(&turn.after));
        return format!("{after} as before; {was} cells covered before, {is} now");
    }
    format!("from {before} to {after}")
}

fn decision(decision: &Decision, of: String) -> Vec<Entry> {
    let day = |day: Option<NaiveDate>, none: &str| day.map_or_else(|| none.to_owned(), date);
    let owner = match decision.owner.as_str() {
        "" => "Nobody yet",
        owner => owner,
    };
    vec![
        Entry::noted(decision.text.clone(), of),
        Entry::text(owner),
        Entry::text(day(decision.due_on, "no date")),
        Entry::text(day(decision.done_on, "not yet")),
    ]
}
