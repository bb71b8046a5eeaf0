//! Visits counted by the time of their beginning.

use super::line::Line;
use super::report::{CohortRow, CohortStage, FunnelStage, Seam};
use crate::funnel::{StageLedger, Tally, Visit};
use crate::model::{Period, StageKind, Unit, Word};
use crate::sla::Calendar;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What came in a stretch of time, and what became of it.
#[derive(Clone, Debug)]
pub(super) struct Cohort {
    leads: Vec<Tally>,
    deals: Vec<Tally>,
    seam: Seam,
}

/// Counts visits, all together and by month, quarter and year of their beginning.
#[derive(Clone, Debug)]
pub(super) struct Counts<'a> {
    calendar: &'a Calendar,
    fiscal_year_start: u8,
    all: Cohort,
    by: BTreeMap<(Unit, NaiveDate), Cohort>,
    /// The first days of month, quarter and year of a day.
    begins: BTreeMap<NaiveDate, [NaiveDate; 3]>,
    stages: (usize, usize),
}

impl Cohort {
    fn of((leads, deals): (usize, usize)) -> Self {
        Self {
            leads: vec![Tally::default(); leads],
            deals: vec![Tally::default(); deals],
            seam: Seam::default(),
        }
    }

    fn merge(&mut self, other: &Self) {
        self.leads.iter_mut().zip(&other.leads).for_each(|(ours, theirs)| ours.merge(theirs));
        self.deals.iter_mut().zip(&other.deals).for_each(|(ours, theirs)| ours.merge(theirs));
        self.seam.leads += other.seam.leads;
        self.seam.deals += other.seam.deals;
        self.seam.direct += other.seam.direct;
    }

    fn ledgers(&mut self, line: &Line) -> Vec<StageLedger> {
        let (mut leads, mut deals) = (self.leads.iter_mut(), self.deals.iter_mut());
        let next = |kind: StageKind| match kind {
            StageKind::Lead => leads.next(),
            StageKind::Deal => deals.next(),
        };
        let tallies = line.stages.iter().map(|stage| stage.kind).map(next);
        tallies.map(|tally| tally.map_or_else(StageLedger::default, Tally::ledger)).collect()
    }
}

impl<'a> Counts<'a> {
    pub(super) fn new(calendar: &'a Calendar, fiscal_year_start: u8, line: &Line) -> Self {
        let stages = (line.leads, line.deals);
        let (all, by, begins) = (Cohort::of(stages), BTreeMap::new(), BTreeMap::new());
        Self { calendar, fiscal_year_start, all, by, begins, stages }
    }

    /// Counts a visit of a lead or of a deal.
    pub(super) fn visit(&mut self, kind: StageKind, visit: &Visit) {
        self.each(visit.entered, |cohort| {
            let tallies = match kind {
                StageKind::Lead => &mut cohort.leads,
                StageKind::Deal => &mut cohort.deals,
            };
            if let Some(tally) = tallies.get_mut(visit.stage) {
                tally.push(visit);
            }
        });
    }

    /// Counts who comes over the seam.
    pub(super) fn seam(&mut self, at: i64, count: impl Fn(&mut Seam)) {
        self.each(at, |cohort| count(&mut cohort.seam));
    }

    fn each(&mut self, at: i64, count: impl Fn(&mut Cohort)) {
        let (day, start) = (self.calendar.day_of(at), self.fiscal_year_start);
        let begins = self.begins.entry(day).or_insert_with(|| {
            [Unit::Month, Unit::Quarter, Unit::Year].map(|unit| unit.around(day, start).from)
        });
        count(&mut self.all);
        for (unit, from) in Unit::ALL.iter().zip(*begins) {
            let cohort = self.by.entry((*unit, from));
            count(cohort.or_insert_with(|| Cohort::of(self.stages)));
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.all.merge(&other.all);
        for (key, theirs) in &other.by {
            let ours = self.by.entry(*key);
            ours.or_insert_with(|| Cohort::of(self.stages)).merge(theirs);
        }
    }

    /// All of it.
    pub(super) fn all(&mut self, line: &Line) -> (Vec<FunnelStage>, Seam) {
        let ledgers = self.all.ledgers(line);
        let stages = line.stages.iter().zip(ledgers);
        let told = stages.map(|(stage, ledger)| FunnelStage { stage_id: stage.id, ledger });
        (told.collect(), self.all.seam)
    }

    /// By the stretches of one length, the latest first: `until` = the day until which is known what came.
    pub(super) fn by(&mut self, unit: Unit, line: &Line, until: NaiveDate) -> Vec<CohortRow> {
        let start = self.fiscal_year_start;
        let mut rows: Vec<CohortRow> = Vec::new();
        for ((_, from), cohort) in self.by.iter_mut().filter(|((one, _), _)| *one == unit) {
            let period: Period = unit.around(*from, start);
            let before = rows.last().filter(|one| one.period == unit.before(period));
            let stages = against(cohort.ledgers(line), before);
            rows.push(CohortRow { period, is_open: period.to > until, stages, seam: cohort.seam });
        }
        rows.reverse();
        rows
    }
}

/// The visits of a cohort, held against those of the one before.
fn against(ledgers: Vec<StageLedger>, before: Option<&CohortRow>) -> Vec<CohortStage> {
    let stage = |(at, ledger): (usize, StageLedger)| {
        let before = before.and_then(|one| Some(one.stages.get(at)?.ledger.entered));
        CohortStage { ledger, before, growth: before.and_then(|before| ledger.growth(before)) }
    };
    ledgers.into_iter().enumerate().map(stage).collect()
}
