//! Which backups stay: everything of the last day, one a day for a month, one a month for a year,
//! and no more than their room.

use super::Backup;
use crate::model::Millis;
use std::collections::HashSet;

const DAY: i64 = 24 * 60 * 60 * 1_000;
const MONTH: i64 = 30 * DAY;
const YEAR: i64 = 366 * DAY;

/// So many of the latest stay whatever the clock says: it may be wrong.
const LATEST: usize = 10;
/// All together take no more than so many times what the latest takes.
const TIMES: u64 = 5;
/// Below that they need not save room.
const ROOM: u64 = 256 << 20;

/// The places of the backups that may go; `backups` are ordered by time, the latest last.
pub(super) fn to_go(backups: &[Backup], now: Millis) -> Vec<usize> {
    let mut staying: Vec<usize> = by_age(backups, now);
    let room = backups.last().map_or(0, |latest| (latest.size * TIMES).max(ROOM));
    while staying.len() > 1 && size(backups, &staying) > room {
        let least = least_missed(backups, &staying, now);
        staying.remove(least);
    }
    (0..backups.len()).filter(|at| !staying.contains(at)).collect()
}

fn by_age(backups: &[Backup], now: Millis) -> Vec<usize> {
    let mut periods = HashSet::new();
    let mut staying: Vec<usize> = Vec::new();
    for (at, backup) in backups.iter().enumerate().rev() {
        let period = match now.0.saturating_sub(backup.at.0) {
            ..DAY => None,
            DAY..MONTH => Some((0, backup.at.0.div_euclid(DAY))),
            MONTH..YEAR => Some((1, backup.month())),
            _ => Some((2, 0)),
        };
        let fresh = period.is_none_or(|period| period.0 < 2 && periods.insert(period));
        if fresh || backups.len() - at <= LATEST {
            staying.push(at);
        }
    }
    staying.reverse();
    staying
}

fn size(backups: &[Backup], staying: &[usize]) -> u64 {
    staying.iter().map(|at| backups[*at].size).sum()
}

/// The one whose going leaves the smallest hole for its age; never the latest.
fn least_missed(backups: &[Backup], staying: &[usize], now: Millis) -> usize {
    let time = |place: usize| backups[staying[place]].at.0;
    let hole = |place: &usize| {
        let before = if *place == 0 { time(0) - YEAR } else { time(place - 1) };
        let age = now.0.saturating_sub(time(*place)).max(1);
        // Holes are some years at most and ages some decades: both fit in what a float tells apart.
        #[allow(clippy::cast_precision_loss, reason = "a rank, not a figure")]
        let share = (time(place + 1) - before) as f64 / age as f64;
        share
    };
    let places = 0..staying.len() - 1;
    places.min_by(|a, b| hole(a).total_cmp(&hole(b))).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::Reason;
    use super::*;
    use proptest::prelude::*;

    const NOW: i64 = 1_780_000_000_000;
    const HOUR: i64 = 60 * 60 * 1_000;

    fn backups(ages: &[i64], size: u64) -> Vec<Backup> {
        let mut ages = ages.to_vec();
        ages.sort_unstable_by_key(|age| -age);
        let backup = |age: i64| Backup {
            name: age.to_string(),
            at: Millis(NOW - age),
            edit: 0,
            reason: Reason::Regular,
            size,
        };
        ages.into_iter().map(backup).collect()
    }

    fn staying(ages: &[i64], size: u64) -> Vec<i64> {
        let all = backups(ages, size);
        let gone = to_go(&all, Millis(NOW));
        let stays = (0..all.len()).filter(|at| !gone.contains(at));
        stays.map(|at| NOW - all[at].at.0).collect()
    }

    #[test]
    fn a_day_of_work_stays_whole() {
        let ages: Vec<i64> = (0..280).map(|five| five * HOUR / 12).collect();
        assert_eq!(staying(&ages, 1_000).len(), 280);
    }

    /// 1,780,000,000 s is 28 May 2026, 20:26:40 UTC.
    #[test]
    fn then_one_a_day_then_one_a_month_then_none() {
        let latest: Vec<i64> = (0..10).map(|minute| minute * 60_000).collect();
        let three_days_ago = [3 * DAY, 3 * DAY + HOUR, 3 * DAY + 2 * HOUR];
        let in_march = [70 * DAY, 75 * DAY, 80 * DAY];
        let ages = [&latest[..], &three_days_ago, &in_march, &[400 * DAY]].concat();
        let mut stays = staying(&ages, 1_000);
        stays.retain(|age| *age > HOUR);
        assert_eq!(stays, [70 * DAY, 3 * DAY]);
    }

    #[test]
    fn where_room_is_short_old_ones_stay_apart_and_the_latest_stays() {
        let ages: Vec<i64> = (0..100).map(|number| number * HOUR / 6).collect();
        let stays = staying(&ages, 100 << 20);
        assert_eq!(stays.len(), 5);
        assert_eq!(stays.last(), Some(&0));
        assert!(stays[0] > 8 * HOUR, "the oldest of those that stay: {stays:?}");
    }

    proptest! {
        #[test]
        fn the_latest_always_stays_and_room_is_kept(
            ages in prop::collection::vec(-YEAR..3 * YEAR, 1..60),
            size in 1_u64..(200 << 20),
        ) {
            let all = backups(&ages, size);
            let gone = to_go(&all, Millis(NOW));
            prop_assert!(!gone.contains(&(all.len() - 1)));
            let room = (size * TIMES).max(ROOM);
            let left = (all.len() - gone.len()) as u64;
            prop_assert!(left * size <= room || left == 1);
            let few = left * size + size <= room;
            prop_assert!(!few || left >= LATEST.min(all.len()) as u64);
        }

        /// What stays once stays as long as nothing is added and no time passes.
        #[test]
        fn thinning_twice_is_thinning_once(
            ages in prop::collection::vec(0..3 * YEAR, 1..60),
            size in 1_u64..(200 << 20),
        ) {
            let once = staying(&ages, size);
            prop_assert_eq!(staying(&once, size), once);
        }
    }
}
