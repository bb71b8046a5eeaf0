//! From when to when a lead was with sales without an answer.

use crate::scoring::{Spell, State};

/// A stretch of time in which a lead was handed over, warm or hot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// From when.
    pub(super) from: i64,
    /// When it was hot first.
    pub(super) hot_at: Option<i64>,
    /// When that ended, and how the lead stood then; `None` = it goes on.
    pub(super) ended: Option<(i64, State)>,
}

/// The runs of a lead, the first first.
pub(super) fn runs(spells: &[Spell]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut open = false;
    for spell in spells {
        let handed = spell.state.is_handed();
        if handed && !open {
            runs.push(Run { from: spell.from, hot_at: None, ended: None });
        }
        if let Some(run) = runs.last_mut() {
            if handed && spell.state == State::Hot {
                run.hot_at = run.hot_at.or(Some(spell.from));
            }
            if !handed && open {
                run.ended = Some((spell.from, spell.state));
            }
        }
        open = handed;
    }
    runs
}

/// Adds a handoff that was answered at its very instant, as it is where nothing newer is in the files:
/// of two states at one instant the later is told, so that no spell tells of it.
pub(super) fn add_answered(runs: &mut Vec<Run>, spells: &[Spell], handed_at: i64, hot: bool) {
    let after = runs.partition_point(|run| run.from < handed_at);
    if runs.get(after).is_some_and(|run| run.from == handed_at) {
        return;
    }
    let answered = |spell: &&Spell| {
        spell.from == handed_at
            && matches!(spell.state, State::Accepted | State::TurnedBack | State::Excluded)
    };
    if let Some(spell) = spells.iter().find(answered) {
        let hot_at = hot.then_some(handed_at);
        runs.insert(after, Run { from: handed_at, hot_at, ended: Some((handed_at, spell.state)) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_goes_from_the_handoff_to_the_answer_or_the_fall() {
        let states = [
            (i64::MIN, State::Nurture),
            (10, State::Warm),
            (20, State::Hot),
            (30, State::Warm),
            (40, State::Nurture),
            (50, State::Hot),
            (60, State::Accepted),
        ];
        let spells: Vec<Spell> =
            states.map(|(from, state)| Spell { from, to: None, state }).to_vec();
        let first = Run { from: 10, hot_at: Some(20), ended: Some((40, State::Nurture)) };
        let second = Run { from: 50, hot_at: Some(50), ended: Some((60, State::Accepted)) };
        assert_eq!(runs(&spells), [first, second]);
        assert_eq!(runs(&spells[..2]), [Run { from: 10, hot_at: None, ended: None }]);
        assert_eq!(runs(&spells[..1]), []);
    }

    #[test]
    fn a_handoff_that_was_answered_at_its_instant_was_one() {
        let spell = |from, state| Spell { from, to: None, state };
        let spells = [spell(i64::MIN, State::Nurture), spell(10, State::Accepted)];
        let mut found = runs(&spells);
        add_answered(&mut found, &spells, 10, true);
        let run = Run { from: 10, hot_at: Some(10), ended: Some((10, State::Accepted)) };
        assert_eq!(found, [run]);
        // It is one only, and there is none where nothing was answered.
        add_answered(&mut found, &spells, 10, true);
        add_answered(&mut found, &spells, 12, false);
        assert_eq!(found, [run]);
    }
}
