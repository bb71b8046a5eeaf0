//! What must hold for any bytes at all, as functions that a fuzzer feeds (`make fuzz`) and that a
//! test replays over the kept inputs in `tests/fuzz/corpus`.

mod commands;
mod document;
mod facts;
mod incoming;
mod outgoing;
mod workbook;
mod workspace;

pub use commands::{Given, commands, given, selector, without_example};
pub use document::document;
pub use facts::{columns, facts};
pub use incoming::{csv, markdown, sitemap, url};
pub use outgoing::{csv_out, html_out};
pub use workbook::xlsx;
pub use workspace::workspace;

/// A target: any input passes, or it panics.
pub type Target = fn(&[u8]);

/// Every target by the name of its corpus.
pub const TARGETS: [(&str, Target); 12] = [
    ("csv", csv),
    ("xlsx", xlsx),
    ("markdown", markdown),
    ("sitemap", sitemap),
    ("workspace", workspace),
    ("commands", commands),
    ("document", document),
    ("url", url),
    ("facts", facts),
    ("columns", columns),
    ("csv_out", csv_out),
    ("html_out", html_out),
];
