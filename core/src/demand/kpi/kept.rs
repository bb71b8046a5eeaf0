//! Figures that are kept: of the months, quarters and years up to now, so that a page needs no count.

use super::behind::Behind;
use super::count::{Basis, Figures, Sources, calendar};
use super::names::{self, KpiNames};
use super::query::KpiFilter;
use crate::demand::stamps::{newest, versions};
use crate::error::{Error, Result};
use crate::facts::FactKey;
use crate::id::JourneyId;
use crate::model::{Architecture, Period, Unit, Word};
use crate::plan::Plan;
use serde::{Deserialize, Serialize};
use siphasher::sip::SipHasher13;
use std::hash::Hasher;

/// Which way of working figures out they were kept by: counted up when the way changes.
pub(super) const WAY: u32 = 5;

/// One period in a series.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Point {
    pub(super) period: Period,
    pub(super) values: Vec<Option<f64>>,
    pub(super) basis: Basis,
}

impl Point {
    pub(super) fn of(period: Period, figures: &Figures) -> Self {
        let values = figures.values.iter().map(|one| one.value).collect();
        Self { period, values, basis: figures.basis }
    }
}

/// Figures of a period and of the one before, and what they were up to then.
pub(super) struct Found {
    pub(super) now: Figures,
    pub(super) before: Figures,
    /// The earliest first; the period is the last.
    pub(super) series: Vec<Point>,
}

/// So many of a unit are kept.
fn kept(unit: Unit) -> usize {
    match unit {
        Unit::Month => 36,
        Unit::Quarter => 16,
        Unit::Year => 8,
    }
}

/// So many are told beside a figure.
fn told(unit: Option<Unit>) -> usize {
    match unit {
        Some(Unit::Month) => 12,
        Some(Unit::Quarter) | None => 8,
        Some(Unit::Year) => 5,
    }
}

/// The periods up to one, the earliest first.
fn up_to(period: Period, unit: Option<Unit>, most: usize) -> Vec<Period> {
    let before =
        |one: &Period| Some(unit.map_or_else(|| one.same_before(), |unit| unit.before(*one)));
    let mut periods: Vec<Period> = std::iter::successors(Some(period), before).take(most).collect();
    periods.reverse();
    periods
}

/// Whose figures, and what they are counted on.
pub(super) struct Asked<'a> {
    pub(super) plan: &'a Plan,
    pub(super) view: &'a Architecture,
    pub(super) journey: Option<JourneyId>,
    pub(super) filter: &'a KpiFilter,
}

