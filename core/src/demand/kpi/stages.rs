//! Who comes to each stage, and who goes on.

use super::look::Lead;
use super::spans::{Spans, Stock};
use super::split::Merge;
use crate::funnel::Tally;

/// What came to stages in a period.
#[derive(Clone, Debug, Default)]
pub(super) struct Came {
    /// Leads that became one.
    pub(super) new: u32,
    /// Visits that began in it, by stage.
    pub(super) stages: Vec<Tally>,
}

impl Merge for Came {
    fn merge(&mut self, other: Self) {
        self.new += other.new;
        self.stages.iter_mut().zip(&other.stages).for_each(|(ours, theirs)| ours.merge(theirs));
    }
}

/// Counts them.
#[derive(Clone, Debug)]
pub(super) struct Stages {
    pub(super) periods: Vec<Came>,
    /// Who is at each stage.
    pub(super) buyers: Vec<Stock>,
}

impl Stages {
    pub(super) fn new(spans: &Spans<'_>, stages: usize) -> Self {
        let came = Came { new: 0, stages: vec![Tally::default(); stages] };
        Self { periods: vec![came; spans.len()], buyers: vec![Stock::default(); stages] }
    }

    pub(super) fn look(&mut self, lead: &Lead<'_>, spans: &mut Spans<'_>) {
        if let Some(created) = lead.created {
            for at in spans.of(created).1 {
                self.periods[*at].new += 1;
            }
        }
        for visit in lead.visits {
            for at in spans.of(visit.entered).1 {
                self.periods[*at].stages[visit.stage].push(visit);
            }
            self.buyers[visit.stage].stay(spans, visit.entered, visit.ended);
        }
    }
}

impl Merge for Stages {
    fn merge(&mut self, other: Self) {
        self.periods.merge(other.periods);
        self.buyers.iter_mut().zip(&other.buyers).for_each(|(ours, theirs)| ours.merge(theirs));
    }
}
