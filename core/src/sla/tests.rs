//! Cases worked out by hand, with a calendar beside.

use super::*;
use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;

fn at(text: &str) -> i64 {
    DateTime::parse_from_rfc3339(text).unwrap().timestamp_millis()
}

fn calendar(zone: Tz, holidays: &[&str]) -> Calendar {
    let holidays = holidays.iter().map(|day| day.parse::<NaiveDate>().unwrap());
    Calendar::new(zone, &[1, 2, 3, 4, 5], (9 * 60, 17 * 60), holidays)
}

const PROMISE: Promise = Promise { warm: 48 * HOUR, hot: HOUR };

#[test]
fn forty_eight_hours_do_not_count_weekends_and_holidays() {
    let utc = calendar(Tz::UTC, &["2026-12-25"]);
    let after = |start: &str| utc.days_after(at(start), 48 * HOUR);
    // Monday to Wednesday.
    assert_eq!(after("2026-11-02T10:00:00Z"), at("2026-11-04T10:00:00Z"));
    // Friday 17:00: 7 hours of Friday, 24 of Monday, 17 of Tuesday.
    assert_eq!(after("2026-11-06T17:00:00Z"), at("2026-11-10T17:00:00Z"));
    // Saturday: from Monday's first minute, so until the end of Tuesday.
    assert_eq!(after("2026-11-07T12:00:00Z"), at("2026-11-11T00:00:00Z"));
    // Thursday before a Christmas on Friday: 12 hours of Thursday, Monday, 12 of Tuesday.
    assert_eq!(after("2026-12-24T12:00:00Z"), at("2026-12-29T12:00:00Z"));
}

#[test]
fn a_day_of_23_hours_has_23_hours() {
    // In Berlin clocks go from 2:00 to 3:00 on Sunday 29 March 2026.
    let all = Calendar::new(Tz::Europe__Berlin, &[], (0, 24 * 60), []);
    let start = at("2026-03-28T12:00:00+01:00");
    assert_eq!(all.days_after(start, 48 * HOUR), at("2026-03-30T13:00:00+02:00"));
    // In the working week nobody notices: Friday noon to Tuesday noon.
    let week = calendar(Tz::Europe__Berlin, &[]);
    let start = at("2026-03-27T12:00:00+01:00");
    assert_eq!(week.days_after(start, 48 * HOUR), at("2026-03-31T12:00:00+02:00"));
}

#[test]
fn a_day_that_clocks_begin_late_begins_when_they_do() {
    // In Santiago Sunday 6 September 2026 begins at 1:00.
    let all = Calendar::new(Tz::America__Santiago, &[], (0, 24 * 60), []);
    let start = at("2026-09-05T23:00:00-04:00");
    assert_eq!(all.work_after(start, 2 * HOUR), at("2026-09-06T02:00:00-03:00"));
}

#[test]
fn a_working_hour_is_one_of_working_hours() {
    let berlin = calendar(Tz::Europe__Berlin, &[]);
    let after = |start: &str| berlin.work_after(at(start), HOUR);
    assert_eq!(after("2026-11-02T10:30:00+01:00"), at("2026-11-02T11:30:00+01:00"));
    // At 16:40 twenty minutes are left, and forty of the next morning.
    assert_eq!(after("2026-11-02T16:40:00+01:00"), at("2026-11-03T09:40:00+01:00"));
    // On Friday evening it is Monday, 10:00.
    assert_eq!(after("2026-11-06T20:00:00+01:00"), at("2026-11-09T10:00:00+01:00"));
    // Until 17:00 sharp.
    assert_eq!(after("2026-11-02T16:00:00+01:00"), at("2026-11-02T17:00:00+01:00"));
}

#[test]
fn a_lead_waits_for_its_request_to_be_opened() {
    let utc = calendar(Tz::UTC, &[]);
    let request = Request { at: at("2026-11-02T08:00:00Z"), opened: None, wait: 28 * HOUR };
    let handoff = Handoff { at: at("2026-11-02T08:00:00Z"), hot_at: None, request: Some(request) };
    // Not before Tuesday noon, not after Thursday noon.
    let two = clocks(&utc, PROMISE, &handoff);
    assert_eq!(two.not_before, at("2026-11-03T12:00:00Z"));
    assert_eq!(two.not_after, at("2026-11-05T12:00:00Z"));
    // Opened on Monday evening: from then on.
    let opened = Request { opened: Some(at("2026-11-02T20:00:00Z")), ..request };
    let two = clocks(&utc, PROMISE, &Handoff { request: Some(opened), ..handoff });
    assert_eq!(two.not_before, at("2026-11-02T20:00:00Z"));
    assert_eq!(two.not_after, at("2026-11-04T20:00:00Z"));
    // Opened after the wait: the wait was over before.
    let late = Request { opened: Some(at("2026-11-04T20:00:00Z")), ..request };
    let two = clocks(&utc, PROMISE, &Handoff { request: Some(late), ..handoff });
    assert_eq!(two.not_before, at("2026-11-03T12:00:00Z"));
    // Asked for long ago: from the handoff on.
    let old = Request { at: at("2026-10-01T08:00:00Z"), ..request };
    let two = clocks(&utc, PROMISE, &Handoff { request: Some(old), ..handoff });
    assert_eq!(two.not_before, handoff.at);
    let none = clocks(&utc, PROMISE, &Handoff { request: None, ..handoff });
    assert_eq!(none, two);
}

