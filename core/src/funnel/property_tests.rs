use super::*;
use proptest::prelude::*;

const STAGES: usize = 5;

fn place() -> impl Strategy<Value = Place> {
    prop_oneof![
        6 => (0..STAGES).prop_map(Place::Stage),
        1 => Just(Place::Past),
        1 => Just(Place::Lost),
    ]
}

/// Histories with jumps, re-entries, backward moves and several at one time.
fn history() -> impl Strategy<Value = Vec<Recorded>> {
    let one = (0_i64..40, place(), any::<bool>());
    let one = one.prop_map(|(at, place, exact)| Recorded { at, place, exact });
    prop::collection::vec(one, 0..12).prop_map(|mut recorded| {
        recorded.sort_by_key(|one| one.at);
        recorded
    })
}

fn ledgers(all: &[Visit]) -> Vec<StageLedger> {
    let mut tallies = vec![Tally::default(); STAGES];
    for visit in all {
        tallies[visit.stage].push(visit);
    }
    tallies.iter_mut().map(Tally::ledger).collect()
}

proptest! {
    /// Product.md, section 9: always, by construction.
    #[test]
    fn what_came_in_went_on_went_back_was_lost_or_is_there(
        histories in prop::collection::vec(history(), 0..20),
        until in 0_i64..45,
    ) {
        let all: Vec<Visit> =
            histories.iter().flat_map(|recorded| visits(recorded, STAGES, until)).collect();
        let mut entered = 0;
        for ledger in ledgers(&all) {
            let left = ledger.advanced + ledger.moved_back + ledger.lost;
            prop_assert_eq!(ledger.entered, left + ledger.here);
            prop_assert!(ledger.inferred <= ledger.advanced && ledger.timed <= ledger.advanced);
            entered += ledger.entered as usize;
        }
        prop_assert_eq!(entered, all.len());
    }

    /// A history is at one place at a time: at most one visit is still open, and as many come to a
    /// stage as leave the one before them going on, but for first ones, those that go back and those
    /// that come again after they had left.
    #[test]
    fn visits_follow_one_another(recorded in history(), until in 0_i64..45) {
        let all = visits(&recorded, STAGES, until);
        let open = all.iter().filter(|visit| visit.exit == Exit::Here).count();
        prop_assert!(open <= 1 && all.iter().rev().skip(1).all(|visit| visit.exit != Exit::Here));
        prop_assert!(all.is_sorted_by_key(|visit| visit.entered));
        prop_assert!(all.iter().all(|visit| visit.ended.is_none() == (visit.exit == Exit::Here)));
        for pair in all.windows(2) {
            prop_assert!(pair[0].ended.is_some_and(|ended| ended <= pair[1].entered));
            match pair[0].exit {
                Exit::Advanced if pair[1].stage != pair[0].stage + 1 => {
                    prop_assert_eq!(pair[0].stage, STAGES - 1, "only the last is left at the end");
                }
                Exit::MovedBack => prop_assert!(pair[1].stage < pair[0].stage),
                _ => {}
            }
        }
    }

    #[test]
    fn adding_up_in_parts_is_adding_up(histories in prop::collection::vec(history(), 0..8), cut in 0_usize..8) {
        let all: Vec<Visit> = histories.iter().flat_map(|recorded| visits(recorded, 1, 50)).collect();
        let (mut whole, mut first, mut second) = (Tally::default(), Tally::default(), Tally::default());
        for (at, visit) in all.iter().enumerate() {
            whole.push(visit);
            if at < cut { first.push(visit) } else { second.push(visit) }
        }
        first.merge(&second);
        prop_assert_eq!(first.ledger(), whole.ledger());
    }
}
