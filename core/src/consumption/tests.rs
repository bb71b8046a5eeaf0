//! Gaps worked by hand. The shares of the survival curves were computed as exact fractions.

use super::*;

/// Requests by their hours; those with a plus were not opened for that long.
fn gaps(of: &str) -> Gaps {
    let mut gaps = Gaps::default();
    for word in of.split_whitespace() {
        let time: u32 = word.trim_end_matches('+').parse().unwrap();
        let time = time * HOUR;
        let opened = !word.ends_with('+');
        gaps.push(if opened { 2 * MONTH } else { time }, opened.then_some(time));
    }
    gaps
}

fn after(hours: u32) -> Quantile {
    Quantile::Reached { hours: f64::from(hours) }
}

#[track_caller]
fn assert_curve(of: &str, expected: &[(u32, f64)]) {
    let curve = gaps(of).summary().curve;
    assert_eq!(curve.len(), expected.len(), "{curve:?}");
    for (point, (hours, share)) in curve.iter().zip(expected) {
        assert!((point.hours - f64::from(*hours)).abs() < 1e-9, "{point:?}");
        assert!((point.share - share).abs() < 1e-12, "{point:?}, not {share}");
    }
}

#[track_caller]
fn assert_close(value: Option<f64>, expected: f64) {
    assert!(value.is_some_and(|value| (value - expected).abs() < 1e-12), "{value:?}");
}

/// Remission under 6-MP (Freireich and others, 1963), weeks taken as hours.
const SIX_MP: &str = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";

#[test]
fn a_textbook_curve_comes_out() {
    // After 6: 18/21 = 6/7; after 7: × 16/17 = 96/119; after 10: × 14/15 = 64/85;
    // after 13: × 11/12 = 176/255; after 16: × 10/11 = 32/51; after 22: × 6/7 = 64/119;
    // after 23: × 5/6 = 160/357. It ends at 35 with the last one watched.
    let expected = [
        (0, 1.0),
        (6, 6.0 / 7.0),
        (7, 96.0 / 119.0),
        (10, 64.0 / 85.0),
        (13, 176.0 / 255.0),
        (16, 32.0 / 51.0),
        (22, 64.0 / 119.0),
        (23, 160.0 / 357.0),
        (35, 160.0 / 357.0),
    ];
    assert_curve(SIX_MP, &expected);
}

#[test]
fn a_textbook_median_comes_out() {
    let six_mp = gaps(SIX_MP).summary();
    assert_eq!((six_mp.n, six_mp.opened, six_mp.too_few), (21, 9, true));
    assert_eq!(six_mp.median_hours, after(23));
    assert_eq!(six_mp.p90_hours, Quantile::NotReached);
    assert_close(six_mp.opened_share, 9.0 / 21.0);
    assert_close(six_mp.within_24h, 1.0 - 160.0 / 357.0);
    // 6+6+6+7+10+13+16+22+23 = 109.
    assert_close(six_mp.mean_hours, 109.0 / 9.0);
}

#[test]
fn a_share_that_is_met_exactly_is_reached() {
    // 2 of 4: S = 1/2.
    assert_eq!(gaps("1 2 9+ 9+").summary().median_hours, after(2));
    // 6/8 × 2/3 = 1/2, across a censoring.
    assert_eq!(gaps("1 1 2+ 2+ 2+ 3 9+ 9+").summary().median_hours, after(3));
    // 5 of 10 and 9 of 10.
    let ten = gaps("1 2 3 4 5 6 7 8 9 10").summary();
    assert_eq!((ten.median_hours, ten.p90_hours), (after(5), after(9)));
    // 7/35 × 3/6 = 1/10, which products of floats put above 1/10.
    let opened = "1 ".repeat(28) + "2+ 3 3 3 4+ 4+ 4+";
    assert_eq!(gaps(&opened).summary().p90_hours, after(3));
    // 1 of 3: S = 2/3.
    assert_eq!(gaps("1 9+ 9+").summary().median_hours, Quantile::NotReached);
}

#[test]
fn at_the_same_second_opens_come_before_censorings() {
    // Both are there at 5, one is opened: S = 1/2, not 0.
    assert_curve("5+ 5", &[(0, 1.0), (5, 0.5)]);
    assert_eq!(gaps("5+ 5").summary().median_hours, after(5));
}

#[test]
fn no_requests_are_no_data() {
    let none = Gaps::default().summary();
    assert_eq!((none.n, none.opened, none.too_few), (0, 0, true));
    assert_eq!((none.opened_share, none.within_24h, none.mean_hours), (None, None, None));
    assert_eq!((none.median_hours, none.p90_hours), (Quantile::NoData, Quantile::NoData));
    assert_eq!(none.recommended_wait_hours, None);
    assert!(none.curve.is_empty());
    assert_eq!(none.histogram.len(), 8);
}

#[test]
fn requests_that_nobody_opened_are_neither_left_out_nor_opened() {
    let closed = gaps("30+ 800+").summary();
    assert_eq!((closed.opened_share, closed.within_24h), (Some(0.0), Some(0.0)));
    assert_eq!(closed.mean_hours, None);
    assert_eq!(closed.median_hours, Quantile::NotReached);
    assert_eq!(closed.recommended_wait_hours, None);
    assert_curve("30+ 800+", &[(0, 1.0), (720, 1.0)]);
}

#[test]
fn nothing_is_said_of_a_day_that_nobody_was_watched_for() {
    assert_eq!(gaps("3 23+").summary().within_24h, None);
    assert_curve("3 23+", &[(0, 1.0), (3, 0.5), (23, 0.5)]);
    assert_eq!(gaps("3 24+").summary().within_24h, Some(0.5));
    assert_eq!(gaps("3 23").summary().within_24h, Some(1.0));
    // An open after exactly 24 hours is within them.
    assert_eq!(gaps("3 24 25 99+").summary().within_24h, Some(0.5));
}

