//! The plan as one JSON document: every entity of every kind, with its id, its place and its stamp,
//! so that what goes out comes back identically. To keep, to compare and to carry to other programs.
//!
//! A document holds the plan and no history. The same plan always gives the same bytes: kinds in
//! their one order, entities by their ids, fields as declared. What is read is trusted in nothing:
//! it holds to every rule of the plan or is refused as a whole, with the first thing that is wrong.

mod bounds;
mod read;
mod row;
mod write;

pub use read::{read, too_large};
pub(crate) use row::check_times;
pub use write::write;

/// What a document calls itself.
const FORMAT: &str = "throughline-plan";
/// The version that is written, and the newest that is read.
const VERSION: i64 = 1;
/// The largest document that is read, in bytes: five times what 40,000 placements take.
pub const SIZE_LIMIT: u64 = 256 << 20;
