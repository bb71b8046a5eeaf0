//! One persona's cells worked out from their facts.

use super::cell::{Cell, State};
use super::fact::{Fact, Facts};
use super::filter::Sieve;
use super::finding::{Place, findings};
use super::freshness::Standing;
use super::layout::{Layout, Section};
use super::map::PhaseCell;
use super::need::{self, Needs};
use super::phase;
use super::tally::{Demands, Tally};
use crate::id::{PersonaId, StageId, TriggerId};
use crate::model::{Architecture, Need, Persona, Phase};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A persona's cells at every stage of every journey, and the same zoomed out.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) persona: Arc<Persona>,
    /// One a column of the layout.
    pub(super) cells: Vec<Cell>,
    /// One a span of the layout.
    pub(super) phases: Vec<PhaseCell>,
}

/// The content of a cell that counts: neither retired nor left out by a filter.
#[derive(Debug)]
pub(super) struct Content<'a> {
    pub(super) applicable: bool,
    pub(super) facts: Vec<&'a Fact>,
}

/// What rows are worked out from.
#[derive(Debug)]
pub(super) struct Scene<'a> {
    pub(super) architecture: &'a Architecture,
    pub(super) facts: &'a Facts,
    pub(super) layout: &'a Layout,
    sieve: Option<&'a Sieve>,
    needs: Needs,
}

impl<'a> Scene<'a> {
    pub(super) fn new(
        architecture: &'a Architecture,
        facts: &'a Facts,
        layout: &'a Layout,
        sieve: Option<&'a Sieve>,
    ) -> Self {
        let needs = need::by_stage(architecture);
        Self { architecture, facts, layout, sieve, needs }
    }

    /// The row of a persona.
    pub(super) fn row(&self, persona: &Arc<Persona>) -> Row {
        let contents = self.contents(persona.id);
        let unanswered = self.unanswered(persona.id, &contents);
        let mut cells = Vec::with_capacity(contents.len());
        for section in &self.layout.sections {
            for at in section.columns.clone() {
                let place = self.place(section, at, &contents, &unanswered);
                cells.push(self.cell(persona.id, &place, contents[at].applicable));
            }
        }
        let spans = self.layout.spans.iter();
        let phases =
            spans.map(|span| phase::phase_cell(persona, span, &contents, &cells)).collect();
        Row { persona: Arc::clone(persona), cells, phases }
    }

    /// The content of a persona's cells, one a column.
    pub(super) fn contents(&self, persona: PersonaId) -> Vec<Content<'a>> {
        let columns = self.layout.columns.iter();
        columns.map(|column| self.content(persona, column.stage.id)).collect()
    }

    /// The content of one cell.
    pub(super) fn content(&self, persona: PersonaId, stage: StageId) -> Content<'a> {
        let counts = |fact: &&Fact| {
            fact.standing() != Standing::Retired
                && self.sieve.is_none_or(|sieve| sieve.passes(fact))
        };
        Content {
            applicable: self.architecture.index.exclusion_at(persona, stage).is_none(),
            facts: self.facts.at(persona, stage).iter().filter(counts).collect(),
        }
    }

    /// The needs of a cell.
    pub(super) fn needs(
        &self,
        persona: PersonaId,
        stage: StageId,
    ) -> impl Iterator<Item = &Arc<Need>> {
        let needs = self.needs.get(&stage).into_iter().flatten();
        needs.filter(move |one| need::concerns(one, persona))
    }

    /// The triggers of a persona that none of its Engage placements answers. Under a filter by
    /// trigger, only that one is looked at.
    pub(super) fn unanswered(
        &self,
        persona: PersonaId,
        contents: &[Content<'_>],
    ) -> Vec<TriggerId> {
        let columns = self.layout.columns.iter().zip(contents);
        let engage: Vec<&Fact> = columns
            .filter(|(column, _)| column.stage.phase == Phase::Engage)
            .flat_map(|(_, content)| content.facts.iter().copied())
            .collect();
        let only = self.sieve.and_then(|sieve| sieve.trigger);
        let triggers = self.architecture.triggers.iter();
        triggers
            .filter(|trigger| trigger.persona_ids.contains(&persona))
            .map(|trigger| trigger.id)
            .filter(|trigger| only.is_none_or(|only| only == *trigger))
            .filter(|id| !engage.iter().any(|fact| fact.placement.trigger_ids.contains(id)))
            .collect()
    }

    /// What the findings of a cell are read from.
    pub(super) fn place<'b>(
        &'b self,
        section: &Section,
        at: usize,
        contents: &'b [Content<'a>],
        unanswered: &'b [TriggerId],
    ) -> Place<'b> {
        let column = &self.layout.columns[at];
        let mut following = contents[at + 1..section.columns.end].iter();
        Place {
            column,
            facts: &contents[at].facts,
            next: following.find(|next| next.applicable).map(|next| next.facts.as_slice()),
            unanswered: if column.stage.phase == Phase::Engage { unanswered } else { &[] },
            as_of: self.facts.as_of,
        }
    }

    /// A row after the needs of some columns have changed; `None` where that changes nothing.
    pub(super) fn row_with_needs_of(&self, row: &Row, columns: &BTreeSet<StageId>) -> Option<Row> {
        let persona = row.persona.id;
        let mut after: Option<Row> = None;
        for (at, column) in self.layout.columns.iter().enumerate() {
            let stage = &column.stage;
            if !columns.contains(&stage.id) || !row.cells[at].state.is_applicable() {
                continue;
            }
            let content = self.content(persona, stage.id);
            let needs = need::counts(self.needs(persona, stage.id), &content.facts);
            if needs == row.cells[at].needs {
                continue;
            }
            let tally = Tally::of(content.facts);
            let cell = &mut after.get_or_insert_with(|| row.clone()).cells[at];
            cell.needs = needs;
            cell.state = tally.state(Demands::of(stage.phase, &needs));
            cell.credit = cell.state.credit();
        }
        let mut after = after?;
        for (span, phase) in self.layout.spans.iter().zip(&mut after.phases) {
            phase::recredit(phase, span, &after.cells);
        }
        Some(after)
    }

    fn cell(&self, persona: PersonaId, place: &Place<'_>, applicable: bool) -> Cell {
        let stage = &place.column.stage;
        let tally = Tally::of(place.facts.iter().copied());
        let needs = if applicable {
            need::counts(self.needs(persona, stage.id), place.facts)
        } else {
            need::counts([], place.facts)
        };
        let demands = Demands::of(stage.phase, &needs);
        let state = if applicable { tally.state(demands) } else { State::NotApplicable };
        let days = |from: NaiveDate| (self.facts.as_of - from).num_days();
        Cell {
            persona_id: persona,
            stage_id: stage.id,
            state,
            credit: state.credit(),
            placements: tally.placements,
            published: tally.published(),
            live: tally.live,
            live_yes: tally.live_yes,
            stale: tally.stale,
            verdicts: tally.verdicts,
            renewed_on: tally.renewed_on,
            days_since_renewed: tally.renewed_on.and_then(|from| days(from).try_into().ok()),
            needs,
            findings: if applicable { findings(place) } else { Vec::new() },
        }
    }
}
