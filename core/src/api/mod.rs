//! The contract: what the window and the terminal can ask, one file a feature, one list
//! ([`router::COMMANDS`]).
//!
//! A handler takes a [`Context`] and a request, does its work in a few lines over the rooms below,
//! and returns plain data. Request and response types derive `TS`; the bindings of the window are
//! written from them by a test and committed.

#![allow(clippy::needless_pass_by_value, reason = "a handler owns its request")]

pub mod advocate;
pub mod answers;
pub mod ask;
pub mod asset;
pub mod backup;
pub mod brief;
pub mod bulk;
pub mod cadence;
pub mod cell;
pub mod check;
pub mod consumption;
pub mod copy;
pub mod coverage;
pub mod deals;
pub mod document;
pub mod edit;
pub mod erase;
pub mod export;
pub mod facts;
pub mod figure;
pub mod file;
pub mod funnel;
pub mod handoff;
mod headline;
pub mod history;
pub mod home;
pub mod host;
pub mod import;
mod keeping;
mod kept;
pub mod kpi;
mod kpi_table;
pub mod lead;
pub mod link;
pub mod maturity;
pub mod merge;
pub mod place;
pub mod plan;
pub mod price;
pub mod programme;
pub mod quality;
pub mod reading;
pub mod recent;
pub mod record;
pub mod refused;
pub mod report;
pub mod review;
pub mod router;
pub mod scoring;
pub mod search;
pub mod snapshot;
pub mod summary;
pub mod triage;
mod typescript;
pub mod visits;
mod waiting;

pub use answers::{preview_answers, read_answers, take_answers};
pub use ask::save_questions;
pub use copy::save_copy;
pub use document::{plan_at, save_plan};
pub use edit::{ById, Create, Reorder, Update};
pub use export::{save_assets, save_coverage, save_playbook};
pub use facts::{FactsAsked, import_facts};
pub use figure::{figure_of, save_figure};
pub use file::{Location, New, Session, create_at, open_at, put_down, sample_at};
pub use handoff::{AgreementOf, AnswerLead, agreement_today, save_agreement};
pub use host::{Context, FileKind, Host, Open, Refused, speaking};
pub use keeping::{keep, keep_now};
pub use merge::{merge_copy, preview_copy, read_copy};
pub use price::count_prices;
pub use record::save_record;
pub use report::save_report;
pub use typescript::write_bindings;
