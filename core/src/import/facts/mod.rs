//! Facts in: files of leads, of what they did, of accounts and deals, of counts; however long,
//! streamed row by row into the workspace.
//!
//! One way for every *shape* of data: rows that say what holds of something, rows that say what
//! happened, wide rows with a column of times for each thing that happened, and rows of totals. What
//! a file holds ([`FactKind`](crate::model::FactKind)) says which columns it can have; vendors are
//! names in tables.
//!
//! The way of a file: [`FactSource::open`] reads its head → [`preview`] (as often as the mapping is
//! changed) → [`import`]. One thread cuts the file into rows and finds what each is about, the other
//! reads what they say and writes it; nothing of it is seen before all of it is saved.

mod above;
mod activity;
mod apply;
mod block;
mod clock;
mod column;
mod kind;
mod layout;
mod mapping;
mod names;
mod notes;
mod number;
mod preview;
mod questions;
mod read;
mod record;
mod row;
mod source;
mod stages;
mod stream;
mod who;

pub use apply::{FactTally, FactsImported, import, try_out};
pub use column::FactColumn;
pub use mapping::{complete as complete_mapping, with_told as with_told_columns};
pub(in crate::import) use names::is_known_name;
pub use preview::{FactColumnPreview, FactPreview, preview};
pub use source::{FactInput, FactSource};
pub use stages::StageNames;
