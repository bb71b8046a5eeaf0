use super::tally::median;
use super::*;

const DAY: i64 = 86_400_000;

fn at(day: i64, place: Place) -> Recorded {
    Recorded { at: day * DAY, place, exact: true }
}

fn by(day: i64, place: Place) -> Recorded {
    Recorded { exact: false, ..at(day, place) }
}

/// Stage, day of entry, exit, whether inferred, days it lasted.
type Told = (usize, i64, Exit, bool, Option<i64>);

fn told(recorded: &[Recorded], until: i64) -> Vec<Told> {
    let visits = visits(recorded, 3, until * DAY);
    let one = |visit: &Visit| {
        let lasted = visit.lasted.map(|millis| millis / DAY);
        (visit.stage, visit.entered / DAY, visit.exit, visit.inferred, lasted)
    };
    visits.iter().map(one).collect()
}

use Exit::{Advanced, Here, Lost, MovedBack};
use Place::{Past, Stage};

#[test]
fn a_jump_passes_the_stage_between_and_nothing_before_the_first() {
    let recorded = [at(10, Stage(0)), at(14, Stage(2))];
    let expected = [
        (0, 10, Advanced, false, Some(4)),
        (1, 14, Advanced, true, None),
        (2, 14, Here, false, Some(6)),
    ];
    assert_eq!(told(&recorded, 20), expected);
    assert_eq!(told(&[at(14, Stage(2))], 20), [(2, 14, Here, false, Some(6))]);
    assert_eq!(
        told(&recorded, 13),
        [(0, 10, Here, false, Some(3))],
        "what came later is not known"
    );
}

#[test]
fn who_goes_back_and_comes_again_makes_new_visits() {
    let recorded = [at(1, Stage(1)), at(3, Stage(2)), at(6, Stage(1)), at(10, Past)];
    let expected = [
        (1, 1, Advanced, false, Some(2)),
        (2, 3, MovedBack, false, Some(3)),
        (1, 6, Advanced, false, Some(4)),
        (2, 10, Advanced, true, None),
    ];
    assert_eq!(told(&recorded, 30), expected);
}

#[test]
fn what_is_lost_passes_nothing_and_can_come_back() {
    let recorded = [at(1, Stage(0)), at(4, Place::Lost), at(9, Stage(0)), at(9, Stage(1))];
    let expected = [
        (0, 1, Lost, false, Some(3)),
        (0, 9, Advanced, false, Some(0)),
        (1, 9, Here, false, Some(1)),
    ];
    assert_eq!(told(&recorded, 10), expected);
    assert_eq!(told(&[at(1, Past), at(2, Place::Lost)], 10), [], "nobody saw it at a stage");
}

#[test]
fn what_is_known_by_a_list_alone_has_no_length() {
    let recorded = [at(1, Stage(0)), by(8, Stage(1))];
    let expected = [(0, 1, Advanced, false, None), (1, 8, Here, false, None)];
    assert_eq!(told(&recorded, 20), expected);
    let again = [at(1, Stage(0)), by(8, Stage(0)), at(8, Stage(1))];
    let expected = [(0, 1, Advanced, false, Some(7)), (1, 8, Here, false, Some(12))];
    assert_eq!(told(&again, 20), expected, "what is told once more is no visit");
}

#[test]
fn a_visit_ends_when_the_next_place_is_known() {
    let recorded = [at(1, Stage(0)), at(5, Stage(2)), at(8, Stage(1))];
    let ended: Vec<_> = visits(&recorded, 3, 30 * DAY).iter().map(|one| one.ended).collect();
    assert_eq!(ended, [Some(5 * DAY), Some(5 * DAY), Some(8 * DAY), None]);
}

#[test]
fn stages_of_another_kind_are_left_out() {
    assert_eq!(told(&[at(1, Stage(0)), at(2, Stage(3))], 5), [(0, 1, Here, false, Some(4))]);
}

/// Six visits to a stage, by hand: two went on after 2 and 5 days, one without a known length; one
/// went back, one was lost, one is there for 9 days.
#[test]
fn a_ledger_adds_up_and_its_medians_leave_out_what_is_not_known() {
    let visit = |exit, lasted: Option<i64>, inferred| Visit {
        stage: 0,
        entered: 0,
        ended: None,
        exit,
        inferred,
        lasted: lasted.map(|days| days * DAY),
    };
    let mut tally = Tally::default();
    let mut other = Tally::default();
    tally.push(&visit(Advanced, Some(5), false));
    tally.push(&visit(Advanced, Some(2), false));
    tally.push(&visit(MovedBack, Some(1), false));
    other.push(&visit(Advanced, None, true));
    other.push(&visit(Lost, Some(70), false));
    other.push(&visit(Here, Some(9), false));
    tally.merge(&other);
    let expected = StageLedger {
        entered: 6,
        inferred: 1,
        advanced: 3,
        moved_back: 1,
        lost: 1,
        here: 1,
        days: Some(3.5),
        timed: 2,
        open_days: Some(9.0),
        open_timed: 1,
    };
    assert_eq!(tally.ledger(), expected);
    assert_eq!(expected.conversion(), Some(0.5));
    assert_eq!(Tally::default().ledger(), StageLedger::default());
    assert_eq!(StageLedger::default().conversion(), None, "no data is not 0");
    let of = |entered| StageLedger { entered, ..StageLedger::default() };
    assert_eq!((of(6).growth(4), of(0).growth(4)), (Some(0.5), Some(-1.0)));
    assert_eq!((of(6).growth(0), of(0).growth(0)), (None, None), "from nothing there is none");
}

#[test]
fn the_median_is_the_middle_or_between_the_two_in_the_middle() {
    assert_eq!(median(&mut []), None);
    assert_eq!(median(&mut [7]), Some(7.0));
    assert_eq!(median(&mut [9, 1, 4]), Some(4.0));
    assert_eq!(median(&mut [9, 1, 4, 6]), Some(5.0));
}
