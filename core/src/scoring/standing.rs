//! Where a lead stands: in nurture, handed to sales as warm or hot, accepted, turned back, excluded.
//!
//! Warm begins at an act alone, at which the score reaches *enter* and behaviour its bound; it ends when
//! the score falls below *stay* or behaviour below its bound: at an act, or in between, as time takes
//! points away. A hot act hands the lead over at once, whatever its score, until sales answers or its
//! days are over. Only a lead that was handed over and not answered is taken back.

use super::DAY;
use super::recipe::{Act, Fit, Recipe};
use super::tally::Tally;

/// What sales answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It takes the lead on.
    Accepted,
    /// Back to nurture.
    TurnedBack,
    /// Never to be handed over again.
    Excluded,
}

/// An answer of sales.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// When, in epoch milliseconds.
    pub at: i64,
    /// What.
    pub answer: Answer,
}

/// Where a lead stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It is being nurtured.
    #[default]
    Nurture,
    /// It is handed over, above the threshold.
    Warm,
    /// It is handed over, as it asked for a demo, a quote or a call.
    Hot,
    /// Sales took it on.
    Accepted,
    /// Sales turned it back; it is being nurtured.
    TurnedBack,
    /// It is never handed over.
    Excluded,
}

impl State {
    /// Whether sales has it and did not answer yet.
    pub fn is_handed(self) -> bool {
        matches!(self, Self::Warm | Self::Hot)
    }
}

/// A stretch of time in one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spell {
    /// Its first millisecond; of the first spell the earliest time there is.
    pub from: i64,
    /// The first millisecond after it; `None` = it goes on.
    pub to: Option<i64>,
    /// The state.
    pub state: State,
}

/// What is known of a lead.
#[derive(Clone, Copy, Debug)]
pub struct Lead<'a> {
    /// What it did, in the order of time.
    pub acts: &'a [Act],
    /// What sales answered, in the order of time.
    pub decisions: &'a [Decision],
    /// Points of person and account.
    pub fit: &'a Fit,
    /// Whether it must not be handed over: excluded or opted out.
    pub barred: bool,
}

/// Where a lead stands at a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Standing {
    /// The state.
    pub state: State,
    /// Since when; `None` = from the beginning.
    pub since: Option<i64>,
    /// When it was handed over first; `None` = never.
    pub first_handed: Option<i64>,
    /// When that changes if nothing happens; `None` = never.
    pub flips_at: Option<i64>,
    /// What its acts earn.
    pub behaviour: f64,
    /// That with the points of person and account.
    pub score: f64,
}

/// Walks through what leads did; made once and used for many of them.
#[derive(Clone, Debug)]
pub struct Walk<'a> {
    pub(super) recipe: &'a Recipe,
    pub(super) tally: Tally<'a>,
    /// The time up to which all is done.
    pub(super) now: i64,
    warm: bool,
    pub(super) hot_until: Option<i64>,
    base: State,
    pub(super) state: State,
    since: Option<i64>,
    first_handed: Option<i64>,
    spells: Option<Vec<Spell>>,
    /// Stretches of time yet to be looked at for an exit.
    pub(super) stretches: Vec<(i64, i64)>,
}

impl<'a> Walk<'a> {
    /// By a model.
    pub fn new(recipe: &'a Recipe) -> Self {
        Self {
            recipe,
            tally: Tally::new(recipe),
            now: i64::MIN,
            warm: false,
            hot_until: None,
            base: State::Nurture,
            state: State::Nurture,
            since: None,
            first_handed: None,
            spells: None,
            stretches: Vec::new(),
        }
    }

    /// Where a lead stands at `t`. What happened later does not count.
    pub fn standing(&mut self, lead: &Lead<'_>, t: i64) -> Standing {
        self.spells = None;
        self.walk(lead, t);
        let points = self.tally.at(t);
        Standing {
            state: self.state,
            since: self.since,
            first_handed: self.first_handed,
            flips_at: self.flips_at(lead),
            behaviour: points.behaviour,
            score: points.behaviour + lead.fit.at(t),
        }
    }

