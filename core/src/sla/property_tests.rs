//! What holds for every calendar, lead and time.

use super::*;
use chrono::{Datelike, Duration, NaiveDate};
use chrono_tz::Tz;
use proptest::prelude::*;

const ZONES: [Tz; 5] =
    [Tz::UTC, Tz::Europe__Berlin, Tz::America__Santiago, Tz::Asia__Kathmandu, Tz::Pacific__Apia];

fn calendars() -> impl Strategy<Value = Calendar> {
    let hours = (0_u16..1_200, 15_u16..240);
    let days = prop::collection::vec(1_u8..=7, 0..6);
    let holidays = prop::collection::vec(0_i64..800, 0..12);
    (0..ZONES.len(), days, hours, holidays).prop_map(|(zone, days, (starts, long), holidays)| {
        let first = NaiveDate::from_ymd_opt(2025, 6, 1).unwrap();
        let holidays = holidays.into_iter().map(|day| first + Duration::days(day));
        Calendar::new(ZONES[zone], &days, (starts, starts + long), holidays)
    })
}

/// From June 2025 to the end of 2026.
fn instants() -> impl Strategy<Value = i64> {
    1_750_000_000_000_i64..1_798_000_000_000
}

proptest! {
    #[test]
    fn time_passes_forwards_and_adds_up(
        calendar in calendars(), start in instants(), one in 1_i64..300, two in 1_i64..300,
    ) {
        let (one, two) = (one * 10 * MINUTE, two * 10 * MINUTE);
        let days = |start, millis| calendar.days_after(start, millis);
        let work = |start, millis| calendar.work_after(start, millis);
        prop_assert!(days(start, one) >= start + one);
        prop_assert!(work(start, one) >= days(start, one), "an hour of work is no shorter");
        prop_assert_eq!(days(days(start, one), two), days(start, one + two));
        prop_assert_eq!(work(work(start, one), two), work(start, one + two));
        prop_assert!(days(start + two, one) >= days(start, one));
        prop_assert!(work(start + two, one) >= work(start, one));
    }

    #[test]
    fn promises_end_in_working_time(calendar in calendars(), start in instants(), long in 1_i64..300) {
        // The last millisecond of what was waited for lies on a working day.
        let end = calendar.days_after(start, long * 10 * MINUTE) - 1;
        prop_assert!(calendar.is_working(calendar.day_of(end)), "{:?}", calendar.day_of(end).weekday());
        let end = calendar.work_after(start, long * 10 * MINUTE) - 1;
        prop_assert!(calendar.is_working(calendar.day_of(end)));
    }

    #[test]
    fn clocks_are_in_order_and_opening_never_delays(
        calendar in calendars(), asked in instants(), after in 0_i64..1_000, wait in 0_i64..100,
        opened in 0_i64..200, hot in prop::option::of(0_i64..200),
    ) {
        let promise = Promise { warm: 48 * HOUR, hot: HOUR };
        let at = asked + after * HOUR / 4;
        let request = Request { at: asked, opened: None, wait: wait * HOUR };
        let handoff = Handoff { at, hot_at: hot.map(|hot| at + hot * HOUR), request: Some(request) };
        let closed = clocks(&calendar, promise, &handoff);
        prop_assert!(closed.not_before >= at && closed.not_after > closed.not_before);
        let request = Request { opened: Some(asked + opened * HOUR), ..request };
        let open = clocks(&calendar, promise, &Handoff { request: Some(request), ..handoff });
        prop_assert!(open.not_before <= closed.not_before && open.not_after <= closed.not_after);
        let warm = clocks(&calendar, promise, &Handoff { hot_at: None, ..handoff });
        prop_assert!(closed.not_before <= warm.not_before && closed.not_after <= warm.not_after);
    }

    #[test]
    fn every_lead_is_counted_once(
        cases in prop::collection::vec((0..6_usize, prop::option::of(any::<bool>())), 0..40),
    ) {
        let all = [
            FollowUp::Open, FollowUp::Early, FollowUp::OnTime, FollowUp::Late, FollowUp::Missed,
            FollowUp::NotNeeded,
        ];
        let mut counts = Counts::default();
        for (follow_up, accepted) in &cases {
            let follow_up = all[*follow_up];
            counts.push(&Case { hot: false, complete: false, follow_up, accepted: *accepted,
                touched_enough: *accepted });
        }
        let Counts { open, not_needed, .. } = counts;
        prop_assert_eq!(usize::try_from(counts.due() + open + not_needed).unwrap(), cases.len());
        for share in [counts.within_time(), counts.accepted_share(), counts.answered_share()] {
            prop_assert!(share.is_none_or(|share| (0.0..=1.0).contains(&share)));
        }
    }
}
