//! What is agreed at a time, and how time counts.

use crate::error::Result;
use crate::model::{Architecture, ContextField, SalesPromise};
use crate::sla::{Calendar, HOUR, MINUTE, Promise};
use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

/// The agreements of a plan, with the calendar of its workspace.
#[derive(Clone, Debug)]
pub(super) struct Agreements<'a> {
    plan: &'a Architecture,
    pub(super) calendar: Calendar,
}

impl<'a> Agreements<'a> {
    pub(super) fn of(plan: &'a Architecture) -> Result<Self> {
        let workspace = plan.workspace()?;
        let zone = workspace.time_zone.parse().unwrap_or(Tz::UTC);
        let hours = (workspace.work_starts, workspace.work_ends);
        let holidays = workspace.holidays.iter().copied();
        Ok(Self { plan, calendar: Calendar::new(zone, &workspace.working_days, hours, holidays) })
    }

    /// What sales promises on a day: what is usual where nothing was agreed.
    pub(super) fn sales_on(&self, day: NaiveDate) -> SalesPromise {
        self.plan.agreement_on(day).map_or_else(SalesPromise::default, |one| one.sales)
    }

    /// The times of that.
    pub(super) fn promise_on(&self, day: NaiveDate) -> Promise {
        let SalesPromise { hours, hot_minutes, .. } = self.sales_on(day);
        Promise { warm: i64::from(hours) * HOUR, hot: i64::from(hot_minutes) * MINUTE }
    }

    /// What has to be known of a lead that is handed over on a day.
    pub(super) fn context_on(&self, day: NaiveDate) -> &'a [ContextField] {
        self.plan.agreement_on(day).map_or(&[], |one| &one.marketing.context)
    }
}

/// The first day of the month of a day.
pub(super) fn month_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}
