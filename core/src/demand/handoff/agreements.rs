//! What is agreed at a time, and how time counts.

use crate::error::Result;
use crate::id::AgreementId;
use crate::model::{Agreement, Architecture, ContextField, SalesPromise};
use crate::sla::{Calendar, HOUR, MINUTE, Promise};
use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;
use std::sync::Arc;

/// The agreements of a plan, with the calendar of its workspace.
#[derive(Clone, Debug)]
pub(super) struct Agreements {
    /// The latest first.
    all: Vec<Arc<Agreement>>,
    pub(super) calendar: Calendar,
}

impl Agreements {
    pub(super) fn of(plan: &Architecture) -> Result<Self> {
        let workspace = plan.workspace()?;
        let zone = workspace.time_zone.parse().unwrap_or(Tz::UTC);
        let hours = (workspace.work_starts, workspace.work_ends);
        let holidays = workspace.holidays.iter().copied();
        let mut all: Vec<_> = plan.agreements.iter().cloned().collect();
        all.sort_by_key(|one| std::cmp::Reverse(one.starts_on));
        Ok(Self { all, calendar: Calendar::new(zone, &workspace.working_days, hours, holidays) })
    }

    /// The one in force on a day; `None` = nothing was agreed yet.
    pub(super) fn on(&self, day: NaiveDate) -> Option<&Arc<Agreement>> {
        self.all.iter().find(|one| one.starts_on <= day)
    }

    /// Its id.
    pub(super) fn id_on(&self, day: NaiveDate) -> Option<AgreementId> {
        self.on(day).map(|one| one.id)
    }

    /// What sales promises on a day: what is usual where nothing was agreed.
    pub(super) fn sales_on(&self, day: NaiveDate) -> SalesPromise {
        self.on(day).map_or_else(SalesPromise::default, |one| one.sales)
    }

    /// The times of that.
    pub(super) fn promise_on(&self, day: NaiveDate) -> Promise {
        let SalesPromise { hours, hot_minutes, .. } = self.sales_on(day);
        Promise { warm: i64::from(hours) * HOUR, hot: i64::from(hot_minutes) * MINUTE }
    }

    /// What has to be known of a lead that is handed over on a day.
    pub(super) fn context_on(&self, day: NaiveDate) -> &[ContextField] {
        self.on(day).map_or(&[], |one| &one.marketing.context)
    }
}

/// The first day of the month of a day.
pub(super) fn month_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}
