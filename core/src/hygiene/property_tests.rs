//! What holds of any leads.

use super::*;
use crate::model::{DecayRates, ProfileField, Word};
use proptest::prelude::*;

/// What is known of a lead, and since how many days.
type Lead = (Known, Option<u32>);

fn known() -> impl Strategy<Value = Known> {
    prop::collection::vec(prop::sample::select(ProfileField::ALL), 0..6).prop_map(Known::of)
}

fn leads() -> impl Strategy<Value = Vec<Lead>> {
    prop::collection::vec((known(), prop::option::weighted(0.8, 0_u32..4_000)), 0..60)
}

fn rates() -> impl Strategy<Value = DecayRates> {
    (0.0..99.0, 0.0..99.0, 0.0..99.0).prop_map(|(person, address, company)| DecayRates {
        person,
        address,
        company,
    })
}

fn plan() -> impl Strategy<Value = Vec<ProfileField>> {
    prop::sample::subsequence(ProfileField::ALL.to_vec(), 2..=8).prop_shuffle()
}

fn ages(leads: &[Lead]) -> Ages {
    let mut ages = Ages::default();
    for (known, days) in leads {
        ages.add(known.held(), *days);
    }
    ages
}

fn profiles(leads: &[Lead]) -> Profiles {
    let mut profiles = Profiles::default();
    for (known, _) in leads {
        profiles.add(*known);
    }
    profiles
}

proptest! {
    #[test]
    fn a_share_lies_between_none_and_all_and_falls(
        rate in 0.0..0.99, (one, other) in (0_u32..40_000, 0_u32..40_000),
    ) {
        let (young, old) = (one.min(other), one.max(other));
        let (first, later) = (valid_share(rate, young), valid_share(rate, old));
        prop_assert!((0.0..=1.0).contains(&later) && later <= first && first <= 1.0);
    }

    #[test]
    fn half_is_left_after_ln_half_by_ln_of_what_stays(rate in 0.05_f64..0.9) {
        let days = 365.25 * 0.5_f64.ln() / (1.0_f64 - rate).ln();
        // Days are whole: one before, one after.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "years")]
        let whole = days as u32;
        prop_assert!(valid_share(rate, whole) >= 0.5 - 1e-12);
        prop_assert!(valid_share(rate, whole + 1) <= 0.5 + 1e-12);
    }

    #[test]
    fn the_order_of_leads_does_not_matter_nor_who_counts_them(
        (leads, shuffled) in leads().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        (at, rates, plan) in (0_usize..60, rates(), plan()),
    ) {
        let (first, second) = shuffled.split_at(at.min(shuffled.len()));
        let mut counted = ages(first);
        counted.merge(&ages(second));
        prop_assert_eq!(counted.stock(&rates), ages(&leads).stock(&rates));
        let mut asked = profiles(first);
        asked.merge(&profiles(second));
        prop_assert_eq!(asked.stock(&plan), profiles(&leads).stock(&plan));
    }

    #[test]
    fn figures_of_a_stock_are_the_sums_over_its_leads(leads in leads(), rates in rates()) {
        let stock = ages(&leads).stock(&rates);
        let dated: f64 = leads
            .iter()
            .filter_map(|(known, days)| known.held().valid(&rates, (*days)?))
            .map(|valid| 1.0 - valid)
            .sum();
        prop_assert!((stock.all.invalid - dated).abs() < 1e-6);
        let by_age: f64 = stock.ages.iter().map(|bin| bin.invalid).sum();
        prop_assert!((by_age - dated).abs() < 1e-6);
        let bins: u64 = stock.ages.iter().map(|bin| bin.leads).sum();
        prop_assert_eq!(bins, stock.all.leads - stock.all.undated);
        // A lead is as bad as its worst group, so no group is worse than leads are.
        for group in [stock.person, stock.address, stock.company] {
            prop_assert!(group.invalid <= stock.all.invalid + 1e-9);
            prop_assert!(group.valid.is_none_or(|valid| (-1e-9..=1.0).contains(&valid)));
        }
    }

    #[test]
    fn one_field_more_never_makes_a_profile_less_complete(
        known in known(), plan in plan(), more in prop::sample::select(ProfileField::ALL),
    ) {
        let (before, after) = (ProfileProgress::of(&plan, known), ProfileProgress::of(&plan, known.with(more)));
        prop_assert!(before.known <= after.known && after.known <= after.planned);
        prop_assert_eq!(after.next.is_empty(), after.known == after.planned);
        prop_assert!(after.next.len() <= 2 && after.next.iter().all(|field| !known.has(*field)));
        prop_assert!(!known.without(more).has(more));
    }

    #[test]
    fn any_answer_is_looked_at_without_fear(
        email in "\\PC{0,12}(@\\PC{0,8})?", name in "\\PC{0,16}", title in "\\PC{0,16}",
    ) {
        let answers = Answers { email: &email, name: &name, title: &title, ..Answers::default() };
        let found = flags(&answers);
        prop_assert!(found.is_sorted());
        // Nothing said is nothing flagged.
        prop_assert!(flags(&Answers::default()).is_empty());
    }
}
