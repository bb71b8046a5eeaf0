//! Snapshots (METHOD.md): the figures of a day, frozen as plain data, and what turned between two.
//!
//! Figures hold names, states and counts; nothing of a person. They are read back by whatever
//! version comes later, so a field is only ever added, with a default.

mod comparison;
mod demand;
mod figures;
mod freeze;
mod over_time;
mod turned;
mod turned_kpis;
mod turned_stages;
mod turns;

pub use comparison::{Comparison, Turn};
pub use demand::{DemandFigures, FrozenKpi, FrozenStage};
pub use figures::{
    AssetCounts, CellFigures, Figures, JourneyFigures, Line, NeedFigures, PersonaFigures,
    RatingFigures, StageFigures,
};
pub use freeze::{freeze, freeze_needs};
pub use over_time::scores_over_time;
pub use turned::{TurnedCell, turned_cells};
pub use turned_kpis::{KpiTurn, turned_kpis};
pub use turned_stages::{StageTurn, turned_stages};
pub use turns::{Cause, Causes, CellCauses};
