//! Content in: any list of content becomes a neutral [`Sheet`], a mapping says what its columns
//! mean, and [`Drafts`] say what would change. One reader per *shape* of data, never per vendor;
//! vendors are names in tables.
//!
//! The way of a file: [`read_path`] or [`read_files`] → [`preview`] (as often as the mapping is
//! changed) → [`import`]. Only the last one writes, in one change of the plan; everything before it
//! is pure. A workbook is read in a process of its own ([`Reader`]).
//!
//! What identifies an asset: its external id, else its address ([`url_key`]), else, for a row that
//! has neither, its title. An empty cell never erases.

mod address;
mod amount;
mod apart;
mod apply;
mod crawl;
mod date;
mod delimited;
mod draft;
mod encoding;
pub mod facts;
mod field;
mod guess;
mod identity;
mod instant;
mod layout;
mod mapping;
mod markdown;
mod preview;
mod reading;
mod sheet;
mod sitemap;
mod source;
mod value;
mod workbook;

pub use address::{is_web_address, url_key};
pub use apart::{Reader, serve};
pub use apply::{Imported, import};
pub use draft::{AssetDraft, Drafts, Progress, Tally, drafts};
pub use field::{Field, plain as plain_words};
pub use mapping::{CRAWL, DATE_ORDER, SITE, STATUS, complete, with_told};
pub use markdown::NamedFile;
pub use preview::{
    Answer, ColumnPreview, Guess, Preview, Question, SampleRow, ValuePreview, ValuesPreview,
    preview,
};
pub use sheet::{Column, Origin, Rejection, Row, Sheet, SourceKind};
pub use source::{has_sheets, read_files, read_path};
