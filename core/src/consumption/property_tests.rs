//! What holds of any requests.

use super::*;
use proptest::prelude::*;

/// Age and gap, seconds.
type Request = (u32, Option<u32>);

/// Requests of up to 45 days, many of them at the same seconds.
fn requests() -> impl Strategy<Value = Vec<Request>> {
    let seconds = prop_oneof![
        (0..12_u32).prop_map(|hours| hours * HOUR),
        (0..45_u32).prop_map(|days| days * DAY),
        0..45 * DAY,
    ];
    let request = (seconds.clone(), prop::option::weighted(0.6, seconds));
    prop::collection::vec(request, 0..120)
}

fn gaps(requests: &[Request]) -> Gaps {
    let mut gaps = Gaps::default();
    for (age, gap) in requests {
        gaps.push(*age, *gap);
    }
    gaps
}

fn summary(requests: &[Request]) -> Consumption {
    gaps(requests).summary()
}

/// Opens and censorings: seconds, and whether it was opened.
fn seen(requests: &[Request]) -> Vec<(u32, bool)> {
    let one = |(age, gap): &Request| match gap {
        Some(gap) if gap <= age => (*gap, true),
        _ => (*age, false),
    };
    requests.iter().map(one).collect()
}

/// Kaplan–Meier as in a textbook: the share not opened after a time.
fn share(seen: &[(u32, bool)], until: u32) -> f64 {
    let mut times: Vec<u32> =
        seen.iter().filter(|(time, opened)| *opened && *time <= until).map(|one| one.0).collect();
    times.sort_unstable();
    times.dedup();
    let factor = |time: &u32| {
        let there = seen.iter().filter(|one| one.0 >= *time).count();
        let opened = seen.iter().filter(|one| **one == (*time, true)).count();
        1.0 - count(opened) / count(there)
    };
    times.iter().map(factor).product()
}

proptest! {
    #[test]
    fn the_order_of_requests_does_not_matter(
        (one, other) in requests().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
    ) {
        prop_assert_eq!(summary(&one), summary(&other));
    }

    #[test]
    fn merging_is_adding_all(one in requests(), other in requests(), between in any::<bool>()) {
        let mut merged = gaps(&one);
        if between {
            merged.summary();
        }
        merged.merge(&gaps(&other));
        let all = [one, other].concat();
        prop_assert_eq!(merged.len(), all.len());
        prop_assert_eq!(merged.summary(), summary(&all));
        prop_assert_eq!(merged.summary(), summary(&all));
    }

    #[test]
    fn the_curve_is_that_of_the_textbook_and_never_rises(requests in requests()) {
        let seen = seen(&requests);
        let curve = summary(&requests).curve;
        prop_assert!(curve.len() <= 200);
        for point in &curve {
            prop_assert!((0.0..=1.0).contains(&point.share));
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "seconds")]
            let seconds = (point.hours * 3_600.0).round() as u32;
            prop_assert!((point.share - share(&seen, seconds)).abs() < 1e-9, "{:?}", point);
        }
        for two in curve.windows(2) {
            prop_assert!(two[1].hours > two[0].hours && two[1].share <= two[0].share);
        }
        let end = seen.iter().map(|one| one.0.min(MONTH)).max();
        prop_assert_eq!(curve.last().map(|point| point.hours), end.map(hours));
    }

    #[test]
    fn quantiles_are_the_first_times_of_the_textbook(requests in requests()) {
        let seen = seen(&requests);
        let found = summary(&requests);
        for (quantile, level) in [(found.median_hours, 0.5), (found.p90_hours, 0.1)] {
            let mut opens: Vec<u32> = seen.iter().filter(|one| one.1).map(|one| one.0).collect();
            opens.sort_unstable();
            let first = opens.into_iter().find(|time| share(&seen, *time) <= level + 1e-9);
            let expected = match first {
                _ if seen.is_empty() => Quantile::NoData,
                Some(first) => Quantile::Reached { hours: hours(first) },
                None => Quantile::NotReached,
            };
            prop_assert_eq!(quantile, expected);
        }
    }

    #[test]
    fn the_wait_is_that_of_the_textbook(requests in requests()) {
        let old: Vec<Request> = requests.iter().filter(|one| one.0 >= MONTH).copied().collect();
        let seen = seen(&old);
        let half = (1.0 - share(&seen, MONTH)) / 2.0;
        let mut opens: Vec<u32> = seen.iter().filter(|one| one.1).map(|one| one.0).collect();
        opens.sort_unstable();
        let first = opens.into_iter().find(|time| 1.0 - share(&seen, *time) >= half - 1e-9);
        let wait = first.filter(|_| half > 0.0).map(|time| time.div_ceil(HOUR));
        prop_assert_eq!(summary(&requests).recommended_wait_hours, wait);
    }

    #[test]
    fn with_all_opened_the_median_is_that_of_the_sample(
        mut gaps in prop::collection::vec(0..45 * DAY, 1..200),
    ) {
        let all: Vec<Request> = gaps.iter().map(|gap| (u32::MAX, Some(*gap))).collect();
        let found = summary(&all);
        gaps.sort_unstable();
        let at = |index: usize| Quantile::Reached { hours: hours(gaps[index]) };
        prop_assert_eq!(found.median_hours, at(gaps.len().div_ceil(2) - 1));
        prop_assert_eq!(found.p90_hours, at((gaps.len() * 9).div_ceil(10) - 1));
    }

    #[test]
    fn one_more_that_nobody_opened_never_shortens_the_median(
        requests in requests(), age in 0..45 * DAY,
    ) {
        let before = summary(&requests).median_hours;
        let after = summary(&[requests, vec![(age, None)]].concat()).median_hours;
        prop_assert!(after >= before, "{:?} became {:?}", before, after);
    }

    #[test]
    fn every_open_is_in_a_bin(requests in requests()) {
        let found = summary(&requests);
        prop_assert_eq!(found.histogram.iter().map(|bin| bin.opened).sum::<usize>(), found.opened);
        prop_assert_eq!(found.opened, seen(&requests).iter().filter(|one| one.1).count());
        prop_assert_eq!(found.n, requests.len());
    }
}
