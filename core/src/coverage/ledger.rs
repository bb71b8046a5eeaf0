//! Facts and rows kept from one edit to the next.

use super::cell::Cell;
use super::fact::{Fact, Facts};
use super::filter::{Filter, Sieve};
use super::freshness::Standing;
use super::layout::Layout;
use super::row::{Row, Scene};
use super::touched::{Touched, touched};
use crate::id::EntityKind;
use crate::model::Architecture;
use crate::price::Prices;
use chrono::NaiveDate;
use std::borrow::Cow;
use std::sync::Arc;
use uuid::Uuid;

/// The coverage of one plan as of one date, kept current by [`Ledger::follow`]. It gives the same
/// as a fresh one would, at the cost of what the edit touched. What its gaps are worth is told by
/// [`Prices`] that somebody else counts; until they are given every stake is neutral.
#[derive(Clone, Debug)]
pub struct Ledger {
    pub(super) architecture: Architecture,
    pub(super) layout: Layout,
    pub(super) facts: Facts,
    pub(super) rows: Vec<Arc<Row>>,
    pub(super) prices: Arc<Prices>,
}

impl Ledger {
    /// The coverage of a plan as of a date.
    pub fn new(architecture: &Architecture, as_of: NaiveDate) -> Self {
        let mut ledger = Self {
            architecture: architecture.clone(),
            layout: Layout::of(architecture),
            facts: Facts::all(architecture, as_of),
            rows: Vec::new(),
            prices: Arc::default(),
        };
        ledger.rows = ledger.work_out(None);
        ledger
    }

    /// The same with what gaps are worth.
    #[must_use]
    pub fn priced(mut self, prices: Arc<Prices>) -> Self {
        self.prices = prices;
        self
    }

    /// What gaps are worth, as it is taken here.
    pub fn prices(&self) -> &Arc<Prices> {
        &self.prices
    }

    /// The date it is as of.
    pub fn as_of(&self) -> NaiveDate {
        self.facts.as_of
    }

    /// The plan it was worked out from.
    pub fn architecture(&self) -> &Architecture {
        &self.architecture
    }

    /// Follows an edit: `after` is the plan after it, `changed` names every row it inserted,
    /// updated or deleted. Says what was worked out anew.
    pub fn follow(&mut self, after: &Architecture, changed: &[(EntityKind, Uuid)]) -> Touched {
        let before = std::mem::replace(&mut self.architecture, after.clone());
        let touched = touched(&before, after, changed);
        if touched.everything {
            self.facts = Facts::all(after, self.facts.as_of);
        } else {
            self.facts.refresh(&before, after, &touched.placements);
        }
        if touched.everything || touched.all_rows {
            self.layout = Layout::of(after);
            self.rows = self.work_out(None);
        } else if !touched.rows.is_empty() || !touched.columns.is_empty() {
            self.replace(&touched);
        }
        touched
    }

    fn replace(&mut self, touched: &Touched) {
        let scene = Scene::new(&self.architecture, &self.facts, &self.layout, None);
        for row in &mut self.rows {
            if touched.rows.contains(&row.persona.id) {
                let Some(persona) = self.architecture.personas.get(row.persona.id) else {
                    continue;
                };
                *row = Arc::new(scene.row(persona));
            } else if let Some(asked) = scene.row_with_needs_of(row, &touched.columns) {
                *row = Arc::new(asked);
            }
        }
    }

    /// Every cell, persona by persona, each in the order of journeys and stages.
    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.rows.iter().flat_map(|row| &row.cells)
    }

    /// The facts of what is in use: in cells that apply, those of retired assets left out.
    pub(super) fn facts_in_use(&self) -> impl Iterator<Item = &Fact> {
        let applicable = self.cells().filter(|cell| cell.state.is_applicable());
        let facts = applicable.flat_map(|cell| self.facts.at(cell.persona_id, cell.stage_id));
        facts.filter(|fact| fact.standing() != Standing::Retired)
    }

    /// All rows, in the order of the personas.
    fn work_out(&self, sieve: Option<&Sieve>) -> Vec<Arc<Row>> {
        let scene = self.scene(sieve);
        let personas = self.architecture.personas.in_order();
        personas.iter().map(|persona| Arc::new(scene.row(persona))).collect()
    }

    /// What rows are worked out from.
    pub(super) fn scene<'a>(&'a self, sieve: Option<&'a Sieve>) -> Scene<'a> {
        Scene::new(&self.architecture, &self.facts, &self.layout, sieve)
    }

    /// The filter made ready; `None` where everything passes.
    pub(super) fn sieve(&self, filter: &Filter) -> Option<Sieve> {
        Sieve::of(&self.architecture, filter)
    }

    /// The rows that a filter leaves, recounted on what passes it.
    pub(super) fn rows(&self, filter: &Filter) -> Cow<'_, [Arc<Row>]> {
        match self.sieve(filter) {
            None => Cow::Borrowed(&self.rows),
            Some(sieve) => Cow::Owned(self.work_out(Some(&sieve))),
        }
    }
}
