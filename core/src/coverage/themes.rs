//! Themes × personas: what is said to whom.

use super::fact::Fact;
use super::filter::Filter;
use super::ledger::Ledger;
use crate::id::{AssetId, JourneyId, PersonaId};
use crate::model::text::fold;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A persona's content on a theme. Assets are counted once, at however many stages they are
/// placed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ThemeCell {
    /// Assets that are not retired.
    pub count: u32,
    /// Live assets.
    pub live: u32,
    /// Live assets with the verdict yes at one of the stages at least.
    pub yes: u32,
}

/// A theme's row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ThemeRow {
    /// The theme, as the first asset spells it.
    pub theme: String,
    /// One a persona, in their order.
    pub cells: Vec<ThemeCell>,
}

/// The themes of a journey's placements by persona.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ThemeGrid {
    /// The columns.
    pub persona_ids: Vec<PersonaId>,
    /// The rows: themes with most content first, then by name.
    pub themes: Vec<ThemeRow>,
}

impl Ledger {
    /// The themes of the content placed in a journey, counted on what passes the filter; `None`
    /// where there is no such journey.
    pub fn themes(&self, journey: JourneyId, filter: &Filter) -> Option<ThemeGrid> {
        let columns = self.layout.section(journey)?.columns.clone();
        let sieve = self.sieve(filter);
        let scene = self.scene(sieve.as_ref());
        let mut rows: BTreeMap<String, ThemeRow> = BTreeMap::new();
        for (at, persona) in self.rows.iter().map(|row| &row.persona).enumerate() {
            let contents = columns
                .clone()
                .map(|column| scene.content(persona.id, self.layout.columns[column].stage.id));
            let facts = contents.filter(|content| content.applicable).flat_map(|one| one.facts);
            for (asset, piece) in pieces(facts) {
                for theme in self.architecture.asset(asset).into_iter().flat_map(|a| &a.themes) {
                    let row = rows.entry(fold(theme)).or_insert_with(|| ThemeRow {
                        theme: theme.clone(),
                        cells: vec![ThemeCell::default(); self.rows.len()],
                    });
                    row.cells[at].add(piece);
                }
            }
        }
        let mut themes: Vec<(String, ThemeRow)> = rows.into_iter().collect();
        themes.sort_by_key(|(_, row)| {
            std::cmp::Reverse(row.cells.iter().map(|cell| cell.count).sum::<u32>())
        });
        Some(ThemeGrid {
            persona_ids: self.rows.iter().map(|row| row.persona.id).collect(),
            themes: themes.into_iter().map(|(_, row)| row).collect(),
        })
    }
}

impl ThemeCell {
    fn add(&mut self, piece: Piece) {
        self.count += 1;
        self.live += u32::from(piece.live);
        self.yes += u32::from(piece.yes);
    }
}

#[derive(Clone, Copy, Default)]
struct Piece {
    live: bool,
    yes: bool,
}

/// The assets of some placements, each once.
fn pieces<'a>(facts: impl Iterator<Item = &'a Fact>) -> BTreeMap<AssetId, Piece> {
    let mut pieces: BTreeMap<AssetId, Piece> = BTreeMap::new();
    for fact in facts {
        let piece = pieces.entry(fact.placement.asset_id).or_default();
        piece.live |= fact.is_live();
        piece.yes |= fact.is_live_yes();
    }
    pieces
}