#[test]
fn thirty_requests_are_enough() {
    assert!(gaps(&"1 ".repeat(29)).summary().too_few);
    assert!(!gaps(&"1 ".repeat(30)).summary().too_few);
}

#[test]
fn what_is_opened_at_once_has_a_gap_of_nothing() {
    assert_curve("0 0 4+ 4", &[(0, 0.5), (4, 0.25)]);
    let all = gaps("0 0").summary();
    assert_eq!((all.median_hours, all.mean_hours), (after(0), Some(0.0)));
    assert_eq!(all.recommended_wait_hours, Some(0));
    assert_curve("0 0", &[(0, 0.0)]);
}

#[test]
fn an_open_after_the_as_of_time_is_none_yet() {
    let mut gaps = Gaps::default();
    gaps.push(10 * HOUR, Some(10 * HOUR + 1));
    gaps.push(10 * HOUR, Some(10 * HOUR));
    let summary = gaps.summary();
    assert_eq!((summary.n, summary.opened, summary.mean_hours), (2, 1, Some(10.0)));
}

#[test]
fn the_wait_is_half_of_what_is_opened_by_day_30() {
    // Of five that are old enough three are opened by day 30 (after 2, 10 and 50 hours), one on day
    // 31, one never: F = 3/5, and F/2 is passed at the second.
    let mut gaps = Gaps::default();
    for gap in [Some(2 * HOUR), Some(10 * HOUR - 5), Some(50 * HOUR), Some(31 * DAY), None] {
        gaps.push(40 * DAY, gap);
    }
    assert_eq!(gaps.summary().recommended_wait_hours, Some(10));
    // Younger ones do not count, however many.
    for _ in 0..9 {
        gaps.push(MONTH - 1, Some(HOUR));
    }
    assert_eq!(gaps.summary().recommended_wait_hours, Some(10));
    // One second more, and it is the next hour.
    gaps.push(MONTH, Some(3 * HOUR + 1));
    assert_eq!(gaps.summary().recommended_wait_hours, Some(4));
}

#[test]
fn day_30_itself_counts() {
    let mut gaps = Gaps::default();
    gaps.push(MONTH, Some(MONTH));
    gaps.push(MONTH, None);
    assert_eq!(gaps.summary().recommended_wait_hours, Some(720));
    let mut late = Gaps::default();
    late.push(2 * MONTH, Some(MONTH + 1));
    assert_eq!(late.summary().recommended_wait_hours, None);
}

#[test]
fn a_gap_where_two_bins_meet_is_in_the_longer_one() {
    let mut gaps = Gaps::default();
    let edges = [1, 4, 12, 24, 48, 168, 720];
    for edge in edges {
        gaps.push(u32::MAX, Some(edge * HOUR - 1));
        gaps.push(u32::MAX, Some(edge * HOUR));
        gaps.push(edge * HOUR, None);
    }
    let bins = gaps.summary().histogram;
    let opened: Vec<_> = bins.iter().map(|bin| bin.opened).collect();
    assert_eq!(opened, [1, 2, 2, 2, 2, 2, 2, 1]);
    let from: Vec<_> = bins.iter().map(|bin| bin.from_hours).collect();
    assert_eq!(from, [0, 1, 4, 12, 24, 48, 168, 720]);
    let to: Vec<_> = bins.iter().map(|bin| bin.to_hours).collect();
    assert_eq!(to[..7], edges.map(Some));
    assert_eq!(to[7], None);
}

#[test]
fn a_curve_of_many_steps_has_few_points_and_the_ends() {
    // One opened every 100 seconds: S falls evenly, to 10,000/30,000 by day 23.
    let mut gaps = Gaps::default();
    for i in 1..=30_000 {
        gaps.push(u32::MAX, (i <= 20_000).then_some(i * 100));
    }
    let curve = gaps.summary().curve;
    assert!(curve.len() > 150 && curve.len() <= 200, "{}", curve.len());
    assert_eq!(curve[0], UnopenedPoint { hours: 0.0, share: 1.0 });
    let last = curve[curve.len() - 1];
    assert_eq!(last, UnopenedPoint { hours: 720.0, share: 1.0 / 3.0 });
    for two in curve.windows(2) {
        assert!(two[1].hours > two[0].hours && two[0].share - two[1].share < 0.0035, "{two:?}");
    }
}

#[test]
fn what_is_longer_than_told_apart_stays_long() {
    let mut gaps = Gaps::default();
    gaps.push(u32::MAX, Some(u32::MAX));
    gaps.push(u32::MAX, None);
    let longest = f64::from((1_u32 << 30) - 1) / 3_600.0;
    assert_eq!(gaps.summary().median_hours, Quantile::Reached { hours: longest });
}

#[test]
fn a_request_takes_four_bytes() {
    assert_eq!(size_of::<gaps::Row>(), 4);
}

#[test]
fn quantiles_are_in_order_of_how_long_they_take() {
    assert!(Quantile::NoData < after(0) && after(1) < after(2) && after(9) < Quantile::NotReached);
}

#[test]
fn references_say_where_they_come_from() {
    let hours = REFERENCE_GAPS.map(|one| one.hours.to_string());
    assert_eq!(hours, ["28", "30", "28.7", "31.2"]);
    assert_eq!(REFERENCE_GAPS.map(|one| one.over), [false, true, false, false]);
    assert!(REFERENCE_GAPS.iter().all(|one| one.source.starts_with("NetLine")));
    assert_eq!(REFERENCE_WAIT_HOURS.to_string(), hours[0]);
}
