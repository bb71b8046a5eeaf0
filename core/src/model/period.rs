//! Times that figures are told for: months, quarters and years as the workspace counts them, or from
//! one day to another.

use super::word::{Word, words};
use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

words! {
    /// A stretch of the calendar.
    Unit {
        /// A month.
        Month = "month",
        /// Three months of the fiscal year.
        Quarter = "quarter",
        /// The fiscal year.
        Year = "year",
    }
}

/// The days from one to another, both of them included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

impl Unit {
    /// How many months it has.
    pub fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }

    /// The one in which a day lies; `fiscal_year_start` = the first month of the fiscal year, 1–12.
    pub fn around(self, day: NaiveDate, fiscal_year_start: u8) -> Period {
        let since_start = (day.month0() + 12 - (u32::from(fiscal_year_start.max(1)) - 1) % 12) % 12;
        let first_of_month = day.with_day(1).unwrap_or(day);
        let from = first_of_month - Months::new(since_start % self.months());
        self.beginning(from)
    }

    /// The one that begins on a day.
    fn beginning(self, from: NaiveDate) -> Period {
        Period { from, to: from + Months::new(self.months()) - Days::new(1) }
    }

    /// The one before.
    pub fn before(self, period: Period) -> Period {
        self.beginning(period.from - Months::new(self.months()))
    }

    /// The one after.
    pub fn after(self, period: Period) -> Period {
        self.beginning(period.from + Months::new(self.months()))
    }
}

impl Period {
    /// How many days it has; 0 where it ends before it begins.
    pub fn days(self) -> u64 {
        u64::try_from((self.to - self.from).num_days() + 1).unwrap_or(0)
    }

    /// Whether a day lies in it.
    pub fn holds(self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// As many days right before.
    #[must_use]
    pub fn same_before(self) -> Self {
        let days = Days::new(self.days());
        Self { from: self.from - days, to: self.to - days }
    }

    /// The stretch of the calendar that it is, if it is one.
    pub fn unit(self, fiscal_year_start: u8) -> Option<Unit> {
        Unit::ALL.iter().copied().find(|unit| unit.around(self.from, fiscal_year_start) == self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn period(from: &str, to: &str) -> Period {
        Period { from: from.parse().unwrap(), to: to.parse().unwrap() }
    }

    #[test]
    fn quarters_and_years_are_those_of_the_fiscal_year() {
        let day = "2026-02-28".parse().unwrap();
        assert_eq!(Unit::Month.around(day, 4), period("2026-02-01", "2026-02-28"));
        assert_eq!(Unit::Quarter.around(day, 1), period("2026-01-01", "2026-03-31"));
        assert_eq!(Unit::Quarter.around(day, 2), period("2026-02-01", "2026-04-30"));
        assert_eq!(Unit::Quarter.around(day, 12), period("2025-12-01", "2026-02-28"));
        assert_eq!(Unit::Year.around(day, 1), period("2026-01-01", "2026-12-31"));
        assert_eq!(Unit::Year.around(day, 4), period("2025-04-01", "2026-03-31"));
    }

    #[test]
    fn the_one_before_is_that_of_the_calendar_or_as_long() {
        let march = period("2028-03-01", "2028-03-31");
        assert_eq!(Unit::Month.before(march), period("2028-02-01", "2028-02-29"));
        assert_eq!(march.same_before(), period("2028-01-30", "2028-02-29"));
        assert_eq!(march.unit(1), Some(Unit::Month));
        assert_eq!(period("2026-04-01", "2026-06-30").unit(1), Some(Unit::Quarter));
        assert_eq!(period("2026-04-01", "2026-06-30").unit(2), None);
        assert_eq!(period("2026-04-01", "2027-03-31").unit(4), Some(Unit::Year));
        assert_eq!(period("2026-04-02", "2026-04-01").days(), 0);
    }

    proptest! {
        #[test]
        fn every_day_lies_in_one_of_each(days in 0_u64..40_000, start in 1_u8..=12) {
            let day = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap() + Days::new(days);
            for unit in Unit::ALL {
                let around = unit.around(day, start);
                prop_assert!(around.holds(day));
                prop_assert_eq!(unit.after(unit.before(around)), around);
                prop_assert_eq!(unit.around(around.from, start), around);
                prop_assert_eq!(unit.around(around.to, start), around);
                prop_assert_eq!(unit.before(around).to + Days::new(1), around.from);
            }
        }
    }
}
