use super::*;
use crate::id::{EntityId, PersonaId, StageId};
use crate::model::StageKind::{self, Deal, Lead};
use std::collections::BTreeMap;
use uuid::Uuid;

fn stage(at: u128) -> StageId {
    StageId::from_uuid(Uuid::from_u128(at))
}

fn persona(at: u128) -> PersonaId {
    PersonaId::from_uuid(Uuid::from_u128(at))
}

fn pot(personas: &[u128], n: u32, value: i64) -> Pot {
    let personas = personas.iter().map(|at| persona(*at)).collect();
    Pot { personas, n, value, unknown: 0 }
}

fn leaks(lost: u32, turned_back: u32, resolved: u32) -> Leaks {
    Leaks { lost, turned_back, resolved }
}

fn wins(won: u32, of: u32) -> Wins {
    Wins { won, of }
}

fn journey(stages: Vec<StagePrices>) -> JourneyPrices {
    let stages = (0_u128..).zip(stages).map(|(at, one)| (stage(at), one));
    JourneyPrices { stages: stages.collect::<BTreeMap<_, _>>(), ..JourneyPrices::default() }
}

/// The persona 1 weighs 5, 2 weighs 3, 3 weighs 2.
fn priced(prices: &JourneyPrices, kinds: &[StageKind]) -> Priced {
    let stages: Vec<_> = (0_u128..).zip(kinds).map(|(at, kind)| (stage(at), *kind)).collect();
    let personas = [(persona(1), 5), (persona(2), 3), (persona(3), 2)];
    Priced::of(prices, &stages, &personas, |_, _| true)
}

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
}

#[test]
fn what_leaks_is_drawn_to_what_usually_does() {
    // Over all: lost 3 + 1, turned back 2, of 30 + 10 that ended: L = 6 ÷ 40 = 0.15.
    // First (3 + 2 + 1.5) ÷ (30 + 10) = 0.1625; second (1 + 1.5) ÷ (10 + 10) = 0.125; at the third
    // nothing ended: 1.5 ÷ 10 = L.
    let found = Leak::of_all(&[leaks(3, 2, 30), leaks(1, 0, 10), leaks(0, 0, 0)]);
    for (leak, share) in found.iter().zip([0.1625, 0.125, 0.15]) {
        near(leak.share, share);
        near(leak.usual, 0.15);
    }
    assert_eq!((found[0].lost, found[0].turned_back, found[0].resolved), (3, 2, 30));
}

#[test]
fn without_history_half_leaks_and_every_stake_is_one() {
    let none = priced(&JourneyPrices::default(), &[Lead, Deal]);
    assert!(none.leaks.iter().all(|leak| (leak.share, leak.usual) == (0.5, 0.5)));
    assert!(none.is_neutral());
    assert_eq!((none.stake(0, 0), none.stake(2, 1)), (1.0, 1.0));
    assert_eq!(Leak::of_all(&[]), []);
}

#[test]
fn where_nothing_is_lost_or_turned_back_nothing_leaks() {
    assert!(Leak::of_all(&[leaks(0, 0, 8)]).iter().all(|leak| leak.share == 0.0));
}

#[test]
fn a_deal_waits_with_its_personas_and_one_of_nobody_with_all() {
    // 8,000 of the CFO (5) and the CISO (3); 1,000 of nobody: 5 : 3 : 2. Of 4 that ended 1 was won.
    let pots = vec![pot(&[1, 2], 2, 8_000), pot(&[], 1, 1_000)];
    let prices = journey(vec![StagePrices { wins: wins(1, 4), pots, ..StagePrices::default() }]);
    let found = priced(&prices, &[Deal]);
    let at = found.stages[0];
    assert_eq!((at.n, at.unnamed, at.won, at.of), (3, 1, 1, 4));
    assert_eq!((at.share_of, at.too_few), (ShareOf::Stage, true));
    near(at.value, 9_000.0);
    near(at.money.unwrap(), 2_250.0);
    near(at.unnamed_money, 250.0);
    // 2,000 × 5 ÷ 8 + 250 × 5 ÷ 10; 2,000 × 3 ÷ 8 + 250 × 3 ÷ 10; 250 × 2 ÷ 10.
    for (row, money) in [1_375.0, 825.0, 50.0].into_iter().enumerate() {
        near(found.money(row, 0), money);
    }
    // The mean is 750: nobody's stake is under 37.5, and 50 is not.
    near(found.mean, 750.0);
    near(found.stake(2, 0), 50.0);
}

