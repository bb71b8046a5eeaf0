//! An old and a new model side by side over the history: whom each would have handed over, and what
//! became of them.
//!
//! `precision = won ÷ handed over with a known outcome`; `recall = won that were handed over before
//! their deal opened ÷ won` (product.md, section 5). A lead that only the new model hands over was
//! never sold to because of it: it is counted apart, and what became of it counts only where that is
//! known.

/// What became of a lead's deal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    /// There is no deal.
    #[default]
    None,
    /// It is open.
    Open,
    /// It was won.
    Won,
    /// It was lost.
    Lost,
}

/// A lead under both models.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// When the old model handed it over first.
    pub old: Option<i64>,
    /// When the new one does.
    pub new: Option<i64>,
    /// What became of its deal.
    pub outcome: Outcome,
    /// When that was opened.
    pub opened: Option<i64>,
    /// Whether sales accepted it; `None` = it did not answer.
    pub accepted: Option<bool>,
}

/// What one model did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tested {
    /// Leads handed over.
    pub handed: u64,
    /// Of those, accepted by sales.
    pub accepted: u64,
    /// Of those, turned back.
    pub turned_back: u64,
    /// Of those, won.
    pub won: u64,
    /// Of those, lost.
    pub lost: u64,
    /// Won, and handed over before the deal opened.
    pub won_in_time: u64,
    /// All that were won, handed over or not.
    pub all_won: u64,
}

impl Tested {
    fn push(&mut self, handed: Option<i64>, run: &Run) {
        self.all_won += u64::from(run.outcome == Outcome::Won);
        let Some(handed) = handed else { return };
        self.handed += 1;
        self.accepted += u64::from(run.accepted == Some(true));
        self.turned_back += u64::from(run.accepted == Some(false));
        self.won += u64::from(run.outcome == Outcome::Won);
        self.lost += u64::from(run.outcome == Outcome::Lost);
        let in_time = run.opened.is_none_or(|opened| handed < opened);
        self.won_in_time += u64::from(run.outcome == Outcome::Won && in_time);
    }

    fn add(&mut self, other: &Self) {
        self.handed += other.handed;
        self.accepted += other.accepted;
        self.turned_back += other.turned_back;
        self.won += other.won;
        self.lost += other.lost;
        self.won_in_time += other.won_in_time;
        self.all_won += other.all_won;
    }

    /// Those whose outcome is not known: no deal, or one that is open.
    pub fn unknown(&self) -> u64 {
        self.handed.saturating_sub(self.won + self.lost)
    }

    /// Won of those whose outcome is known (0–1); `None` where none is known.
    pub fn precision(&self) -> Option<f64> {
        ratio(self.won, self.won + self.lost)
    }

    /// Handed over before their deal opened, of those that were won (0–1); `None` where none was won.
    pub fn recall(&self) -> Option<f64> {
        ratio(self.won_in_time, self.all_won)
    }
}

fn ratio(part: u64, whole: u64) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "leads are far fewer than 2^53")]
    let share = |part: u64, whole: u64| part as f64 / whole as f64;
    (whole > 0).then(|| share(part, whole))
}

/// Both models, and whom only one of them hands over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Backtest {
    /// All leads.
    pub leads: u64,
    /// What the old model did.
    pub old: Tested,
    /// What the new one does.
    pub new: Tested,
    /// Leads that both hand over.
    pub both: u64,
    /// Leads that only the old one did.
    pub only_old: u64,
    /// Leads that only the new one does.
    pub only_new: u64,
    /// Of those, leads whose outcome is not known.
    pub only_new_unknown: u64,
}

impl Backtest {
    /// One more lead.
    pub fn push(&mut self, run: &Run) {
        self.leads += 1;
        self.old.push(run.old, run);
        self.new.push(run.new, run);
        match (run.old, run.new) {
            (Some(_), Some(_)) => self.both += 1,
            (Some(_), None) => self.only_old += 1,
            (None, Some(_)) => {
                self.only_new += 1;
                let known = matches!(run.outcome, Outcome::Won | Outcome::Lost);
                self.only_new_unknown += u64::from(!known);
            }
            (None, None) => {}
        }
    }

    /// Those of another.
    pub fn add(&mut self, other: &Self) {
        self.leads += other.leads;
        self.old.add(&other.old);
        self.new.add(&other.new);
        self.both += other.both;
        self.only_old += other.only_old;
        self.only_new += other.only_new;
        self.only_new_unknown += other.only_new_unknown;
    }
}