#[test]
fn a_hot_lead_does_not_wait() {
    let utc = calendar(Tz::UTC, &[]);
    let request = Request { at: at("2026-11-02T08:00:00Z"), opened: None, wait: 28 * HOUR };
    let monday = at("2026-11-02T10:00:00Z");
    let handoff = Handoff { at: monday, hot_at: Some(monday), request: Some(request) };
    let two = clocks(&utc, PROMISE, &handoff);
    assert_eq!((two.not_before, two.not_after), (monday, at("2026-11-02T11:00:00Z")));
    // Warm since Monday, hot on Tuesday at 16:30: until 9:30 on Wednesday.
    let hot = at("2026-11-03T16:30:00Z");
    let two = clocks(&utc, PROMISE, &Handoff { hot_at: Some(hot), ..handoff });
    assert_eq!(two.not_before, at("2026-11-03T12:00:00Z"));
    assert_eq!(two.not_after, at("2026-11-04T09:30:00Z"));
    // Hot on the weekend after: its time as a warm one was over by then.
    let hot = at("2026-11-07T16:30:00Z");
    let two = clocks(&utc, PROMISE, &Handoff { hot_at: Some(hot), ..handoff });
    assert_eq!(two.not_after, at("2026-11-05T12:00:00Z"));
}

#[test]
fn a_follow_up_is_early_in_time_late_missed_open_or_not_needed() {
    let two = Clocks { not_before: 10, not_after: 20 };
    assert_eq!(follow_up(two, Some(9), None, 100), FollowUp::Early);
    assert_eq!(follow_up(two, Some(10), None, 100), FollowUp::OnTime);
    assert_eq!(follow_up(two, Some(20), None, 100), FollowUp::OnTime);
    assert_eq!(follow_up(two, Some(21), None, 100), FollowUp::Late);
    assert_eq!(follow_up(two, None, None, 20), FollowUp::Open);
    assert_eq!(follow_up(two, None, None, 21), FollowUp::Missed);
    assert_eq!(follow_up(two, Some(30), None, 25), FollowUp::Missed, "a touch to come");
    assert_eq!(follow_up(two, None, Some(15), 100), FollowUp::NotNeeded);
    assert_eq!(follow_up(two, None, Some(21), 100), FollowUp::Missed, "too late to matter");
    assert_eq!(follow_up(two, Some(9), Some(15), 100), FollowUp::Early);
}

#[test]
fn promises_are_held_against_the_leads_they_were_made_for() {
    let case = Case {
        hot: false,
        complete: true,
        follow_up: FollowUp::OnTime,
        accepted: Some(true),
        touched_enough: Some(true),
    };
    let mut counts = Counts::default();
    assert_eq!(counts.within_time(), None);
    for one in [
        case,
        Case { follow_up: FollowUp::Early, touched_enough: Some(false), ..case },
        Case { follow_up: FollowUp::Late, accepted: Some(false), touched_enough: None, ..case },
        Case { follow_up: FollowUp::Missed, accepted: None, touched_enough: None, ..case },
        Case {
            follow_up: FollowUp::Open,
            accepted: None,
            touched_enough: None,
            complete: false,
            hot: true,
        },
        Case {
            follow_up: FollowUp::NotNeeded,
            accepted: Some(false),
            touched_enough: None,
            ..case
        },
    ] {
        counts.push(&one);
    }
    assert_eq!((counts.handed, counts.hot, counts.due(), counts.answered()), (6, 1, 4, 4));
    assert_eq!(counts.within_time(), Some(0.5));
    assert_eq!(counts.accepted_share(), Some(0.5));
    assert_eq!(counts.answered_share(), Some(4.0 / 6.0));
    assert_eq!(counts.complete_share(), Some(5.0 / 6.0));
    assert_eq!(counts.touched_share(), Some(0.5));
}