#[test]
fn leads_wait_with_what_a_won_deal_is_worth() {
    // Of 200 leads that came to the stage 8 ended in a won deal; 3 won deals of 90,000 together, 30,000
    // in the mean. 50 leads of the CFO are there: 50 × 0.04 × 30,000 = 60,000.
    let pots = vec![pot(&[1], 50, 0)];
    let of = StagePrices { wins: wins(8, 200), pots, ..StagePrices::default() };
    let known = JourneyPrices { won_value: 90_000, won_valued: 3, ..journey(vec![of.clone()]) };
    let found = priced(&known, &[Lead]);
    near(found.money(0, 0), 60_000.0);
    assert_eq!((found.stages[0].mean_won, found.stages[0].too_few), (Some(30_000.0), false));
    // Nobody knows what a won deal is worth: that is not 0, and nothing tells the cells apart.
    let unknown = priced(&journey(vec![of]), &[Lead]);
    assert_eq!(unknown.stages[0].money, None);
    assert!(unknown.is_neutral());
}

#[test]
fn no_stake_is_under_a_twentieth_of_the_mean() {
    // The CFO alone has money: 3,000, a mean of 1,000 over three cells, and 50 for the others.
    let pots = vec![pot(&[1], 1, 3_000)];
    let prices = journey(vec![StagePrices { wins: wins(1, 1), pots, ..StagePrices::default() }]);
    let found = priced(&prices, &[Deal]);
    let stakes = [0, 1, 2].map(|row| found.stake(row, 0));
    for (stake, expected) in stakes.into_iter().zip([3_000.0, 50.0, 50.0]) {
        near(stake, expected);
    }
    // Cells that do not apply are in no mean: 3,000 over two, and 75.
    let stages = [(stage(0), Deal)];
    let personas = [(persona(1), 5), (persona(2), 3), (persona(3), 2)];
    let two = Priced::of(&prices, &stages, &personas, |row, _| row != 2);
    near(two.mean, 1_500.0);
    near(two.stake(1, 0), 75.0);
}

#[test]
fn a_share_of_nothing_is_that_of_all_deals_and_then_half() {
    let pots = vec![pot(&[1], 1, 1_000)];
    let open = StagePrices { pots, ..StagePrices::default() };
    let some = JourneyPrices { deals: wins(3, 12), ..journey(vec![open.clone()]) };
    let found = priced(&some, &[Deal]).stages[0];
    assert_eq!((found.share_of, found.money), (ShareOf::Deals, Some(250.0)));
    let none = priced(&journey(vec![open]), &[Deal]).stages[0];
    assert_eq!((none.share_of, none.money, none.too_few), (ShareOf::Nothing, Some(500.0), true));
}

#[test]
fn none_of_some_that_ended_is_nothing_and_is_known() {
    let pots = vec![pot(&[1], 1, 1_000)];
    let lost = StagePrices { wins: wins(0, 4), pots, ..StagePrices::default() };
    let won = JourneyPrices { deals: wins(3, 12), ..journey(vec![lost]) };
    assert_eq!(priced(&won, &[Deal]).stages[0].money, Some(0.0));
}

#[test]
fn what_was_of_a_persona_that_is_gone_is_of_all() {
    let pots = vec![pot(&[9], 1, 1_000), pot(&[2, 9], 1, 100)];
    let prices = journey(vec![StagePrices { wins: wins(1, 1), pots, ..StagePrices::default() }]);
    let found = priced(&prices, &[Deal]);
    for (row, money) in [500.0, 400.0, 200.0].into_iter().enumerate() {
        near(found.money(row, 0), money);
    }
}
