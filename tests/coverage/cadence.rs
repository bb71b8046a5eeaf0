//! The cadence: what is due, comes out and grows stale, month by month.

use proptest::prelude::*;
use throughline_core::cadence::{Cadence, CadenceEntry, Occasion};
use throughline_core::model::{AssetFields, Status};
use throughline_tests::fixture::{Sketch, day};

const TODAY: &str = "2026-09-01";

fn told(entries: &[CadenceEntry]) -> Vec<(String, Occasion, String)> {
    let told = |one: &CadenceEntry| (one.on.to_string(), one.occasion, one.title.clone());
    entries.iter().map(told).collect()
}

/// Pieces around 1 September 2026, in the charge of Mara but for one.
fn plan() -> Sketch {
    let mut sketch = Sketch::new();
    let bulletin = sketch.format("Bulletin", Some(45));
    let asset = |title: &str, status, dates: [Option<&str>; 2]| AssetFields {
        due_on: dates[0].map(day),
        published_on: dates[1].map(day),
        owner: "Mara".to_owned(),
        ..AssetFields::titled(title, status)
    };
    let late = asset("Late", Status::Planned, [Some("2026-08-20"), None]);
    sketch.add(AssetFields { owner: "Kit".to_owned(), ..late });
    sketch.add(asset("Soon", Status::InProduction, [Some("2026-09-10"), None]));
    sketch.add(asset("Next month", Status::Idea, [Some("2026-10-01"), None]));
    sketch.add(asset("Scheduled", Status::Published, [Some("2026-09-04"), Some("2026-09-10")]));
    let out = asset("Out", Status::Published, [None, Some("2026-08-01")]);
    sketch.add(AssetFields { format_id: Some(bulletin), ..out });
    sketch.add(asset("Gone", Status::Retired, [Some("2026-09-02"), Some("2026-09-03")]));
    sketch.add(asset("Whenever", Status::Planned, [None, None]));
    sketch.add(asset("A thought", Status::Idea, [None, None]));
    sketch
}

#[test]
fn a_month_tells_what_is_due_comes_out_and_expires() {
    let sketch = plan();
    let cadence = Cadence::of(&sketch.architecture, day(TODAY), day("2026-09-17"), 2, None);
    let firsts: Vec<_> = cadence.months.iter().map(|month| month.first).collect();
    assert_eq!(firsts, [day("2026-09-01"), day("2026-10-01")]);
    // Out since 1 August and good for 45 days: its last day is 15 September.
    let september = [
        ("2026-09-10", Occasion::Due, "Soon"),
        ("2026-09-10", Occasion::Published, "Scheduled"),
        ("2026-09-15", Occasion::Expires, "Out"),
    ]
    .map(|(on, occasion, title)| (on.to_owned(), occasion, title.to_owned()));
    assert_eq!(told(&cadence.months[0].entries), september);
    let pressing: Vec<_> = cadence.months[0].entries.iter().map(|one| one.pressing).collect();
    assert_eq!(pressing, [false, false, true]);
    assert_eq!(cadence.months[1].entries[0].title, "Next month");
    assert_eq!(told(&cadence.overdue)[0].2, "Late");
    assert_eq!(cadence.undated, 1, "a thought need not have a date");
}

#[test]
fn what_is_overdue_stands_in_its_month_where_that_is_shown() {
    let sketch = plan();
    let cadence = Cadence::of(&sketch.architecture, day(TODAY), day("2026-08-01"), 1, None);
    assert_eq!(cadence.overdue, []);
    let august = &cadence.months[0].entries;
    assert_eq!((august[0].title.as_str(), august[0].pressing), ("Out", false));
    assert_eq!((august[1].title.as_str(), august[1].pressing), ("Late", true));
}

#[test]
fn the_content_of_one_owner_is_told_alone() {
    let sketch = plan();
    let of_kit = Cadence::of(&sketch.architecture, day(TODAY), day(TODAY), 3, Some("Kit"));
    assert!(of_kit.months.iter().all(|month| month.entries.is_empty()));
    assert_eq!((of_kit.overdue.len(), of_kit.undated), (1, 0));
}

proptest! {
    #[test]
    fn every_month_is_told_as_it_would_be_alone(from in 0..40_u64, months in 1..8_u32) {
        let sketch = plan();
        let first = day("2025-06-11") + chrono::Months::new(u32::try_from(from).unwrap());
        let all = Cadence::of(&sketch.architecture, day(TODAY), first, months, None);
        prop_assert_eq!(all.months.len(), months as usize);
        for month in &all.months {
            let alone = Cadence::of(&sketch.architecture, day(TODAY), month.first, 1, None);
            prop_assert_eq!(&alone.months[0], month);
        }
        let sorted = all.months.iter().all(|one| one.entries.is_sorted_by_key(|entry| entry.on));
        prop_assert!(sorted);
    }
}