    /// In which states a lead was until `t`, the first first.
    pub fn spells(&mut self, lead: &Lead<'_>, t: i64) -> Vec<Spell> {
        self.spells = Some(vec![Spell { from: i64::MIN, to: None, state: State::Nurture }]);
        self.walk(lead, t);
        self.spells.take().unwrap_or_default()
    }

    fn begin(&mut self, barred: bool) {
        self.tally.clear();
        self.now = i64::MIN;
        self.warm = false;
        self.hot_until = None;
        self.base = if barred { State::Excluded } else { State::Nurture };
        self.state = State::Nurture;
        self.since = None;
        self.first_handed = None;
    }

    fn walk(&mut self, lead: &Lead<'_>, t: i64) {
        self.begin(lead.barred);
        self.note(i64::MIN);
        let mut decisions = lead.decisions.iter().take_while(|one| one.at <= t).peekable();
        for acts in lead.acts.chunk_by(|a, b| a.at == b.at) {
            let at = acts[0].at;
            if at > t {
                break;
            }
            while let Some(decision) = decisions.next_if(|one| one.at < at) {
                self.decide(lead, *decision);
            }
            self.act(lead, acts, at);
        }
        decisions.for_each(|decision| self.decide(lead, *decision));
        self.pass(lead, t);
    }

    /// What happens at one instant.
    fn act(&mut self, lead: &Lead<'_>, acts: &[Act], at: i64) {
        self.pass(lead, at.saturating_sub(1));
        for act in acts {
            self.tally.push(act);
        }
        self.now = at;
        if self.is_settled() {
            return;
        }
        let fit = lead.fit.at(at);
        self.warm = if self.warm {
            self.tally.at(at).behaviour >= self.recipe.bounds.needed(fit)
        } else {
            let behaviour = self.tally.at(at).behaviour;
            self.recipe.bounds.enters(behaviour, fit)
        };
        self.hot_until = self.hot_until.filter(|until| *until > at);
        if acts.iter().any(|act| act.hot) {
            self.hot_until = Some(at.saturating_add(i64::from(self.recipe.hot_days) * DAY));
        }
        self.note(at);
    }

    fn decide(&mut self, lead: &Lead<'_>, decision: Decision) {
        self.pass(lead, decision.at);
        if self.base == State::Excluded {
            return;
        }
        (self.warm, self.hot_until) = (false, None);
        self.base = match decision.answer {
            Answer::Accepted => State::Accepted,
            Answer::TurnedBack => State::TurnedBack,
            Answer::Excluded => State::Excluded,
        };
        self.note(decision.at);
    }

    /// Whether acts change nothing any more.
    fn is_settled(&self) -> bool {
        matches!(self.base, State::Accepted | State::Excluded)
    }

    /// Lets time pass until `t`, without acts.
    fn pass(&mut self, lead: &Lead<'_>, t: i64) {
        while self.now < t && (self.warm || self.hot_until.is_some()) {
            let ends = if self.warm { self.exit(lead.fit, self.now, t) } else { None };
            let cools = self.hot_until.filter(|until| *until <= t);
            let Some(at) = ends.into_iter().chain(cools).min() else { break };
            if ends == Some(at) {
                self.warm = false;
            }
            if cools == Some(at) {
                self.hot_until = None;
            }
            self.now = at;
            self.note(at);
        }
        self.now = self.now.max(t);
    }

    /// Writes down the state from `at` on, where it is another than before.
    fn note(&mut self, at: i64) {
        let state = match (self.is_settled(), self.hot_until, self.warm) {
            (true, ..) | (_, None, false) => self.base,
            (_, Some(_), _) => State::Hot,
            (_, None, true) => State::Warm,
        };
        if state.is_handed() {
            self.base = State::Nurture;
            self.first_handed = self.first_handed.or(Some(at));
        }
        if state == self.state {
            return;
        }
        self.state = state;
        self.since = (at > i64::MIN).then_some(at);
        let Some(spells) = &mut self.spells else { return };
        match spells.last_mut() {
            // Of two states at one instant the later holds.
            Some(last) if last.from == at => last.state = state,
            Some(last) => {
                last.to = Some(at);
                spells.push(Spell { from: at, to: None, state });
            }
            None => {}
        }
    }
}
