//! Data hygiene and progressive profiling (METHOD.md, "Data quality").
//!
//! What is known of people goes bad by the year ([`Ages`]); some of what they answer cannot be true
//! ([`AnswerFlag`]); and the rest is asked one or two fields at a time ([`Profiles`]). Answers are
//! flagged with the reason and never changed.
//!
//! Pure: answers are texts, ages are days, and how fast things go bad and what is asked of leads are
//! parameters.

mod address;
mod answer;
mod decay;
mod ladder;
mod profile;
mod reference;
mod runs;
mod throwaway;

pub(crate) use answer::together;
pub use answer::{AnswerFlag, Answers, FlagReason, OneAnswer, flags};
pub use decay::{AgeBin, Ages, GroupStock, Held, Stock, age_days, valid_share};
pub use profile::{Asked, Known, ProfileProgress, ProfileStock, Profiles};
pub use reference::{PUBLISHED_RATES, PublishedRate};

#[cfg(test)]
mod answer_tests;
#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;
