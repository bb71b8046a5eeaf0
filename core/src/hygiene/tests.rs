//! Decay and profiles, worked out by hand.

use super::*;
use crate::model::{DecayRates, FieldGroup, ProfileField as F};

const DAY: i64 = 86_400_000;

fn close(one: f64, other: f64) {
    assert!((one - other).abs() < 1e-9, "{one} is not {other}");
}

#[test]
fn ages_are_whole_days_and_never_below_none() {
    assert_eq!(age_days(0, 3 * DAY + 7), 3);
    assert_eq!(age_days(1, 3 * DAY), 2);
    assert_eq!(age_days(5 * DAY, 3 * DAY), 0);
    assert_eq!(age_days(i64::MIN, i64::MAX), u32::MAX);
}

#[test]
fn three_in_ten_go_bad_in_a_year() {
    close(valid_share(0.3, 0), 1.0);
    // Four years are 1,461 days: 0.7⁴.
    close(valid_share(0.3, 1_461), 0.2401);
    // 487 days are four thirds of a year: 0.512^(4/3) = 0.8⁴.
    close(valid_share(0.488, 487), 0.4096);
    close(valid_share(0.0, 5_000), 1.0);
    // The other published rate: 2.1 % a month is 22.5 % a year.
    assert!(((1.0 - 0.021_f64).powi(12) - (1.0 - 0.225)).abs() < 5e-4);
}

#[test]
fn a_stock_is_told_by_group_and_a_lead_by_its_worst() {
    let held = |fields: &[F]| Known::of(fields.iter().copied()).held();
    let mut ages = Ages::default();
    // Four years, all groups; four years, the address alone; nobody says since when; nothing known.
    ages.add(held(&[F::Email, F::Name, F::Company]), Some(1_461));
    ages.add(held(&[F::Email]), Some(1_461));
    ages.add(held(&[F::Title, F::Email]), None);
    ages.add(held(&[]), Some(1_461));
    // 0.8⁴ = 0.4096, 0.7⁴ = 0.2401, 0.9⁴ = 0.6561.
    let rates = DecayRates { person: 20.0, address: 30.0, company: 10.0 };
    let stock = ages.stock(&rates);
    let told = |one: GroupStock| (one.leads, one.undated);
    assert_eq!(told(stock.person), (2, 1));
    assert_eq!(told(stock.address), (3, 1));
    assert_eq!(told(stock.company), (1, 0));
    assert_eq!(told(stock.all), (3, 1));
    close(stock.person.invalid, 1.0 - 0.4096);
    close(stock.address.invalid, 2.0 * (1.0 - 0.2401));
    close(stock.address.valid.unwrap(), 0.2401);
    close(stock.company.valid.unwrap(), 0.6561);
    // Both leads with a date are as bad as their addresses.
    close(stock.all.invalid, 2.0 * (1.0 - 0.2401));
    // Four years are eight half years: the ninth bin.
    assert_eq!(stock.ages.len(), 9);
    let last = stock.ages[8];
    assert_eq!((last.from, last.to, last.leads), (8, Some(9), 2));
    close(last.invalid, 2.0 * (1.0 - 0.2401));
}

#[test]
fn a_stock_without_dates_is_no_data() {
    let mut ages = Ages::default();
    ages.add(Held::of([FieldGroup::Address]), None);
    let stock = ages.stock(&DecayRates::default());
    assert_eq!((stock.all.leads, stock.all.undated, stock.all.valid), (1, 1, None));
    assert_eq!(stock.person.valid, None);
    assert!(stock.ages.is_empty());
}

#[test]
fn a_profile_is_asked_in_the_order_of_the_plan_two_at_a_time() {
    let plan = [F::Email, F::Name, F::Title, F::Company];
    let progress = |known: &[F]| ProfileProgress::of(&plan, Known::of(known.iter().copied()));
    assert_eq!(progress(&[]).next, [F::Email, F::Name]);
    let some = progress(&[F::Email, F::Title, F::Country]);
    // Country is known and not planned.
    assert_eq!((some.known, some.planned), (2, 4));
    assert_eq!(some.next, [F::Name, F::Company]);
    assert_eq!(progress(&[F::Email, F::Name, F::Title]).next, [F::Company]);
    assert_eq!(progress(&plan).next, []);
}

#[test]
fn completeness_is_known_of_planned_over_all_leads() {
    let plan = [F::Email, F::Name, F::Title, F::Company];
    let mut profiles = Profiles::default();
    profiles.add(Known::of(plan));
    profiles.add(Known::of([F::Email]));
    profiles.add(Known::of([F::Email, F::Title]));
    let stock = profiles.stock(&plan);
    assert_eq!((stock.leads, stock.complete), (3, 1));
    // 4 + 1 + 2 of 12.
    close(stock.completeness.unwrap(), 7.0 / 12.0);
    let told: Vec<_> = stock.fields.iter().map(|one| (one.field, one.known, one.next)).collect();
    assert_eq!(told, [(F::Email, 3, 0), (F::Name, 1, 2), (F::Title, 2, 1), (F::Company, 1, 1)]);
    assert_eq!(Profiles::default().stock(&plan).completeness, None);
}

#[test]
fn what_was_counted_is_kept_as_it_was() {
    let mut ages = Ages::default();
    ages.add(Held::of([FieldGroup::Address]), Some(3));
    ages.add(Held::of([]), None);
    let json = serde_json::to_string(&ages).unwrap();
    assert_eq!(serde_json::from_str::<Ages>(&json).unwrap(), ages);
    let mut profiles = Profiles::default();
    profiles.add(Known::of([F::Email]));
    let json = serde_json::to_string(&profiles).unwrap();
    assert_eq!(serde_json::from_str::<Profiles>(&json).unwrap(), profiles);
}
