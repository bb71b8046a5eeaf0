use super::*;
use proptest::prelude::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn the_first_of_march_in_every_shape() {
    for text in [
        "2024-03-01",
        "2024-03-01T10:00:00Z",
        "2024-03-01T23:59:00-14:30",
        "2024-03-01T00:00+02:00",
        "2024-03-01T06:00",
        "2024-03-01 10:22",
        "2024/3/1",
        "20240301",
        "01.03.2024",
        "1.3.24",
        "01.03.2024 14:30",
        "1 March 2024",
        "01 Mar 2024",
        "March 1, 2024",
        "Mar 01, 2024 09:30 pm",
        "01-Mar-2024",
        "1. März 2024",
        "1er mars 2024",
        "1 de marzo de 2024",
        "Fri, 01 Mar 2024 10:00:00 GMT",
        "March 1st, 2024",
        "45352",
        "45352.75",
        "1709290000",
        "1709290000000",
        "March 2024",
        "2024-03",
        "1/3/2024",
    ] {
        let order = Some(DayOrder::DayFirst);
        let read = read(text, Tz::UTC).and_then(|read| read.day(order));
        assert_eq!(read, Some(day(2024, 3, 1)), "{text}");
    }
}

#[test]
fn the_offset_of_a_liveblog_does_not_move_its_day() {
    let read = read("2019-09-13T00:00-14:30", Tz::UTC);
    assert_eq!(read, Some(Read::Day(day(2019, 9, 13))));
}

#[test]
fn an_instant_is_a_day_of_the_workspace() {
    // 2024-03-01 23:30 in UTC is already the second in Berlin.
    let at = "1709335800";
    assert_eq!(read(at, Tz::UTC), Some(Read::Day(day(2024, 3, 1))));
    assert_eq!(read(at, Tz::Europe__Berlin), Some(Read::Day(day(2024, 3, 2))));
}

#[test]
fn the_order_is_told_by_the_column() {
    let told = |cells: &[&str]| order_told(cells.iter().copied());
    assert_eq!(told(&["3/1/2024", "13/1/2024"]).order(), Some(DayOrder::DayFirst));
    assert_eq!(told(&["3/1/2024", "1/13/2024, 10:22 AM"]).order(), Some(DayOrder::MonthFirst));
    assert!(told(&["3/1/2024", "4/5/2024"]).is_open());
    assert!(told(&["3/1/2024", "13/1/2024", "1/13/2024"]).is_open());
    assert!(!told(&["3/3/2024", "2024-01-13"]).is_open());
    let open = read("3/1/2024", Tz::UTC);
    assert_eq!(open, Some(Read::Either(day(2024, 1, 3), day(2024, 3, 1))));
}

#[test]
fn what_is_no_date_is_none() {
    for text in ["", "soon", "31.02.2024", "2024-13-01", "12", "2024", "3.5", "v1.2.3", "Q3 2024"] {
        assert_eq!(read(text, Tz::UTC), None, "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in ".{0,40}", odd in "[0-9/. -]{0,24}") {
        let _ = (read(&text, Tz::UTC), read(&odd, Tz::UTC));
    }

    #[test]
    fn every_day_written_as_iso_comes_back(offset in 0_u64..40_000) {
        let date = day(1980, 1, 1).checked_add_days(Days::new(offset)).unwrap();
        prop_assert_eq!(read(&date.to_string(), Tz::UTC), Some(Read::Day(date)));
    }
}
