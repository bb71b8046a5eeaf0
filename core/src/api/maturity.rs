//! The maturity of the demand process.

use super::Context;
use super::edit::Nothing;
use crate::error::Result;
use crate::id::{EntityKind, MemberId};
use crate::maturity::Maturity;
use crate::model::{MaturityQuestion, RatingFields, Word};
use crate::plan::{Op, Outcome, Verb};
use serde::Deserialize;
use ts_rs::TS;

/// The maturity of the demand process: bars, their history, every question.
pub(super) fn maturity(context: Context<'_>, _: Nothing) -> Result<Maturity> {
    let zone = context.zone()?;
    context.coverage(None, |ledger| Maturity::of(ledger, zone))
}

/// Rates a question.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RateQuestion {
    /// The question.
    pub question: MaturityQuestion,
    /// From 0 to 4.
    pub level: u8,
    /// What shows it.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub evidence: String,
    /// Whose rating it is; the speaker's unless given.
    #[serde(default)]
    #[ts(optional)]
    pub member_id: Option<MemberId>,
}

/// Rates a question. Earlier ratings are kept.
pub(super) fn rate(context: Context<'_>, request: RateQuestion) -> Result<Outcome<()>> {
    let op = Op::one(Verb::Rate, EntityKind::Rating, request.question.as_word());
    context.transact(op, |tx| {
        let entered_by = tx.speaker()?;
        tx.create(RatingFields {
            question: request.question,
            level: request.level,
            evidence: request.evidence,
            member_id: request.member_id.unwrap_or(entered_by),
            rated_at: tx.by().at,
        })
        .map(drop)
    })
}