impl Asked<'_> {
    /// The figures of a period: those that were kept, else counted.
    pub(super) fn found(&self, period: Period, unit: Option<Unit>) -> Result<Found> {
        let series = up_to(period, unit, told(unit));
        let before = series[series.len() - 2];
        let window = self.window()?;
        let is_kept = self.filter.is_open() && window.contains(&period) && window.contains(&before);
        if !is_kept {
            return self.counted(&series);
        }
        let stamp = self.plan.facts_stamp(self.view)? + &self.digest()?;
        if let Some(found) = self.read(&stamp, &series)? {
            return Ok(found);
        }
        let figures = self.count_and_keep(&stamp, &window)?.0;
        let at = |wanted: Period| {
            let place = window.iter().position(|one| *one == wanted);
            place.map(|place| &figures[place]).ok_or_else(|| Error::Internal("no period".into()))
        };
        let within = series.iter().filter(|one| window.contains(one));
        let points = within.map(|one| Ok(Point::of(*one, at(*one)?))).collect::<Result<_>>()?;
        Ok(Found { now: at(period)?.clone(), before: at(before)?.clone(), series: points })
    }

    /// Works out what is kept, if that was not done.
    pub(super) fn prepare(&self) -> Result<()> {
        let stamp = self.plan.facts_stamp(self.view)? + &self.digest()?;
        if self.plan.kept_figure(&self.named("series"), &stamp)?.is_none() {
            self.count_and_keep(&stamp, &self.window()?)?;
        }
        Ok(())
    }

    /// What the files name: as it was kept with figures, else found by counting them.
    pub(super) fn names(&self) -> Result<KpiNames> {
        if let Some(kept) = names::kept(self.plan, self.view)? {
            return Ok(kept);
        }
        let stamp = self.plan.facts_stamp(self.view)? + &self.digest()?;
        Ok(self.count_and_keep(&stamp, &self.window()?)?.1)
    }

    fn count_and_keep(&self, stamp: &str, window: &[Period]) -> Result<(Vec<Figures>, KpiNames)> {
        let (figures, named) = self.count(window.to_vec())?;
        self.keep(stamp, window, &figures)?;
        names::keep(self.plan, self.view, &named)?;
        Ok((figures, named))
    }

    fn counted(&self, series: &[Period]) -> Result<Found> {
        let mut figures = self.count(series.to_vec())?.0;
        let points = series.iter().zip(&figures).map(|(one, figures)| Point::of(*one, figures));
        let points = points.collect();
        let now = figures.pop().ok_or_else(|| Error::Internal("no period".into()))?;
        let before = figures.pop().ok_or_else(|| Error::Internal("no period before".into()))?;
        Ok(Found { now, before, series: points })
    }

    fn count(&self, periods: Vec<Period>) -> Result<(Vec<Figures>, KpiNames)> {
        self.of_sources(|sources| sources.figures(periods))
    }

    /// The leads behind a figure.
    pub(super) fn behind(&self, behind: &Behind) -> Result<Vec<FactKey>> {
        self.of_sources(|sources| sources.behind(behind))
    }

    /// The deals behind a figure.
    pub(super) fn deals_behind(&self, behind: &Behind) -> Result<Vec<FactKey>> {
        self.of_sources(|sources| sources.deals_behind(behind))
    }

    fn of_sources<T>(&self, look: impl FnOnce(&Sources<'_>) -> Result<T>) -> Result<T> {
        let until = newest(self.view).map_or(0, |at| at.0);
        let calendar = calendar(self.view)?;
        let asked = (self.journey, until);
        look(&Sources::of(self.plan, self.view, asked, (&calendar, self.filter))?)
    }

    /// The months, quarters and years up to the newest time in the files.
    fn window(&self) -> Result<Vec<Period>> {
        let Some(until) = newest(self.view) else { return Ok(Vec::new()) };
        let today = calendar(self.view)?.day_of(until.0);
        let start = self.view.workspace()?.fiscal_year_start;
        let of = |unit: &Unit| up_to(unit.around(today, start), Some(*unit), kept(*unit));
        Ok(Unit::ALL.iter().flat_map(of).collect())
    }

    fn named(&self, part: &str) -> String {
        let journey = self.journey.map_or_else(String::new, |id| id.to_string());
        format!("kpi {WAY} {journey} {part}")
    }

    fn of_period(&self, period: Period) -> String {
        self.named(&format!("{} {}", period.from, period.to))
    }

    fn read(&self, stamp: &str, series: &[Period]) -> Result<Option<Found>> {
        let of = |at: usize| -> Result<Option<Figures>> {
            let kept = self.plan.kept_figure(&self.of_period(series[at]), stamp)?;
            Ok(kept.and_then(|kept| serde_json::from_str(&kept).ok()))
        };
        let points = self.plan.kept_figure(&self.named("series"), stamp)?;
        let points = points.and_then(|kept| serde_json::from_str::<Vec<Point>>(&kept).ok());
        let last = series.len() - 1;
        let (Some(now), Some(before), Some(points)) = (of(last)?, of(last - 1)?, points) else {
            return Ok(None);
        };
        let within = points.into_iter().filter(|point| series.contains(&point.period));
        let mut series: Vec<Point> = within.collect();
        series.sort_by_key(|point| point.period);
        Ok(Some(Found { now, before, series }))
    }

    fn keep(&self, stamp: &str, window: &[Period], figures: &[Figures]) -> Result<()> {
        let failed = |error: serde_json::Error| Error::Internal(error.to_string());
        let points: Vec<Point> =
            window.iter().zip(figures).map(|(one, figures)| Point::of(*one, figures)).collect();
        let mut kept =
            vec![(self.named("series"), serde_json::to_string(&points).map_err(failed)?)];
        for (period, figures) in window.iter().zip(figures) {
            kept.push((self.of_period(*period), serde_json::to_string(figures).map_err(failed)?));
        }
        self.plan.keep_figures(stamp, kept);
        Ok(())
    }

    /// What figures depend on besides the facts: of content what names it in files, and what it cost.
    fn digest(&self) -> Result<String> {
        let Architecture { stages, personas, programmes, lead_answers, .. } = self.view;
        let workspace = self.view.workspace()?;
        let mut hasher = SipHasher13::new();
        let mut note = |text: &str| {
            hasher.write(text.as_bytes());
            hasher.write_u8(0xff);
        };
        for asset in self.view.assets.iter() {
            note(&asset.title);
            note(&asset.url);
            note(&asset.external_id);
            note(&format!("{:?} {:?} {}", asset.cost, asset.published_on, asset.status.as_word()));
        }
        note(&format!("{:?} {}", workspace.rates, workspace.currency));
        note(&format!("{} {}", workspace.time_zone, workspace.fiscal_year_start));
        let tables = [versions(stages), versions(personas), versions(programmes)];
        Ok(format!(" {:016x} {} {}", hasher.finish(), tables.join(" "), versions(lead_answers)))
    }
}
