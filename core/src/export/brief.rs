//! The brief of a piece that is still to be made, for whoever makes it.

use super::document::{Column, Document, Entry, Fact};
use super::words::{capital, date};
use crate::coverage::{Ledger, PersonaPath};
use crate::id::AssetId;
use crate::model::{Answer, Architecture, Asset, Money, Placement, Word};
use std::sync::Arc;

/// Where a piece is to stand: for whom, at which stage, and what must be true for a deal to leave it.
const PLACES: [Column; 3] =
    [Column::text("For", 2), Column::text("At", 2), Column::text("A deal leaves it when", 4)];

/// The brief of an asset; `None` where there is no such asset.
pub fn brief(ledger: &Ledger, asset: AssetId) -> Option<Document> {
    let plan = ledger.architecture();
    let asset = plan.asset(asset)?;
    let workspace = plan.workspace().map(|one| one.name.clone()).unwrap_or_default();
    let mut document = Document {
        title: asset.title.clone(),
        overline: format!("{workspace} · brief as of {}", date(ledger.as_of())),
        workspace,
        as_of: ledger.as_of(),
        is_close: false,
        blocks: Vec::new(),
    };
    document.blocks.push(super::document::Block::Facts(facts(plan, asset)));
    written(&mut document, &asset.summary);
    places(&mut document, ledger, asset);
    needs(&mut document, plan, asset);
    Some(document)
}

fn facts(plan: &Architecture, asset: &Asset) -> Vec<Fact> {
    let format = asset.format_id.and_then(|id| plan.formats.get(id));
    let or_none = |text: String, none: &str| if text.is_empty() { none.to_owned() } else { text };
    let fact = |value: String, label: &str| Fact { value, label: label.to_owned() };
    vec![
        fact(format.map_or_else(|| "not chosen".to_owned(), |one| one.name.clone()), "format"),
        fact(asset.due_on.map_or_else(|| "no date".to_owned(), date), "due"),
        fact(or_none(asset.owner.clone(), "nobody yet"), "in charge"),
        fact(
            asset.budget.as_ref().map_or_else(|| "no budget yet".to_owned(), Money::in_full),
            "budget",
        ),
    ]
}

/// What the brief says: parts stand apart by an empty line; a line over a list is its heading.
fn written(document: &mut Document, text: &str) {
    for part in text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()) {
        let lines: Vec<&str> = part.lines().collect();
        let is_item = |line: &&str| line.starts_with("- ");
        let items: Vec<&str> =
            lines.iter().copied().filter(is_item).map(|line| &line[2..]).collect();
        match lines.as_slice() {
            [heading, rest @ ..] if !rest.is_empty() && rest.iter().all(is_item) => {
                if !is_item(heading) {
                    document.heading(1, *heading);
                }
                document.list(items);
            }
            _ => document.paragraph(part),
        }
    }
}

fn placements(plan: &Architecture, asset: &Asset) -> Vec<Arc<Placement>> {
    let ids = plan.index.placements_of(asset.id);
    ids.filter_map(|id| plan.placements.get(id)).cloned().collect()
}

fn places(document: &mut Document, ledger: &Ledger, asset: &Asset) {
    let plan = ledger.architecture();
    let placed = placements(plan, asset);
    if placed.is_empty() {
        return;
    }
    document.heading(1, "Where it stands");
    let row = |placement: &Arc<Placement>| {
        let persona = plan.personas.get(placement.persona_id)?;
        let stage = plan.stages.get(placement.stage_id)?;
        Some(vec![
            Entry::strong(persona.name.clone(), capital(persona.role.as_word())),
            Entry::noted(stage.name.clone(), capital(stage.phase.as_word())),
            Entry::text(stage.exit_criterion.clone()),
        ])
    };
    let rows = placed.iter().filter_map(row).collect();
    document.table(&PLACES, rows, usize::MAX);
    for placement in &placed {
        neighbours(document, ledger, placement);
    }
}

/// What helps the persona just before and just after, so that the piece can take up the one and lead
/// on to the other.
fn neighbours(document: &mut Document, ledger: &Ledger, placement: &Placement) {
    let plan = ledger.architecture();
    let Some(stage) = plan.stages.get(placement.stage_id) else { return };
    let Some(persona) = plan.personas.get(placement.persona_id) else { return };
    let Some(path) = ledger.path(placement.persona_id, stage.journey_id) else { return };
    let Some(at) = path.stages.iter().position(|one| one.stage_id == placement.stage_id) else {
        return;
    };
    let before = (0..at).rev().find_map(|before| helping(&path, before));
    let after = (at + 1..path.stages.len()).find_map(|after| helping(&path, after));
    let told = [("Comes after", before), ("Leads on to", after)];
    let lines: Vec<String> = told
        .into_iter()
        .filter_map(|(what, found)| {
            let (stage, titles) = found?;
            Some(format!("{what} {} ({stage})", titles.join("; ")))
        })
        .collect();
    if !lines.is_empty() {
        document.heading(2, format!("On the path of the {} at {}", persona.name, stage.name));
        document.list(lines);
    }
}

/// The titles of what helps at a stage of a path, with its name; nothing where nothing does.
fn helping(path: &PersonaPath, at: usize) -> Option<(String, Vec<String>)> {
    let stage = path.stages.get(at)?;
    let yes = stage.stops.iter().filter(|stop| stop.verdict == Some(Answer::Yes));
    let titles: Vec<String> = yes.take(3).map(|stop| stop.title.clone()).collect();
    (!titles.is_empty()).then(|| (stage.name.clone(), titles))
}

fn needs(document: &mut Document, plan: &Architecture, asset: &Asset) {
    let answered = plan.needs.in_order().into_iter();
    let answered = answered.filter(|need| need.answer_ids.contains(&asset.id));
    let lines: Vec<String> = answered
        .map(|need| {
            format!("{} ({}, {})", need.text, need.importance.as_word(), need.kind.as_word())
        })
        .collect();
    if !lines.is_empty() {
        document.heading(1, "What it has to answer");
        document.list(lines);
    }
}
