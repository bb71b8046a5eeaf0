//! The figure of a KPI over time, with what it is to be.

use super::groups::axis_around;
use super::twin::short;
use super::{Figure, Group, GroupBar, Groups, Picture, Reference};
use crate::model::{KpiUnit, Money, Period, Unit, decimals, thousands};
use chrono::{Datelike, NaiveDate};

/// What a KPI is, and what its amounts are in.
#[derive(Clone, Copy, Debug)]
pub struct ToldKpi<'a> {
    /// What it is called.
    pub name: &'a str,
    /// How it is worked out, in a sentence.
    pub definition: &'a str,
    /// What it is counted in.
    pub unit: KpiUnit,
    /// The currency of the workspace.
    pub currency: &'a str,
    /// The first month of the fiscal year, 1–12.
    pub fiscal_year_start: u8,
}

/// A KPI by period, the earliest first, each with what it was; `None` = no data. `target` = what it is to
/// be in each.
pub fn kpi_series(
    told: ToldKpi<'_>,
    points: &[(Period, Option<f64>)],
    target: Option<f64>,
) -> Figure {
    let known = points.iter().filter_map(|(_, value)| *value).chain(target);
    let known: Vec<f64> = known.map(|value| told.drawn(value)).collect();
    let least = known.iter().copied().fold(0.0, f64::min);
    let (least, full, steps) = axis_around(least, known.iter().copied().fold(0.0, f64::max));
    let tick = |step: u32| told.tick(least + (full - least) * f64::from(step) / f64::from(steps));
    let group = |(period, value): &(Period, Option<f64>)| Group {
        label: period_name(*period, told.fiscal_year_start),
        bars: vec![GroupBar {
            value: value.map(|value| told.drawn(value)),
            text: value.map_or_else(|| "no data".to_owned(), |value| told.said(value)),
        }],
    };
    let mark = |target: f64| Reference {
        label: "Target".to_owned(),
        value: told.drawn(target),
        text: told.said(target),
        note: String::new(),
    };
    Figure {
        title: format!("{} over time", told.name),
        summary: told.definition.to_owned(),
        picture: Picture::Groups(Groups {
            labels: "Period".to_owned(),
            least,
            full,
            ticks: (0..=steps).map(tick).collect(),
            series: vec![told.head()],
            groups: points.iter().map(group).collect(),
            references: target.map(mark).into_iter().collect(),
        }),
    }
}

impl ToldKpi<'_> {
    /// "Closed revenue (EUR)", "Win rate (%)".
    fn head(&self) -> String {
        let unit = match self.unit {
            KpiUnit::Count => return self.name.to_owned(),
            KpiUnit::Money => self.currency.to_owned(),
            KpiUnit::MoneyPerDay => format!("{} a day", self.currency),
            KpiUnit::Share => "%".to_owned(),
            KpiUnit::Days => "days".to_owned(),
            KpiUnit::Hours => "hours".to_owned(),
        };
        format!("{} ({unit})", self.name)
    }

    /// Amounts in whole units of the currency, shares in per cent.
    fn drawn(&self, value: f64) -> f64 {
        match self.unit {
            KpiUnit::Money | KpiUnit::MoneyPerDay => value / self.minor_units(),
            KpiUnit::Share => value * 100.0,
            KpiUnit::Days | KpiUnit::Hours | KpiUnit::Count => value,
        }
    }

    fn minor_units(&self) -> f64 {
        10_f64.powi(i32::try_from(decimals(self.currency)).unwrap_or(0))
    }

    fn tick(&self, value: f64) -> String {
        let said = grouped(value);
        if self.unit == KpiUnit::Share { format!("{said}%") } else { said }
    }

    fn said(&self, value: f64) -> String {
        match self.unit {
            KpiUnit::Money => self.money(value),
            KpiUnit::MoneyPerDay => format!("{} a day", self.money(value)),
            KpiUnit::Share => format!("{}%", grouped((value * 1_000.0).round() / 10.0)),
            KpiUnit::Days => format!("{} days", grouped((value * 10.0).round() / 10.0)),
            KpiUnit::Hours => format!("{} h", grouped((value * 10.0).round() / 10.0)),
            KpiUnit::Count => grouped(value.round()),
        }
    }

    /// Of a small amount also its minor units, of less than one of those also parts of it.
    fn money(&self, value: f64) -> String {
        if value != 0.0 && value.abs() < 10.0 {
            return format!("{:.4} {}", value / self.minor_units(), self.currency);
        }
        #[expect(clippy::cast_possible_truncation, reason = "amounts stay far below 2^53")]
        let money = Money { minor: value.round() as i64, currency: self.currency.to_owned() };
        if value.abs() < 10_000.0 { money.in_full() } else { money.rounded() }
    }
}

