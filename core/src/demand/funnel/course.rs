//! The course of one lead: where it stood and when, and whether it left.

use super::line::Line;
use crate::funnel::{Place, Recorded};
use crate::model::{SalesAnswer, TurnBackReason};

/// Something that tells where a lead stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::demand) enum Sign<'a> {
    /// A file says it. With a move comes why.
    Recorded { place: Place, exact: bool, reason: &'a str },
    /// Sales answered it.
    Answered(SalesAnswer, Option<TurnBackReason>),
    /// The last deal that it was part of is lost, and none is open or won.
    DealsLost,
}

/// Why a lead left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::demand) enum Why {
    /// It is not ready, or there is no money for it.
    NotNow,
    /// It is lost.
    Lost,
    /// Anything else: a wrong person, data that is not true, a competitor.
    Other,
}

impl Why {
    /// Whether who left so is kept as an audience.
    pub(super) fn is_retained(self) -> bool {
        self != Self::Other
    }

    fn of(reason: TurnBackReason) -> Self {
        match reason {
            TurnBackReason::NotReady | TurnBackReason::NoBudget => Self::NotNow,
            TurnBackReason::WrongPerson
            | TurnBackReason::BadData
            | TurnBackReason::Competitor
            | TurnBackReason::Duplicate => Self::Other,
        }
    }

    /// As a file says it, in words of its own.
    fn told(reason: &str) -> Self {
        let words = crate::import::plain_words(reason);
        let says = |text: &str| words.contains(text);
        if says("not ready") || says("no budget") { Self::NotNow } else { Self::Other }
    }
}

/// The course of a lead.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::demand) struct Course {
    /// Where it stood, the earliest first.
    pub(in crate::demand) recorded: Vec<Recorded>,
    /// When it left and why, if it did not come back since.
    pub(super) left: Option<(i64, Why)>,
    /// Whether it left so that it was retained, and was taken up again.
    pub(super) came_back: bool,
    /// When sales answered it last.
    pub(super) answered: Option<i64>,
    now: Option<Place>,
}

