//! Looks at every lead: half of the segments on one thread, half on the other.

use crate::error::{Error, Result};
use crate::facts::field::LeadField;
use crate::plan::Plan;
use crate::plan::facts::{Facts, Part, Wanted};
use serde::Serialize;
use ts_rs::TS;

/// How far a count of all leads is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Counting {
    /// Parts of them seen.
    pub done: usize,
    /// All parts.
    pub total: usize,
}

/// How far the counts under way are; `None` = nothing is counted.
pub fn counting(plan: &Plan) -> Option<Counting> {
    plan.looking().map(|(done, total)| Counting { done, total })
}

/// Works something out of every segment with a worker of its own on each thread; gives the workers.
pub(super) fn scan<W: Send>(
    plan: &Plan,
    wanted: Wanted<'_>,
    make: impl Fn() -> W + Sync,
    work: impl Fn(&mut W, &Part) + Sync,
) -> Result<Vec<W>> {
    plan.read_facts(2, |facts: &Facts, sessions| {
        let turns = sessions.len();
        let look = plan.looks().begin(facts.parts::<LeadField>());
        std::thread::scope(|scope| {
            let (make, work, look) = (&make, &work, &look);
            let hands: Vec<_> = sessions
                .iter_mut()
                .enumerate()
                .map(|(turn, session)| {
                    scope.spawn(move || {
                        let mut worker = make();
                        facts.each(&mut **session, wanted, (turn, turns), &mut |part| {
                            work(&mut worker, &part);
                            look.step();
                        })?;
                        Ok(worker)
                    })
                })
                .collect();
            let join = |hand: std::thread::ScopedJoinHandle<'_, Result<W>>| {
                hand.join()
                    .map_err(|_| Error::Internal("a look at the facts ended early".into()))?
            };
            hands.into_iter().map(join).collect()
        })
    })
}
