//! The dictionary of figures: what each is called, what it is made of, and how it is measured
//! (product.md, section 8; METHOD.md, "KPIs").
//!
//! Pure: whoever reads facts hands over what is counted.

mod dictionary;
mod ids;
mod lifetime;
mod measure;

pub use dictionary::{Definition, definition, dictionary};
pub use ids::{KpiFamily, KpiId, KpiSense, KpiUnit};
pub use lifetime::{Sensitivity, Terms};
pub use measure::Measure;
