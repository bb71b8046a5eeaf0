//! What became of the leads of a month, beside what was promised.

use super::FollowUp;

/// A lead that was handed over, and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// Whether it was hot.
    pub hot: bool,
    /// Whether all that marketing promised to tell of it was known.
    pub complete: bool,
    /// How it was followed up.
    pub follow_up: FollowUp,
    /// Whether sales accepted it; `None` = it was not answered.
    pub accepted: Option<bool>,
    /// Whether sales was in touch often enough; `None` = it was not accepted, or its days are not over.
    pub touched_enough: Option<bool>,
}

/// Leads counted by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Handed over.
    pub handed: u32,
    /// Of those hot.
    pub hot: u32,
    /// Of those with all that was promised known.
    pub complete: u32,
    /// Accepted.
    pub accepted: u32,
    /// Turned back.
    pub turned_back: u32,
    /// Followed up before the wait was over.
    pub early: u32,
    /// Followed up in time.
    pub on_time: u32,
    /// Followed up too late.
    pub late: u32,
    /// Not followed up, and the time is over.
    pub missed: u32,
    /// Not followed up yet.
    pub open: u32,
    /// Nothing to follow up.
    pub not_needed: u32,
    /// Accepted, and in touch often enough.
    pub touched: u32,
    /// Accepted, and in touch too seldom while its days are over.
    pub touched_little: u32,
}

impl Counts {
    /// Counts a lead.
    pub fn push(&mut self, case: &Case) {
        self.handed += 1;
        self.hot += u32::from(case.hot);
        self.complete += u32::from(case.complete);
        match case.accepted {
            Some(true) => self.accepted += 1,
            Some(false) => self.turned_back += 1,
            None => {}
        }
        let follow_up = match case.follow_up {
            FollowUp::Open => &mut self.open,
            FollowUp::Early => &mut self.early,
            FollowUp::OnTime => &mut self.on_time,
            FollowUp::Late => &mut self.late,
            FollowUp::Missed => &mut self.missed,
            FollowUp::NotNeeded => &mut self.not_needed,
        };
        *follow_up += 1;
        match case.touched_enough {
            Some(true) => self.touched += 1,
            Some(false) => self.touched_little += 1,
            None => {}
        }
    }

    /// Leads answered.
    pub fn answered(&self) -> u32 {
        self.accepted + self.turned_back
    }

    /// Leads whose time is over or that were followed up: those that a promise of time is kept or
    /// broken for.
    pub fn due(&self) -> u32 {
        self.early + self.on_time + self.late + self.missed
    }

    /// Of those due the share followed up no later than promised, 0–1; `None` = none was due. Too
    /// early breaks marketing's advice, not the promise of time.
    pub fn within_time(&self) -> Option<f64> {
        share(self.early + self.on_time, self.due())
    }

    /// Of those answered the share accepted, 0–1; `None` = none was answered.
    pub fn accepted_share(&self) -> Option<f64> {
        share(self.accepted, self.answered())
    }

    /// Of those handed over the share answered, 0–1; `None` = none was handed over. One that needed
    /// no answer any more, as it fell below the threshold, counts as not answered.
    pub fn answered_share(&self) -> Option<f64> {
        share(self.answered(), self.handed)
    }

    /// Of those handed over the share of which all was known that was promised, 0–1; `None` = none.
    pub fn complete_share(&self) -> Option<f64> {
        share(self.complete, self.handed)
    }

    /// Of those accepted whose days are over the share that sales was in touch with often enough, 0–1.
    pub fn touched_share(&self) -> Option<f64> {
        share(self.touched, self.touched + self.touched_little)
    }
}

fn share(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}
