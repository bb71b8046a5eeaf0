//! Content in: any list of content becomes a neutral [`Sheet`], a mapping says what its columns
//! mean, and drafts say what would change. One reader per *shape* of data, never per vendor;
//! vendors are names in tables.
//!
//! Nothing here writes before all of a file is understood: reading and drafting are pure.

mod address;
mod amount;
mod date;
mod delimited;
mod encoding;
mod field;
mod layout;
mod sheet;

pub use address::{is_web_address, url_key};
pub use field::Field;
pub use sheet::{Column, Origin, Rejection, Row, Sheet, SourceKind};
