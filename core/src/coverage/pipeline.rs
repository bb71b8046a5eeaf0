//! The money that waits at each stage, persona by persona: the map in the mode *pipeline at stake*.

use super::ledger::Ledger;
use super::worth::whole;
use crate::id::{JourneyId, PersonaId, StageId};
use crate::model::Millis;
use crate::price::{Pot, Priced, StageMoney};
use serde::Serialize;
use ts_rs::TS;

/// The money that waits along a journey. All amounts are minor units; sums are those of what is shown.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Pipeline {
    /// The newest time in the files; `None` = nothing was imported.
    pub as_of: Option<Millis>,
    /// The currency of all amounts.
    pub currency: String,
    /// Whether no money is known anywhere, so that all gaps weigh the same.
    pub neutral: bool,
    /// Columns: stages in their order.
    pub stages: Vec<PipelineStage>,
    /// Row by row: the cell of row r and column c is at `r * stages.length + c`.
    pub cells: Vec<PipelineCell>,
    /// What waits in each row.
    #[ts(type = "Array<number>")]
    pub personas: Vec<i64>,
    /// What waits in all of them.
    #[ts(type = "number")]
    pub total: i64,
    /// Of that: of leads and deals of no persona that is known, parted among all by decision weight.
    #[ts(type = "number")]
    pub unnamed: i64,
    /// Open deals at no stage of the journey, which are in no cell.
    pub elsewhere: u32,
    /// What those are worth, as far as that is known.
    #[ts(type = "number")]
    pub elsewhere_value: i64,
}

/// What waits at a stage.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
pub struct PipelineStage {
    /// The stage.
    pub id: StageId,
    /// In all its cells.
    #[ts(type = "number")]
    pub sum: i64,
    /// What it is made of.
    pub of: StageMoney,
}

/// What waits in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PipelineCell {
    /// Whose.
    pub persona_id: PersonaId,
    /// Where.
    pub stage_id: StageId,
    /// How much; `None` = leads are there, and nobody knows what one is worth.
    #[ts(type = "number | null")]
    pub money: Option<i64>,
    /// Of the largest cell, 0–1.
    pub part: f64,
}

impl Ledger {
    /// The money that waits along a journey; `None` where there is no such journey.
    pub fn pipeline(&self, journey: JourneyId) -> Option<Pipeline> {
        let section = self.layout.section(journey)?;
        let priced = self.worths(section).priced;
        let ids: Vec<StageId> = self.layout.columns[section.columns.clone()]
            .iter()
            .map(|column| column.stage.id)
            .collect();
        let cells = self.pipeline_cells(&priced, &ids);
        let sum = |cells: &mut dyn Iterator<Item = &PipelineCell>| -> i64 {
            cells.filter_map(|cell| cell.money).sum()
        };
        let width = ids.len();
        let known = self.prices.journeys.get(&journey);
        let elsewhere = known.map_or_else(Pot::default, |one| one.elsewhere.clone());
        let stages = ids.iter().zip(&priced.stages).enumerate();
        Some(Pipeline {
            as_of: self.prices.as_of,
            currency: self.prices.currency.clone(),
            neutral: priced.is_neutral(),
            stages: stages
                .map(|(column, (id, of))| {
                    let sum = sum(&mut cells.iter().skip(column).step_by(width));
                    PipelineStage { id: *id, sum, of: *of }
                })
                .collect(),
            personas: cells.chunks(width.max(1)).map(|row| sum(&mut row.iter())).collect(),
            total: sum(&mut cells.iter()),
            cells,
            unnamed: whole(priced.stages.iter().map(|one| one.unnamed_money).sum()),
            elsewhere: elsewhere.n,
            elsewhere_value: elsewhere.value,
        })
    }

    fn pipeline_cells(&self, priced: &Priced, stages: &[StageId]) -> Vec<PipelineCell> {
        let largest = priced.cells.iter().copied().fold(0.0, f64::max);
        let places = self.rows.iter().flat_map(|row| stages.iter().map(move |id| (row, id)));
        let cell = |(at, (row, id)): (usize, (&std::sync::Arc<super::row::Row>, &StageId))| {
            let money = priced.cells[at];
            let known = priced.stages[at % stages.len()].money;
            PipelineCell {
                persona_id: row.persona.id,
                stage_id: *id,
                money: known.map(|_| whole(money)),
                part: if largest > 0.0 { money / largest } else { 0.0 },
            }
        };
        places.enumerate().map(cell).collect()
    }
}
