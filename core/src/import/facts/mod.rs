//! Facts in: files of leads, however long, streamed row by row into the workspace.
//!
//! The way of a file: [`FactSource::open`] reads its head → [`preview`] (as often as the mapping is
//! changed) → [`import`]. One thread cuts the file into rows and finds who each is about, the other
//! reads what they say and writes it; nothing of it is seen before all of it is saved.

mod apply;
mod block;
mod field;
mod mapping;
mod preview;
mod read;
mod record;
mod row;
mod source;
mod stream;

pub use apply::{FactTally, FactsImported, import};
pub use field::LeadColumn;
pub(in crate::import) use field::is_known_name;
pub use mapping::{complete as complete_mapping, with_told as with_told_columns};
pub use preview::{FactPreview, LeadColumnPreview, preview};
pub use source::{FactInput, FactSource};