/// "1,200", "−0.5", "0.0025": as many decimals as it takes.
fn grouped(value: f64) -> String {
    if value != 0.0 && value.abs() < 0.1 {
        let small = format!("{value:.4}");
        return small.trim_end_matches('0').replace('-', "−");
    }
    let text = short(value.abs());
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), thousands);
    let sign = if value < 0.0 { "−" } else { "" };
    if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

/// "Jul 2026", "Q3 2026", "2026"; where the fiscal year is not that of the calendar "Q2 2026/27", "2026/27";
/// else "2 Jul – 5 Aug 2026".
fn period_name(period: Period, fiscal_year_start: u8) -> String {
    let day = |day: NaiveDate, as_in: &str| day.format(as_in).to_string();
    let year = Unit::Year.around(period.from, fiscal_year_start).from;
    let named = match year.month() {
        1 => year.year().to_string(),
        _ => format!("{}/{:02}", year.year(), (year.year() + 1).rem_euclid(100)),
    };
    match period.unit(fiscal_year_start) {
        Some(Unit::Month) => day(period.from, "%b %Y"),
        Some(Unit::Quarter) => {
            let months = (period.from.month0() + 12 - year.month0()) % 12;
            format!("Q{} {named}", months / 3 + 1)
        }
        Some(Unit::Year) => named,
        None => format!("{} – {}", day(period.from, "%-d %b"), day(period.to, "%-d %b %Y")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(from: &str, to: &str) -> Period {
        Period { from: from.parse().unwrap(), to: to.parse().unwrap() }
    }

    fn told(unit: KpiUnit) -> ToldKpi<'static> {
        let (name, definition) = ("Figure", "A ÷ B.");
        ToldKpi { name, definition, unit, currency: "EUR", fiscal_year_start: 1 }
    }

    fn groups(figure: &Figure) -> &Groups {
        let Picture::Groups(groups) = &figure.picture else { panic!("no groups") };
        groups
    }

    /// 12,000.00 and 90,000.50 euros against a target of 120,000: the axis ends at 150,000 in steps of
    /// 50,000.
    #[test]
    fn amounts_stand_in_whole_units_against_their_target() {
        let (q1, q2) = (period("2026-01-01", "2026-03-31"), period("2026-04-01", "2026-06-30"));
        let points = [(q1, None), (q2, Some(9_000_050.0))];
        let figure = kpi_series(told(KpiUnit::Money), &points, Some(12_000_000.0));
        let told = groups(&figure);
        assert_eq!((told.least, told.full), (0.0, 150_000.0));
        assert_eq!(told.ticks, ["0", "50,000", "100,000", "150,000"]);
        let twin = figure.twin();
        assert_eq!(twin.header, ["Period", "Figure (EUR)"]);
        assert_eq!(twin.rows[0], ["Q1 2026", "no data"]);
        assert_eq!(twin.rows[1], ["Q2 2026", "90,001 EUR"]);
        assert_eq!(twin.rows[2], ["Target", "120,000 EUR"]);
    }

    /// −40% and 150%: steps of 50, one below 0 and three above.
    #[test]
    fn what_is_below_0_hangs_below_the_line() {
        let months = [
            (period("2026-01-01", "2026-01-31"), Some(-0.4)),
            (period("2026-02-01", "2026-02-28"), Some(1.5)),
        ];
        let figure = kpi_series(told(KpiUnit::Share), &months, None);
        let told = groups(&figure);
        assert_eq!((told.least, told.full), (-50.0, 150.0));
        assert_eq!(told.ticks, ["−50%", "0%", "50%", "100%", "150%"]);
        assert_eq!(figure.twin().rows[0], ["Jan 2026", "−40%"]);
    }

    #[test]
    fn small_amounts_keep_their_decimals() {
        let year = period("2026-01-01", "2026-12-31");
        let figure = kpi_series(told(KpiUnit::Money), &[(year, Some(0.45))], None);
        assert_eq!(figure.twin().rows[0], ["2026", "0.0045 EUR"]);
        assert_eq!(groups(&figure).ticks[1], "0.002");
    }

    #[test]
    fn periods_are_named_by_the_fiscal_year() {
        let spring = period("2026-04-01", "2026-06-30");
        assert_eq!(period_name(spring, 1), "Q2 2026");
        assert_eq!(period_name(spring, 4), "Q1 2026/27");
        assert_eq!(period_name(period("2026-01-01", "2026-03-31"), 4), "Q4 2025/26");
        assert_eq!(period_name(period("2026-04-01", "2027-03-31"), 4), "2026/27");
        assert_eq!(period_name(period("2026-04-02", "2026-05-01"), 4), "2 Apr – 1 May 2026");
    }
}
