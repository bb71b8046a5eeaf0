//! The dictionary of figures: what each is called, what it is made of, and how it is measured
//! (product.md, section 8; METHOD.md, "KPIs").
//!
//! Pure: whoever reads facts hands over what is counted.

mod dictionary;
mod lifetime;
mod measure;
mod reference;
mod words;

pub use dictionary::{Definition, definition, dictionary};
pub use lifetime::Sensitivity;
pub use measure::Measure;
pub use reference::{PublishedFigure, REFERENCES, ReferenceId};
pub use words::{change_in_words, in_words};