impl Course {
    /// What signs tell until a time; they may come in any order.
    pub(super) fn of(line: &Line, signs: &mut Vec<(i64, Sign<'_>)>, until: i64) -> Self {
        signs.retain(|(at, _)| *at <= until);
        signs.sort_by_key(|(at, sign)| (*at, sign.order()));
        let mut course = Self::default();
        for (at, sign) in signs {
            course.follow(line, *at, *sign);
        }
        course
    }

    fn follow(&mut self, line: &Line, at: i64, sign: Sign<'_>) {
        match sign {
            Sign::Recorded { place, exact, reason } => {
                self.go(line, Recorded { at, place, exact }, Why::told(reason));
            }
            Sign::Answered(answer, reason) => self.answered(line, at, answer, reason),
            Sign::DealsLost => self.left = Some((at, Why::Lost)),
        }
    }

    fn go(&mut self, line: &Line, to: Recorded, why: Why) {
        let was_handed = self.now.is_some_and(|now| line.is_handed(now));
        let was_lost = self.now == Some(Place::Lost);
        let is_handed = line.is_handed(to.place);
        if to.place == Place::Lost {
            if !was_lost {
                self.left = Some((to.at, Why::Lost));
            }
        } else if was_handed && !is_handed {
            self.left = Some((to.at, why));
        } else if is_handed || was_lost {
            self.came_back |= is_handed && self.left.is_some_and(|(_, why)| why.is_retained());
            self.left = None;
        }
        self.now = Some(to.place);
        self.recorded.push(to);
    }

    /// What was accepted stands at the handoff, what was turned back before it, unless it is on that
    /// side already; what is never to be handed over again is lost.
    fn answered(
        &mut self,
        line: &Line,
        at: i64,
        answer: SalesAnswer,
        reason: Option<TurnBackReason>,
    ) {
        self.answered = Some(at);
        let handed = self.now.map(|now| line.is_handed(now));
        let accepted = answer == SalesAnswer::Accepted;
        let excluded = reason.is_some_and(TurnBackReason::excludes);
        let place = match line.handoff {
            _ if excluded => Some(Place::Lost),
            Some(handoff) if accepted && handed != Some(true) && handoff < line.leads => {
                Some(Place::Stage(handoff))
            }
            Some(handoff) if !accepted && handed != Some(false) => {
                handoff.checked_sub(1).map(Place::Stage)
            }
            _ => None,
        };
        let why = reason.map_or(Why::Other, Why::of);
        if let Some(place) = place {
            self.go(line, Recorded { at, place, exact: true }, why);
        }
        if !accepted {
            self.left = Some((at, why));
        } else if let Some((_, why)) = self.left.take() {
            self.came_back |= why.is_retained();
        }
    }
}

impl Sign<'_> {
    /// Of several at the same time the earlier place comes first, of one place what is known exactly,
    /// then what sales says: that is told later than it counts where the files are older.
    fn order(&self) -> (u8, Option<Place>, bool) {
        match self {
            Self::Recorded { place, exact, .. } => (0, Some(*place), !exact),
            Self::Answered(..) => (1, None, false),
            Self::DealsLost => (2, None, false),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Three stages of leads, the last of them the handoff.
    fn line() -> Line {
        Line { leads: 3, handoff: Some(2), ..Line::default() }
    }

    fn told(signs: &[(i64, Sign<'_>)], until: i64) -> Course {
        Course::of(&line(), &mut signs.to_vec(), until)
    }

    fn moved(at: i64, place: Place, reason: &'static str) -> (i64, Sign<'static>) {
        (at, Sign::Recorded { place, exact: true, reason })
    }

    fn answered(at: i64, reason: Option<TurnBackReason>) -> (i64, Sign<'static>) {
        let answer = if reason.is_some() { SalesAnswer::TurnedBack } else { SalesAnswer::Accepted };
        (at, Sign::Answered(answer, reason))
    }

    fn places(course: &Course) -> Vec<(i64, Place)> {
        course.recorded.iter().map(|one| (one.at, one.place)).collect()
    }

    use Place::{Past, Stage};

    #[test]
    fn an_answer_moves_over_the_handoff_and_no_further() {
        let accepted = told(&[moved(1, Stage(0), ""), answered(5, None)], 9);
        assert_eq!(places(&accepted), [(1, Stage(0)), (5, Stage(2))]);
        let known = told(&[moved(1, Stage(2), ""), answered(5, None)], 9);
        assert_eq!(places(&known), [(1, Stage(2))], "it is there already");
        let back = told(&[moved(1, Stage(2), ""), answered(5, Some(TurnBackReason::NotReady))], 9);
        assert_eq!(places(&back), [(1, Stage(2)), (5, Stage(1))]);
        assert_eq!(back.left, Some((5, Why::NotNow)));
        let unknown = told(&[answered(5, Some(TurnBackReason::WrongPerson))], 9);
        assert_eq!(places(&unknown), [(5, Stage(1))]);
        assert_eq!(unknown.left, Some((5, Why::Other)));
        let never =
            told(&[moved(1, Stage(2), ""), answered(5, Some(TurnBackReason::Competitor))], 9);
        assert_eq!(places(&never), [(1, Stage(2)), (5, Place::Lost)]);
        assert_eq!(never.left, Some((5, Why::Other)), "nobody keeps a competitor as an audience");
    }

    #[test]
    fn a_newer_list_moves_a_lead_that_was_answered_and_an_older_one_does_not() {
        let list = |at| (at, Sign::Recorded { place: Stage(1), exact: false, reason: "" });
        let older = told(&[answered(5, None), list(3)], 9);
        assert_eq!(places(&older), [(3, Stage(1)), (5, Stage(2))]);
        let newer = told(&[answered(5, None), list(7)], 9);
        assert_eq!(places(&newer), [(5, Stage(2)), (7, Stage(1))]);
        let same = told(&[answered(5, None), list(5)], 9);
        assert_eq!(
            places(&same),
            [(5, Stage(1)), (5, Stage(2))],
            "an answer counts as of the files"
        );
    }

    #[test]
    fn who_left_comes_back_when_sales_takes_it_up() {
        let left = [moved(1, Stage(2), ""), moved(4, Stage(1), "Budget: no budget this year")];
        assert_eq!(told(&left, 9).left, Some((4, Why::NotNow)));
        assert!(!told(&left, 9).came_back);
        let again = told(&[left[0], left[1], moved(6, Past, "")], 9);
        assert_eq!((again.left, again.came_back), (None, true));
        let lost = told(&[moved(1, Past, ""), (3, Sign::DealsLost)], 9);
        assert_eq!(lost.left, Some((3, Why::Lost)));
        let recycled = told(&[moved(1, Place::Lost, ""), moved(3, Stage(0), "")], 9);
        assert_eq!((recycled.left, recycled.came_back), (None, false), "it is in the funnel again");
    }

    fn sign() -> impl Strategy<Value = (i64, Sign<'static>)> {
        let place = prop_oneof![(0_usize..3).prop_map(Stage), Just(Past), Just(Place::Lost),];
        let reason = prop_oneof![Just(""), Just("not ready"), Just("wrong person")];
        let recorded = (place, any::<bool>(), reason)
            .prop_map(|(place, exact, reason)| Sign::Recorded { place, exact, reason });
        let answer = prop::sample::select(vec![
            None,
            Some(TurnBackReason::NotReady),
            Some(TurnBackReason::BadData),
            Some(TurnBackReason::Duplicate),
        ]);
        let answered = answer.prop_map(|reason| answered(0, reason).1);
        (0_i64..30, prop_oneof![4 => recorded, 1 => answered, 1 => Just(Sign::DealsLost)])
    }

    proptest! {
        /// Each at its own time, so that their order is told.
        #[test]
        fn the_order_in_which_signs_come_does_not_matter(
            signs in prop::collection::btree_map(0_i64..40, sign(), 0..10),
            until in 0_i64..45,
        ) {
            let signs: Vec<_> = signs.into_iter().map(|(at, (_, sign))| (at, sign)).collect();
            let mut turned = signs.clone();
            turned.reverse();
            prop_assert_eq!(told(&turned, until), told(&signs, until));
        }

        #[test]
        fn what_comes_later_changes_nothing_before(
            signs in prop::collection::vec(sign(), 0..10),
            until in 0_i64..30,
        ) {
            let known: Vec<_> = signs.iter().filter(|(at, _)| *at <= until).copied().collect();
            let course = told(&signs, until);
            prop_assert_eq!(&told(&known, i64::MAX), &course);
            prop_assert!(course.recorded.is_sorted_by_key(|one| one.at));
            prop_assert!(course.left.is_none_or(|(at, _)| at <= until));
        }
    }
}
