//! The figures of the consumption gap: where it is drawn, and how it is told.

use super::*;
use crate::consumption::{Consumption, Gaps};

const HOUR: u32 = 3_600;

/// Requests watched for 40 days, opened after so many hours each or not at all.
fn measured(opened: &[Option<u32>]) -> Consumption {
    let mut gaps = Gaps::default();
    for hours in opened {
        gaps.push(40 * 24 * HOUR, hours.map(|hours| hours * HOUR));
    }
    gaps.summary()
}

fn four() -> Consumption {
    measured(&[Some(1), Some(3), Some(24), None])
}

#[test]
fn an_hour_has_more_room_at_the_beginning_than_at_the_end() {
    let all = four();
    let figure = unopened(&[MeasuredGap { name: "All requests", figures: &all }]);
    let Picture::Steps(steps) = &figure.picture else { unreachable!() };
    // ln 1 ÷ ln 721 = 0, ln 2 ÷ ln 721 = 0.10533, ln 4 ÷ ln 721 = 0.21066, ln 25 ÷ ln 721 = 0.48914.
    let told: Vec<_> = steps.curves[0]
        .points
        .iter()
        .map(|step| (format!("{:.5}", step.at), step.time.as_str(), step.share))
        .collect();
    let step = |at: &str, time, share| (at.to_owned(), time, share);
    assert_eq!(
        told,
        [
            step("0.00000", "0.0 h", 1.0),
            step("0.10533", "1.0 h", 0.75),
            step("0.21066", "3.0 h", 0.5),
            step("0.48914", "24.0 h", 0.25),
            step("1.00000", "30.0 days", 0.25),
        ]
    );
    assert_eq!(steps.curves[0].name, "All requests (too few: 4)");
}

#[test]
fn curve_and_wait_are_told_at_the_times_of_the_axis() {
    let all = four();
    let figure = unopened(&[MeasuredGap { name: "All", figures: &all }]);
    // Three of four are opened within 30 days; half of that, 3⁄8, is reached at 3 h.
    assert_eq!(
        figure.summary,
        "Half of 4 requests are opened after 3.0 h. Wait 3 h: by then half of what will be opened \
         within 30 days is."
    );
    let twin = figure.twin();
    assert_eq!(twin.header, ["Since the request", "All (too few: 4)"]);
    let shares: Vec<_> = twin.rows.iter().map(|row| (row[0].as_str(), row[1].as_str())).collect();
    assert_eq!(
        shares,
        [
            ("0", "100%"),
            ("1 h", "75%"),
            ("4 h", "50%"),
            ("12 h", "50%"),
            ("24 h", "25%"),
            ("48 h", "25%"),
            ("7 days", "25%"),
            ("14 days", "25%"),
            ("30 days", "25%"),
            ("Wait: 3 h", "50%"),
        ]
    );
}

#[test]
fn where_nothing_says_how_long_to_wait_the_reference_is_said_to_be_one() {
    let mut young = Gaps::default();
    young.push(48 * HOUR, Some(HOUR));
    young.push(48 * HOUR, None);
    let figures = young.summary();
    let figure = unopened(&[MeasuredGap { name: "All", figures: &figures }]);
    assert!(
        figure.summary.contains("28 h is a reference, not ours: NetLine"),
        "{}",
        figure.summary
    );
    let rows = figure.twin().rows;
    // Nothing is known beyond 48 hours.
    assert_eq!(rows[5], ["48 h", "50%"]);
    assert_eq!(rows[6], ["7 days", "no data"]);
    assert_eq!(rows[9], ["Reference wait, not ours: 28 h", "50%"]);
    let drawn = svg(&figure, Theme::Light);
    assert!(drawn.contains("Reference wait, not ours: 28 h"), "{drawn}");
}

