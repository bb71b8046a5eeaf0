//! The placements of a cell counted, and the state that follows.

use super::cell::{NeedCounts, State, VerdictCounts};
use super::fact::Fact;
use super::freshness::Standing;
use crate::model::{Answer, Phase};
use chrono::NaiveDate;

/// The placements of a cell counted; those of retired assets never come in.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Tally {
    pub(super) placements: u32,
    planned: u32,
    pub(super) live: u32,
    pub(super) stale: u32,
    pub(super) verdicts: VerdictCounts,
    pub(super) live_yes: u32,
    live_partly: u32,
    live_no: u32,
    pub(super) unique_yes: u32,
    pub(super) renewed_on: Option<NaiveDate>,
}

/// What decides on a cell's state besides its placements.
#[derive(Clone, Copy, Debug)]
pub(super) struct Demands {
    phase: Phase,
    must_need_open: bool,
}

impl Demands {
    /// What a cell of a phase with these needs demands.
    pub(super) fn of(phase: Phase, needs: &NeedCounts) -> Self {
        Self { phase, must_need_open: needs.open_must > 0 }
    }
}

impl Tally {
    pub(super) fn of<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Self {
        let mut tally = Self::default();
        for fact in facts {
            tally.add(fact);
        }
        tally
    }

    fn add(&mut self, fact: &Fact) {
        self.placements += 1;
        match fact.standing() {
            Standing::Planned => self.planned += 1,
            Standing::Live => self.live += 1,
            Standing::Stale => self.stale += 1,
            Standing::Retired => {}
        }
        if fact.asset.freshness.is_published() {
            self.renewed_on = self.renewed_on.max(fact.asset.freshness.renewed_on);
        }
        let verdicts = &mut self.verdicts;
        match fact.verdict {
            Some(Answer::Yes) => verdicts.yes += 1,
            Some(Answer::Partly) => verdicts.partly += 1,
            Some(Answer::No) => verdicts.no += 1,
            Some(Answer::Unsure) | None => verdicts.unchecked += 1,
        }
        verdicts.disagreements += u32::from(fact.disagreement);
        if fact.is_live() {
            self.count_live(fact.verdict, fact.unique);
        }
    }

    fn count_live(&mut self, verdict: Option<Answer>, unique: bool) {
        match verdict {
            Some(Answer::Yes) => {
                self.live_yes += 1;
                self.unique_yes += u32::from(unique);
            }
            Some(Answer::Partly) => self.live_partly += 1,
            Some(Answer::No) => self.live_no += 1,
            Some(Answer::Unsure) | None => {}
        }
    }

    /// The tally if that placement, counted already, had the verdict yes. Only states are to be
    /// read from it.
    pub(super) fn if_yes(mut self, fact: &Fact) -> Self {
        if !fact.is_live() || fact.verdict == Some(Answer::Yes) {
            return self;
        }
        match fact.verdict {
            Some(Answer::Partly) => self.live_partly -= 1,
            Some(Answer::No) => self.live_no -= 1,
            _ => {}
        }
        self.count_live(Some(Answer::Yes), fact.unique);
        self
    }

    /// Published placements, stale ones included.
    pub(super) fn published(&self) -> u32 {
        self.live + self.stale
    }

    /// The state of an applicable cell: the first that holds.
    pub(super) fn state(&self, demands: Demands) -> State {
        let uniqueness = matches!(demands.phase, Phase::Engage | Phase::Nurture);
        if self.placements == 0 {
            State::Empty
        } else if self.live == 0 {
            if self.planned > 0 { State::Planned } else { State::Stale }
        } else if self.live_no == self.live {
            State::Unhelpful
        } else if self.live_yes + self.live_partly == 0 {
            State::Unproven
        } else if self.live_yes == 0
            || (uniqueness && self.unique_yes == 0)
            || demands.must_need_open
        {
            State::Thin
        } else {
            State::Covered
        }
    }
}
