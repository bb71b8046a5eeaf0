//! The program is killed, again and again, while somebody works. `CYCLES` says how often.
//!
//! What a new kind of work does to the file belongs among the acts (`throughline_tests::work`):
//! whatever is there is killed here.

use crate::aftermath::whole_copies;
use crate::hand::Hand;
use crate::place::Place;
use crate::say::{asked, say, seed};
use crate::shim::Fault;
use std::time::Duration;
use throughline_core::plan::verify;
use throughline_tests::work::{Dice, Replay, Worker};

/// So many kills befall one workspace before the next is begun; and so many acts.
const KILLS: u64 = 40;
const ACTS: u64 = 400;

/// How many acts of a seed the workspace of a place holds, the acknowledged ones among them; it is
/// sound, too.
fn held(place: &Place, replay: &mut Replay, seed: u64, acknowledged: u64) -> u64 {
    let findings = verify(&place.file());
    assert!(findings.is_empty(), "seed {seed}, {acknowledged} acts: {findings:?}");
    let worker = Worker::open(&place.file(), seed).unwrap();
    let acts = replay.place(&worker.picture(), acknowledged);
    acts.unwrap_or_else(|lost| panic!("seed {seed}: {lost}"))
}

#[test]
fn what_was_acknowledged_survives_kill_9() {
    let cycles: u64 = asked("CYCLES", 200);
    let (mut done, mut acts, mut under_way, mut number) = (0, 0, 0, 0);
    let mut dice = Dice::new(seed());
    while done < cycles {
        number += 1;
        let (seed, place) = (seed() + number, Place::new());
        Worker::create(&place.file(), seed).unwrap().close().unwrap();
        let (mut replay, mut known) = (Replay::of(seed), 0);
        for _ in 0..KILLS.min(cycles - done) {
            // One in five dies while it opens and recovers from the one before.
            let said = if dice.happens(20) { 0 } else { 1 + dice.below(5) };
            let least = if said > 0 { 2_000 } else { 0 };
            let after = Duration::from_micros(least + dice.next() % 40_000);
            let heard = Hand::on(&place, seed).from(known).start().kill(after, said);
            assert_eq!(heard.failed, [], "seed {seed}");
            let acknowledged = heard.acknowledged.unwrap_or(known);
            // Every other time the next one finds what this one left, with nobody in between.
            let looked_at = if dice.happens(50) { &place.copied() } else { &place };
            let acts_held = held(looked_at, &mut replay, seed, acknowledged);
            under_way += u64::from(acts_held > acknowledged);
            acts += heard.acts;
            known = acts_held;
            done += 1;
            if known > ACTS {
                break;
            }
        }
        assert_eq!(whole_copies(&place), Ok(()), "seed {seed}");
    }
    assert!(acts > 0, "it was killed before it had done anything, {cycles} times");
    let kept = format!("{under_way} acts were saved and not yet acknowledged");
    say("kill -9", &format!("{done} kills, {acts} acknowledged acts, 0 lost; {kept}"));
}

#[test]
fn death_at_any_call_loses_nothing() {
    let (seed, acts) = (seed() + 1, 19);
    let whole = Place::new();
    Hand::on(&whole, seed).new_workspace().acts(acts).under(&Fault::none(), &whole).run();
    let calls = crate::log::Log::read(&whole.log()).calls;
    assert!(calls > 100, "{calls} calls");
    let (mut replay, mut dice) = (Replay::of(seed), Dice::new(seed));
    let (every, mut deaths, mut unborn) = (asked("EVERY", 5), 0, 0);
    for call in 1..=calls {
        if dice.below(every) != 0 {
            continue;
        }
        let with = if dice.happens(50) { "kill" } else { "tear" };
        let place = Place::new();
        let hand = Hand::on(&place, seed).new_workspace().acts(acts);
        let heard = hand.under(&Fault::at(call, with), &place).run();
        assert_eq!(heard.signal(), Some(9), "call {call}");
        deaths += 1;
        match heard.acknowledged {
            Some(acknowledged) => {
                held(&place, &mut replay, seed, acknowledged);
            }
            None => unborn += u64::from(Worker::open(&place.file(), seed).is_err()),
        }
    }
    say("death at a call", &format!("{deaths} of {calls} calls, {unborn} before there was a file"));
}
