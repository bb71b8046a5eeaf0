//! Who is reached over which channel.

use super::look::Lead;
use super::spans::Spans;
use super::spend::Shown;
use super::split::{Merge, Split};
use crate::demand::score::Reading;
use crate::model::EventKind;

/// Who was reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Reached {
    /// Leads that did something of their own accord.
    pub(super) engaged: u32,
    /// Single impressions of which no total is known.
    pub(super) shown: u32,
}

impl Merge for Reached {
    fn merge(&mut self, other: Self) {
        self.engaged += other.engaged;
        self.shown += other.shown;
    }
}

/// Counts them, by the channels' numbers.
#[derive(Clone, Debug)]
pub(super) struct Engagement {
    periods: Vec<Split<u32, Reached>>,
    /// What of the lead that is looked at was counted: period and channel.
    seen: Vec<(usize, Option<u32>)>,
}

impl Engagement {
    pub(super) fn new(spans: &Spans<'_>) -> Self {
        Self { periods: vec![Split::default(); spans.len()], seen: Vec::new() }
    }

    pub(super) fn look(
        &mut self,
        lead: &Lead<'_>,
        reading: &mut Reading<'_>,
        spans: &mut Spans<'_>,
        totals: &Shown,
    ) {
        self.seen.clear();
        for did in lead.passing() {
            if did.kind == EventKind::Impression {
                let channel = reading.channel_of(did, lead.source);
                let (day, within) = spans.of(did.at);
                if totals.has_channel(reading.channel(channel), day) {
                    continue;
                }
                for at in within {
                    self.periods[*at].all.shown += 1;
                    self.periods[*at].at(channel).shown += 1;
                }
            } else if did.is_touch() {
                let channel = reading.channel_of(did, lead.source);
                for at in spans.of(did.at).1 {
                    self.engaged(*at, channel);
                }
            }
        }
    }

    fn engaged(&mut self, at: usize, channel: u32) {
        if !self.seen.contains(&(at, Some(channel))) {
            self.seen.push((at, Some(channel)));
            self.periods[at].at(channel).engaged += 1;
            if !self.seen.contains(&(at, None)) {
                self.seen.push((at, None));
                self.periods[at].all.engaged += 1;
            }
        }
    }

    pub(super) fn named(self, reading: &Reading<'_>) -> Vec<Split<String, Reached>> {
        let name = |number: &u32| reading.channel(*number).to_owned();
        self.periods.into_iter().map(|one| one.named(name)).collect()
    }
}
