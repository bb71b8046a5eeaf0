//! What content brings: who asked for it, and which stages they reached after.

use super::look::Lead;
use super::spans::Spans;
use super::spend::Shown;
use super::split::{Merge, Split};
use crate::demand::score::Reading;
use crate::funnel::{Place, Recorded};
use crate::model::EventKind;

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

/// Who reached a stage after a download.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct After {
    /// Downloads whose lead reached it; of all content, leads.
    pub(super) reached: u32,
    /// How long that took, in milliseconds, where both times are known exactly.
    pub(super) lasted: Vec<i64>,
}

/// What a piece brings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Offer {
    /// First requests by a lead.
    pub(super) downloads: u32,
    /// Single impressions of which no total is known.
    pub(super) shown: u32,
    /// By the place of the stage among those of leads.
    pub(super) after: Vec<After>,
}

impl Merge for After {
    fn merge(&mut self, other: Self) {
        self.reached += other.reached;
        self.lasted.extend(other.lasted);
    }
}

impl Merge for Offer {
    fn merge(&mut self, other: Self) {
        self.downloads += other.downloads;
        self.shown += other.shown;
        self.after.resize(self.after.len().max(other.after.len()), After::default());
        self.after.merge(other.after);
    }
}

/// Counts it, by the pieces' numbers.
#[derive(Clone, Debug)]
pub(super) struct Content {
    periods: Vec<Split<u32, Offer>>,
    stages: usize,
    /// Pieces that the lead that is looked at asked for.
    asked: Vec<u32>,
    /// Stages that it was counted for: period and stage.
    seen: Vec<(usize, usize)>,
}

/// What came after one download, by stage: whether it was reached, and how long it took.
type Outcome = Vec<(bool, Option<i64>)>;

impl Content {
    pub(super) fn new(spans: &Spans<'_>, stages: usize) -> Self {
        let periods = vec![Split::default(); spans.len()];
        Self { periods, stages, asked: Vec::new(), seen: Vec::new() }
    }

    pub(super) fn look(
        &mut self,
        lead: &Lead<'_>,
        reading: &Reading<'_>,
        spans: &mut Spans<'_>,
        totals: &Shown,
    ) {
        self.asked.clear();
        self.seen.clear();
        for did in lead.passing() {
            match did.kind {
                EventKind::Impression => {
                    let (day, within) = spans.of(did.at);
                    if totals.has_asset(reading.asset(did.asset), day) {
                        continue;
                    }
                    for at in within {
                        self.periods[*at].all.shown += 1;
                        self.periods[*at].at(did.asset).shown += 1;
                    }
                }
                EventKind::Request if !did.machine && !self.asked.contains(&did.asset) => {
                    self.asked.push(did.asset);
                    let outcome = self.outcome(lead, did.at);
                    for at in spans.of(did.at).1 {
                        self.downloaded(*at, did.asset, &outcome);
                    }
                }
                _ => {}
            }
        }
    }

    fn outcome(&self, lead: &Lead<'_>, at: i64) -> Outcome {
        (0..self.stages).map(|stage| (lead.reached(stage, at), lead.took(stage, at))).collect()
    }

    fn downloaded(&mut self, at: usize, asset: u32, outcome: &Outcome) {
        let Self { periods, seen, stages, .. } = self;
        let Split { all, by } = &mut periods[at];
        let one = by.entry(asset).or_default();
        for offer in [&mut *all, &mut *one] {
            offer.downloads += 1;
            offer.after.resize(*stages, After::default());
        }
        for (stage, (reached, took)) in outcome.iter().enumerate() {
            one.after[stage].reached += u32::from(*reached);
            one.after[stage].lasted.extend(took);
            if *reached && !seen.contains(&(at, stage)) {
                seen.push((at, stage));
                all.after[stage].reached += 1;
                all.after[stage].lasted.extend(took);
            }
        }
    }

    pub(super) fn named(self, reading: &Reading<'_>) -> Vec<Split<String, Offer>> {
        let name = |number: &u32| reading.asset(*number).to_owned();
        self.periods.into_iter().map(|one| one.named(name)).collect()
    }
}

impl Lead<'_> {
    /// When it asked for each piece first, the earliest first.
    pub(super) fn downloads(&self) -> Vec<i64> {
        let asked = self.passing().filter(|did| did.kind == EventKind::Request && !did.machine);
        let (mut pieces, mut times) = (Vec::new(), Vec::new());
        for did in asked {
            if !pieces.contains(&did.asset) {
                pieces.push(did.asset);
                times.push(did.at);
            }
        }
        times
    }

    /// Whether it came to a stage at a time or later, or was made a lead there on that day.
    pub(super) fn reached(&self, stage: usize, at: i64) -> bool {
        let first = self.visits.first();
        let made =
            first.is_some_and(|visit| visit.stage == stage && (visit.entered - at).abs() < DAY);
        made || self.visits.iter().any(|visit| visit.stage == stage && visit.entered >= at)
    }

    /// How long it took from a time until it came to a stage; `None` = it did not, or that is not known
    /// exactly.
    fn took(&self, stage: usize, at: i64) -> Option<i64> {
        let mut came = self.visits.iter().filter(|visit| visit.stage == stage);
        let visit = came.find(|visit| visit.entered >= at).filter(|visit| !visit.inferred)?;
        let is_it = |one: &&Recorded| one.place == Place::Stage(stage) && one.at == visit.entered;
        self.recorded.iter().find(is_it)?.exact.then_some(visit.entered - at)
    }
}
