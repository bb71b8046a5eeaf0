//! The dictionary of figures: what each is called, what it is made of, and how it is measured
//! (product.md, section 8; METHOD.md, "KPIs").
//!
//! Pure: whoever reads facts hands over what is counted.

mod dictionary;
mod measure;

pub use dictionary::{Definition, KpiFamily, KpiId, KpiUnit, definition, dictionary};
pub use measure::Measure;
