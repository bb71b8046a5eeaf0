//! Everything Throughline knows: the plan, its rules, its store and its contract. No window, no
//! tauri, no wording of the interface. `METHOD.md` beside this crate says what it counts and how.
//!
//! Rooms, and what each may know (arrows never point back):
//! `api → import, sample → plan → backup → store → model → id, error`;
//! `api → home → review → snapshot → maturity → coverage → check → model`; `coverage, demand → price → model`;
//! `api → export → figure, review, file`; `figure → maturity, coverage`; `export, snapshot → kpi, funnel`; `import → file → error`;
//! `api → demand → plan, facts, consumption, funnel, attribution, kpi, scoring, hygiene, sla`; `hygiene → model`; `plan, store, import → facts → model`;
//! `api → merge → document → plan`; `api → nameless → model`; `api, export → ask → import, coverage`.
//!
//! Invariants
//! - A file is opened only if its schema is exactly the one of its version (`store/shape/`).
//! - One writer a workspace (`store/hold.rs`); whoever comes second reads, and is told why.
//! - A backup counts only once it was made durable, opened and checked (`backup`).
//! - Facts are never written over: what a file brought counts while the plan has its batch (`facts`).
//! - Every change goes through `plan::Plan::transact`: commit, history, undo entry and the list of
//!   changed rows come out of one call and cannot drift.
//! - The rules of coverage are pure functions over [`model::Architecture`]; the date is a parameter.
//! - Nothing here asks for the time: `now` comes from the host.
//!
//! Deliberately absent: a clock, dialogs, network access, wording of the window.

pub mod api;
pub mod ask;
pub mod attribution;
pub mod backup;
pub mod cadence;
pub mod check;
pub mod consumption;
pub mod coverage;
pub mod demand;
pub mod document;
pub mod effect;
pub mod error;
pub mod export;
pub mod facts;
pub mod figure;
pub mod file;
pub mod funnel;
pub mod home;
pub mod hygiene;
pub mod id;
pub mod import;
pub mod kpi;
pub mod maturity;
pub mod merge;
pub mod model;
pub mod nameless;
pub mod plan;
pub mod price;
pub mod review;
pub mod sample;
pub mod scoring;
pub mod sla;
pub mod snapshot;
pub mod store;
