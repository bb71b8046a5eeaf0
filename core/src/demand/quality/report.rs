//! How far what is known of all leads still holds, how much of it cannot be true, and how far their
//! profiles have come.

use super::census::Census;
use super::flagged::bad_by_sales;
use crate::demand::stamps::newest;
use crate::error::Result;
use crate::hygiene::{FlagReason, PUBLISHED_RATES, ProfileStock, PublishedRate, Stock};
use crate::model::{Millis, QualitySettings, Word};
use crate::plan::Plan;
use serde::Serialize;
use ts_rs::TS;

/// Leads that are flagged for a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FlagCount {
    /// The reason.
    pub reason: FlagReason,
    /// So many leads.
    pub leads: u64,
}

/// The state that what is known of all leads is in.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QualityReport {
    /// As of when: the newest time in the files unless another was asked for; `None` = no files.
    pub as_of: Option<Millis>,
    /// All leads.
    pub leads: u64,
    /// What the figures go by.
    pub settings: QualitySettings,
    /// What is expected to hold.
    pub stock: Stock,
    /// Leads of which an answer is flagged.
    pub flagged: u64,
    /// Those by reason, all reasons; a lead may have several.
    pub flags: Vec<FlagCount>,
    /// Leads that sales turned back as their data is not true.
    pub by_sales: u64,
    /// What is known of what is to be asked.
    pub profile: ProfileStock,
    /// What others published on how fast it goes bad.
    pub published: Vec<PublishedRate>,
}

/// The state of all leads at `at`: as of the newest time in the files unless given.
pub fn quality(plan: &Plan, at: Option<Millis>) -> Result<QualityReport> {
    let view = plan.view();
    let as_of = at.or_else(|| newest(&view));
    let census = match as_of {
        Some(at) => Census::of(plan, &view, at)?,
        None => Census::default(),
    };
    let settings = view.workspace()?.quality.clone();
    let reasons = FlagReason::ALL.iter().zip(census.reasons);
    Ok(QualityReport {
        as_of,
        leads: census.leads,
        stock: census.ages.stock(&settings.rates),
        flagged: census.flagged,
        flags: reasons.map(|(reason, leads)| FlagCount { reason: *reason, leads }).collect(),
        by_sales: bad_by_sales(plan, as_of)?.len() as u64,
        profile: census.profiles.stock(&settings.profile),
        published: PUBLISHED_RATES.to_vec(),
        settings,
    })
}
