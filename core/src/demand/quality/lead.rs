//! The state that what is known of one lead is in.

use super::census::{field_of, known, since};
use super::flagged::{answers, bad_by_sales};
use crate::demand::stamps::newest;
use crate::error::Result;
use crate::facts::FactKey;
use crate::facts::field::LeadField;
use crate::hygiene::{AnswerFlag, ProfileProgress, age_days, flags};
use crate::model::Millis;
use crate::plan::Plan;
use crate::plan::facts::OneRow;
use serde::Serialize;
use ts_rs::TS;

/// The state that what is known of a lead is in.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeadQuality {
    /// Answers that cannot be true or are nobody's own, and why.
    pub flags: Vec<AnswerFlag>,
    /// Whether sales turned it back as its data is not true.
    pub by_sales: bool,
    /// How far its profile has come, and what to ask next.
    pub profile: ProfileProgress,
    /// When what is known was last known to hold; `None` = nobody says.
    pub since: Option<Millis>,
    /// Whether it was verified then; else it became a lead then.
    pub verified: bool,
    /// The share that is expected to hold, of what goes bad fastest, 0–1; `None` = nobody says since
    /// when, or nothing is known.
    pub valid: Option<f64>,
}

/// The state of a lead now.
pub(in crate::demand) fn quality_of(
    plan: &Plan,
    key: FactKey,
    lead: &OneRow,
) -> Result<LeadQuality> {
    let view = plan.view();
    let (settings, at) = (&view.workspace()?.quality, newest(&view));
    let flags = flags(&answers(lead));
    let known = known(|field| lead.get(field_of(field)), &flags);
    let since = since(lead.get(LeadField::Verified), lead.get(LeadField::Created));
    let valid = since
        .zip(at)
        .and_then(|((since, _), at)| known.held().valid(&settings.rates, age_days(since, at.0)));
    Ok(LeadQuality {
        by_sales: bad_by_sales(plan, at)?.contains(&key),
        profile: ProfileProgress::of(&settings.profile, known),
        since: since.map(|(since, _)| Millis(since)),
        verified: since.is_some_and(|(_, verified)| verified),
        valid,
        flags,
    })
}
