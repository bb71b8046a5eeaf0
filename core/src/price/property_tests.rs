use super::*;
use crate::id::{EntityId, PersonaId, StageId};
use crate::model::StageKind;
use proptest::prelude::*;
use uuid::Uuid;

const STAGES: usize = 4;

fn persona(at: usize) -> PersonaId {
    PersonaId::from_uuid(Uuid::from_u128(at as u128))
}

fn stage_id(at: usize) -> StageId {
    StageId::from_uuid(Uuid::from_u128(at as u128))
}

fn pot() -> impl Strategy<Value = Pot> {
    let personas = prop::collection::btree_set(0_usize..6, 0..4);
    (personas, 1_u32..50, 0_i64..10_000_000).prop_map(|(personas, n, value)| Pot {
        personas: personas.into_iter().map(persona).collect(),
        n,
        value,
        unknown: 0,
    })
}

fn stage() -> impl Strategy<Value = StagePrices> {
    let leaks = (0_u32..40, 0_u32..40, 0_u32..100).prop_map(|(lost, turned_back, on)| Leaks {
        lost,
        turned_back,
        resolved: lost + turned_back + on,
    });
    let wins = (0_u32..30, 0_u32..30).prop_map(|(won, lost)| Wins { won, of: won + lost });
    (leaks, wins, prop::collection::vec(pot(), 0..5)).prop_map(|(leaks, wins, pots)| StagePrices {
        leaks,
        wins,
        pots,
    })
}

prop_compose! {
    fn journey()(
        stages in prop::collection::vec(stage(), STAGES),
        won in 0_u32..20,
        value in 0_i64..1_000_000,
    ) -> JourneyPrices {
        JourneyPrices {
            stages: stages.into_iter().enumerate().map(|(at, one)| (stage_id(at), one)).collect(),
            deals: Wins { won, of: won + 3 },
            won_value: value,
            won_valued: won,
            elsewhere: Pot::default(),
        }
    }
}

fn priced(prices: &JourneyPrices, weights: &[u8], gone: usize) -> Priced {
    let kind = |at| if at < 2 { StageKind::Lead } else { StageKind::Deal };
    let stages: Vec<_> = (0..STAGES).map(|at| (stage_id(at), kind(at))).collect();
    let personas: Vec<_> =
        weights.iter().enumerate().map(|(at, weight)| (persona(at), *weight)).collect();
    Priced::of(prices, &stages, &personas, |row, column| row * STAGES + column != gone)
}

proptest! {
    /// Nothing is lost and nothing made up when money is parted among personas.
    #[test]
    fn what_waits_in_the_cells_of_a_stage_is_what_waits_there(
        prices in journey(),
        weights in prop::collection::vec(1_u8..=5, 1..6),
        gone in 0_usize..20,
    ) {
        let found = priced(&prices, &weights, gone);
        for column in 0..STAGES {
            let cells: f64 = (0..weights.len()).map(|row| found.money(row, column)).sum();
            let there = found.stages[column].money.unwrap_or_default();
            prop_assert!((cells - there).abs() <= 1e-6 * there.max(1.0), "{} {}", cells, there);
        }
    }

    #[test]
    fn factors_are_within_their_bounds(
        prices in journey(),
        weights in prop::collection::vec(1_u8..=5, 1..6),
        gone in 0_usize..20,
    ) {
        let found = priced(&prices, &weights, gone);
        for leak in &found.leaks {
            prop_assert!((0.0..=1.0).contains(&leak.share) && (0.0..=1.0).contains(&leak.usual));
        }
        for row in 0..weights.len() {
            for column in 0..STAGES {
                let stake = found.stake(row, column);
                if found.is_neutral() {
                    prop_assert!((stake - 1.0).abs() < 1e-12);
                } else {
                    let least = found.money(row, column).max(found.mean / 20.0);
                    prop_assert!(stake > 0.0 && stake >= least - 1e-9);
                }
            }
        }
    }

    #[test]
    fn prices_are_kept_as_they_are(prices in journey()) {
        let json = serde_json::to_string(&prices).unwrap();
        prop_assert_eq!(serde_json::from_str::<JourneyPrices>(&json).unwrap(), prices);
    }
}
