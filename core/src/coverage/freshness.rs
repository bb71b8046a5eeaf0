//! Where an asset stands as of a date: planned, live, stale or retired.

use crate::model::{Architecture, Asset, Status, words};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

words! {
    /// Where an asset stands as of a date, the most useful first.
    Standing {
        /// Published and within its shelf life.
        Live = "live",
        /// Not out yet: an idea, planned, in production, or published only after the date.
        Planned = "planned",
        /// Published, and its shelf life has passed.
        Stale = "stale",
        /// Taken down.
        Retired = "retired",
    }
}

/// The freshness of an asset as of a date (METHOD.md).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Freshness {
    /// Where it stands.
    pub standing: Standing,
    /// The later of published and last reviewed, as far as they have happened.
    pub renewed_on: Option<NaiveDate>,
    /// The last day of its shelf life; `None` = evergreen or undated.
    pub expires_on: Option<NaiveDate>,
    /// Published, without any date.
    pub undated: bool,
}

impl Freshness {
    /// Whether it is out: live or stale.
    pub fn is_published(&self) -> bool {
        matches!(self.standing, Standing::Live | Standing::Stale)
    }

    /// Whether it is published and not stale.
    pub fn is_live(&self) -> bool {
        self.standing == Standing::Live
    }

    /// Whether it is live, and the last day of its shelf life at most 60 days away.
    pub fn expires_soon(&self, as_of: NaiveDate) -> bool {
        let soon = |last: NaiveDate| (last - as_of).num_days() <= NOTICE;
        self.is_live() && self.expires_on.is_some_and(soon)
    }
}

/// How many days ahead an end of shelf life is told.
const NOTICE: i64 = 60;

/// The freshness of an asset as of a date, by the shelf life of its format. Without a format it is
/// evergreen, for nothing says how long it keeps.
pub fn freshness(architecture: &Architecture, asset: &Asset, as_of: NaiveDate) -> Freshness {
    let format = asset.format_id.and_then(|id| architecture.formats.get(id));
    let shelf_life = format.and_then(|format| format.shelf_life_days);
    let happened = |date: Option<NaiveDate>| date.filter(|date| *date <= as_of);
    let renewed_on = happened(asset.published_on).max(happened(asset.reviewed_on));
    let expires_on = renewed_on
        .zip(shelf_life)
        .and_then(|(from, days)| from.checked_add_days(Days::new(days.into())));
    let standing = match asset.status {
        Status::Retired => Standing::Retired,
        Status::Published if asset.published_on.is_none_or(|date| date <= as_of) => {
            if expires_on.is_some_and(|last| last < as_of) {
                Standing::Stale
            } else {
                Standing::Live
            }
        }
        _ => Standing::Planned,
    };
    let published = matches!(standing, Standing::Live | Standing::Stale);
    Freshness { standing, renewed_on, expires_on, undated: published && renewed_on.is_none() }
}