#[test]
fn a_curve_falls_in_steps_where_its_times_put_it() {
    let all = four();
    let drawn = svg(&unopened(&[MeasuredGap { name: "All", figures: &all }]), Theme::Light);
    // 520 wide from 40 on, 220 high down to 248: at 0.10533 it falls from 28 to 83, at 0.21066 to
    // 138, at 0.48914 to 193.
    let path = "d=\"M40 28L94.77 28L94.77 83L149.54 83L149.54 138L294.35 138L294.35 193L560 193\"";
    assert!(drawn.contains(path), "{drawn}");
    // The wait of 3 hours.
    assert!(drawn.contains("<line x1=\"149.54\" y1=\"16\" x2=\"149.54\" y2=\"248\""), "{drawn}");
}

#[test]
fn gaps_are_told_as_shares_of_what_was_opened() {
    let all = four();
    let none = measured(&[None]);
    let named = |name, figures| MeasuredGap { name, figures };
    let figure = gap_lengths(&[named("All", &all), named("None", &none)]);
    let twin = figure.twin();
    assert_eq!(twin.header, ["Gap", "All (too few: 4)"]);
    let rows: Vec<_> = twin.rows.iter().map(|row| (row[0].as_str(), row[1].as_str())).collect();
    assert_eq!(
        rows,
        [
            ("under 1 h", "0% (0)"),
            ("1–4 h", "67% (2)"),
            ("4–12 h", "0% (0)"),
            ("12–24 h", "0% (0)"),
            ("24–48 h", "33% (1)"),
            ("2–7 days", "0% (0)"),
            ("7–30 days", "0% (0)"),
            ("30+ days", "0% (0)"),
        ]
    );
}

#[test]
fn means_stand_beside_those_of_others_with_their_sources() {
    let all = four();
    let none = measured(&[None]);
    let named = |name, figures| MeasuredGap { name, figures };
    let figure = gap_means(&[named("All", &all), named("None", &none)]);
    let rows = figure.twin().rows;
    // (1 + 3 + 24) ÷ 3 = 9.33.
    assert_eq!(rows[0], ["All (too few: 4)", "9.3 h", "3 opened"]);
    assert_eq!(rows[1], ["None (too few: 1)", "no data", "0 opened"]);
    let published: Vec<_> =
        rows[2..].iter().map(|row| (row[0].as_str(), row[1].as_str())).collect();
    assert_eq!(
        published,
        [
            ("All professionals, 2016", "28 h"),
            ("Later edition, 2022", "28.7 h"),
            ("C-suite in technology, 2016", "over 30 h"),
            ("Later edition, 2023", "31.2 h"),
        ]
    );
    assert!(rows[2..].iter().all(|row| row[2].starts_with("NetLine")), "{rows:?}");
    let Picture::Bars(bars) = &figure.picture else { unreachable!() };
    assert!((bars.full - 40.0).abs() < 1e-9, "{}", bars.full);
    // 28 of 40 is 280 of the track's 400, which begins at 240.
    let drawn = svg(&figure, Theme::Light);
    assert!(drawn.contains("<line x1=\"520\""), "{drawn}");
    for said in ["All professionals, 2016: 28 h", "C-suite in technology, 2016: over 30 h"] {
        assert!(drawn.contains(said), "{said}");
    }
}

#[test]
fn in_letters_marks_stand_in_the_bars() {
    // A mean of 14 of 40 hours fills 10.5 of 30 letters, told as 10 whole ones before the half.
    let figures = measured(&[Some(14)]);
    let told = gap_means(&[MeasuredGap { name: "All", figures: &figures }]).in_text();
    let lines: Vec<_> = told.lines().collect();
    let bar = |line: &str| line.chars().skip_while(|letter| !"█│".contains(*letter)).collect();
    let all: String = bar(lines[4]);
    // 28 of 40 hours is letter 21, 31.2 is letter 23.4.
    assert!(all.starts_with("██████████") && all.contains('│'), "{told}");
    let published: String = bar(lines[5]);
    assert_eq!(published, "│", "{told}");
}
