//! The cadence of content, month by month.

use super::Context;
use crate::cadence::Cadence;
use crate::error::Result;
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

/// Which months, of whose content.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CadenceOf {
    /// A day of the first month; of this month unless given.
    pub from: Option<NaiveDate>,
    /// How many months; 4 unless given, 24 at most.
    pub months: Option<u32>,
    /// Only content that this one is in charge of.
    pub owner: Option<String>,
}

/// What is due, comes out and grows stale.
pub(super) fn cadence(context: Context<'_>, request: CadenceOf) -> Result<Cadence> {
    let (view, today) = (context.view()?, context.today()?);
    let months = request.months.unwrap_or(4).clamp(1, 24);
    let from = request.from.unwrap_or(today);
    Ok(Cadence::of(&view, today, from, months, request.owner.as_deref()))
}
