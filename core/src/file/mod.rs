//! What becomes of text and bytes on their way to a file: a safe name, a cell that no spreadsheet
//! runs, a file written whole or not at all. It knows nothing of the plan, so that everything that
//! writes for people, and the import that reads it back, can share it.

mod cell;
mod limit;
mod name;
mod replace;
mod whole;

pub use cell::{arm, disarm};
pub use limit::outlive_size_limit;
pub use name::{NAME_LIMIT, file_name, numbered};
pub use replace::replace;
pub(crate) use whole::{Taken, Unmade, folder_of, remove, sweep, sync_names, whole};
