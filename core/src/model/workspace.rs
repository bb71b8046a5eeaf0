//! The workspace and its members.

use super::kpi::KpiSettings;
use super::money::{Money, check_currency, decimals};
use super::quality::QualitySettings;
use super::text::{check_length, check_line, tidy_line};
use super::word::words;
use super::{Entity, Fields, LINE_LIMIT};
use crate::error::Result;
use crate::id::{EntityKind, MemberId, WorkspaceId};
use crate::require;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A workspace: one company's plan.
pub type Workspace = Entity<WorkspaceFields>;
/// Somebody who works on the plan.
pub type Member = Entity<MemberFields>;

/// What one unit of another currency is worth in the workspace's, from a day on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Rate {
    /// The other currency.
    pub currency: String,
    /// The first day on which the rate holds.
    pub on: NaiveDate,
    /// Units of the workspace's currency for one unit of the other.
    pub rate: f64,
}

/// The facts of a workspace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkspaceFields {
    /// The company or team.
    pub name: String,
    /// ISO 4217 code of all money without another.
    pub currency: String,
    /// Dated rates of other currencies.
    pub rates: Vec<Rate>,
    /// First month of the fiscal year, 1–12.
    pub fiscal_year_start: u8,
    /// ISO weekdays on which people work: 1 = Monday … 7 = Sunday.
    pub working_days: Vec<u8>,
    /// First working minute of a day, counted from midnight.
    pub work_starts: u16,
    /// Last working minute of a day, counted from midnight.
    pub work_ends: u16,
    /// Days on which nobody works.
    pub holidays: Vec<NaiveDate>,
    /// IANA name of the zone in which days and months are counted.
    pub time_zone: String,
    /// How its leads are kept in order.
    #[serde(default)]
    pub quality: QualitySettings,
    /// What its figures are to be, and what lifetime values are worked out with.
    #[serde(default)]
    pub numbers: KpiSettings,
}

impl WorkspaceFields {
    /// A fresh workspace with the settings most teams keep.
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            currency: "EUR".to_owned(),
            rates: Vec::new(),
            fiscal_year_start: 1,
            working_days: vec![1, 2, 3, 4, 5],
            work_starts: 9 * 60,
            work_ends: 17 * 60,
            holidays: Vec::new(),
            time_zone: "UTC".to_owned(),
            quality: QualitySettings::default(),
            numbers: KpiSettings::default(),
        }
    }
}

impl WorkspaceFields {
    /// What an amount was worth on a day, in minor units of the workspace's currency, rounded half
    /// up: by the latest rate of its currency that held then; one without a currency is in that of
    /// the workspace. `None` where there is no rate, which is not 0.
    pub fn worth(&self, amount: &Money, on: NaiveDate) -> Option<i64> {
        if amount.currency == self.currency || amount.currency.is_empty() {
            return Some(amount.minor);
        }
        let known = self.rates.iter().filter(|rate| rate.currency == amount.currency);
        let rate = known.filter(|rate| rate.on <= on).max_by_key(|rate| rate.on)?;
        let scale = |currency: &str| 10_f64.powi(i32::try_from(decimals(currency)).unwrap_or(0));
        #[allow(clippy::cast_precision_loss, reason = "amounts stay far below 2^53 minor units")]
        let worth =
            amount.minor as f64 * rate.rate * scale(&self.currency) / scale(&amount.currency);
        #[allow(clippy::cast_possible_truncation, reason = "checked to be within range")]
        (worth.abs() < 9e15).then(|| (worth + 0.5).floor() as i64)
    }
}

impl Fields for WorkspaceFields {
    type Id = WorkspaceId;
    const KIND: EntityKind = EntityKind::Workspace;

    fn tidy(&mut self) {
        tidy_line(&mut self.name);
        self.working_days.sort_unstable();
        self.working_days.dedup();
        self.holidays.sort_unstable();
        self.holidays.dedup();
        self.rates.sort_by(|a, b| (&a.currency, a.on).cmp(&(&b.currency, b.on)));
        self.quality.tidy();
        self.numbers.tidy();
    }

    fn check(&self) -> Result<()> {
        check_line("name", "The workspace's name", &self.name)?;
        check_currency(&self.currency)?;
        for rate in &self.rates {
            check_currency(&rate.currency)?;
            let worth = rate.rate.is_finite() && rate.rate > 0.0;
            require!(worth, "rates", "A rate is a number above 0.");
        }
        let month = (1..=12).contains(&self.fiscal_year_start);
        require!(month, "fiscalYearStart", "The fiscal year starts in a month from 1 to 12.");
        let days = self.working_days.iter().all(|day| (1..=7).contains(day));
        require!(days, "workingDays", "Working days are numbered 1 (Monday) to 7 (Sunday).");
        let hours = self.work_starts < self.work_ends && self.work_ends <= 24 * 60;
        require!(hours, "workEnds", "Work must end after it starts, within the day.");
        let zone = self.time_zone.parse::<chrono_tz::Tz>().is_ok();
        require!(zone, "timeZone", "\"{}\" is not a known time zone.", self.time_zone);
        self.quality.check()?;
        self.numbers.check()
    }

    fn title(&self) -> String {
        self.name.clone()
    }
}

words! {
    /// What somebody answers for.
    Role {
        /// Builds the architecture; speaks for marketing.
        Strategist = "strategist",
        /// Reviews and funds (CMO); speaks for marketing.
        Reviewer = "reviewer",
        /// Says what stages need; speaks for sales.
        Sales = "sales",
    }
}

words! {
    /// The two sides that answer a deal check.
    Side {
        /// Strategists and reviewers.
        Marketing = "marketing",
        /// Sales.
        Sales = "sales",
    }
}

impl Role {
    /// The side this role speaks for (METHOD.md).
    pub fn side(self) -> Side {
        match self {
            Self::Strategist | Self::Reviewer => Side::Marketing,
            Self::Sales => Side::Sales,
        }
    }
}

/// What is known of a member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct MemberFields {
    /// The name shown beside what they did.
    pub name: String,
    /// E-mail, or empty.
    pub email: String,
    /// What they answer for.
    pub role: Role,
    /// Left the team: kept for what they signed, no longer offered.
    pub former: bool,
}

impl Default for MemberFields {
    fn default() -> Self {
        Self::named("", Role::Strategist)
    }
}

impl MemberFields {
    /// Somebody with that name and role.
    pub fn named(name: impl Into<String>, role: Role) -> Self {
        Self { name: name.into(), email: String::new(), role, former: false }
    }
}

impl Fields for MemberFields {
    type Id = MemberId;
    const KIND: EntityKind = EntityKind::Member;

    fn tidy(&mut self) {
        tidy_line(&mut self.name);
        tidy_line(&mut self.email);
    }

    fn check(&self) -> Result<()> {
        check_line("name", "The member's name", &self.name)?;
        check_length("email", "The e-mail", &self.email, LINE_LIMIT)?;
        let address = self.email.is_empty() || self.email.contains('@');
        require!(address, "email", "\"{}\" is not an e-mail address.", self.email);
        Ok(())
    }

    fn title(&self) -> String {
        self.name.clone()
    }
}
