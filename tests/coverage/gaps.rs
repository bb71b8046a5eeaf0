//! Product.md section 3: gap rank, cost and reuse.

use crate::desk::Desk;
use proptest::prelude::*;
use std::sync::Arc;
use throughline_core::coverage::{Filter, Gap, State};
use throughline_core::id::{AssetId, FormatId};
use throughline_core::model::{
    Answer, AssetFields, Importance, Millis, Money, NeedFields, PersonaFields, Status,
};
use throughline_core::price::{JourneyPrices, Leaks, Pot, Prices, StagePrices, Wins};

#[test]
fn gaps_rank_by_weight_and_shortfall() {
    let mut desk = Desk::new();
    desk.plan.proven(desk.cfo, desk.inquiry, Answer::Yes);
    desk.plan.proven(desk.cfo, desk.mql, Answer::Partly);
    desk.plan.need(Some(desk.ciso), desk.proposal, Importance::Must, "An audit report");
    desk.plan.exclude(desk.ciso, desk.mql);
    let gaps = desk.gaps();
    let order: Vec<_> = gaps.iter().map(|gap| (&*gap.persona, &*gap.stage, gap.state)).collect();
    // 5 × 1; 3 × 1 with an open must-need; 3 × 1; 5 × ½.
    let expected = [
        ("CFO", "Proposal", State::Empty),
        ("CISO", "Proposal", State::Empty),
        ("CISO", "Inquiry", State::Empty),
        ("CFO", "MQL", State::Thin),
    ];
    assert_eq!(order, expected);
    let relative: Vec<f64> = gaps.iter().map(|gap| gap.relative).collect();
    assert_eq!(relative, [100.0, 60.0, 60.0, 50.0]);
    let factors = gaps[3].factors;
    assert_eq!((factors.weight, factors.shortfall), (5.0, 0.5));
    // Nothing is known of leads and deals: half leaks, and every stake is 1 (product.md, section 3).
    assert_eq!((factors.leak, factors.stake, factors.neutral), (0.5, 1.0, true));
}

#[test]
fn ties_go_by_stage_then_by_persona() {
    let mut desk = Desk::new();
    let ciso = desk.ciso;
    desk.plan.edit::<PersonaFields>(ciso, |fields| fields.weight = 5);
    let gaps = desk.gaps();
    let order: Vec<_> = gaps.iter().map(|gap| (&*gap.stage, &*gap.persona)).collect();
    let stages = ["Inquiry", "Inquiry", "MQL", "MQL", "Proposal", "Proposal"];
    let personas = ["CFO", "CISO", "CFO", "CISO", "CFO", "CISO"];
    assert_eq!(order, stages.into_iter().zip(personas).collect::<Vec<_>>());
}

#[test]
fn a_cell_is_read_under_the_filter_of_the_map() {
    let mut desk = Desk::new();
    let (cfo, inquiry) = (desk.cfo, desk.inquiry);
    desk.plan.proven(cfo, inquiry, Answer::Yes);
    let (german, _) = desk.plan.proven(cfo, inquiry, Answer::Partly);
    desk.plan.edit::<AssetFields>(german, |fields| fields.language = "de".to_owned());
    let all = desk.detail(cfo, inquiry);
    assert_eq!((all.state, all.placements.len(), all.left_out), (State::Covered, 2, 0));
    // The yes is left out: thin by the partly alone, the least gap of six with 5 × ½ against
    // 5 twice and 3 thrice, and half the largest.
    let filter = Filter { languages: vec!["DE".to_owned()], ..Filter::default() };
    let ledger = desk.ledger();
    let german_only = ledger.cell_within(cfo, inquiry, &filter).unwrap();
    assert_eq!((german_only.state, german_only.credit), (State::Thin, 0.5));
    let listed: Vec<_> = german_only.placements.iter().map(|one| one.asset.id).collect();
    assert_eq!((listed, german_only.left_out), (vec![german], 1));
    let gaps = ledger.gaps(desk.journey, &filter);
    let here = gaps.iter().position(|gap| gap.persona_id == cfo && gap.stage_id == inquiry);
    assert_eq!((here, gaps.len(), gaps[5].relative), (Some(5), 6, 50.0));
}

fn costing(desk: &mut Desk, format: FormatId, minor: i64, currency: &str) -> AssetId {
    let asset = desk.plan.asset("Costly", Status::Published);
    desk.plan.edit::<AssetFields>(asset, |fields| {
        fields.format_id = Some(format);
        fields.cost = Some(Money { minor, currency: currency.to_owned() });
    });
    asset
}

#[test]
fn the_cost_of_a_gap_is_that_of_the_format_used_there() {
    let mut desk = Desk::new();
    let (film, guide) = (desk.plan.format("Film", None), desk.plan.format("Guide", None));
    let first = costing(&mut desk, film, 100_000, "EUR");
    costing(&mut desk, film, 50_000, "EUR");
    costing(&mut desk, film, 900_000, "USD");
    let second = costing(&mut desk, guide, 30_001, "EUR");
    let third = costing(&mut desk, guide, 30_000, "EUR");
    for (asset, stage) in [(first, desk.inquiry), (second, desk.inquiry), (third, desk.inquiry)] {
        let persona = desk.ciso;
        desk.plan.place(asset, persona, stage);
    }
    let cost = |desk: &Desk, stage: &str| {
        let gaps = desk.gaps();
        let gap = gaps.iter().find(|gap| gap.persona == "CFO" && gap.stage == stage).unwrap();
        gap.cost.as_ref().map(|cost| (cost.format.clone(), cost.mean.minor, cost.assets))
    };
    let guides = Some(("Guide".to_owned(), 30_001, 2));
    assert_eq!(cost(&desk, "Inquiry"), guides, "two guides, one film; 30,000.5 rounds up");
    assert_eq!(cost(&desk, "MQL"), None, "nothing is known of Nurture");
    let cfo = desk.cfo;
    desk.plan.edit::<PersonaFields>(cfo, |fields| fields.preferred_formats = vec![film]);
    assert_eq!(cost(&desk, "Inquiry"), Some(("Film".to_owned(), 75_000, 2)), "euros alone");
}

#[test]
fn candidates_lie_next_door_and_match_the_open_needs() {
    let mut desk = Desk::new();
    let titled = |desk: &mut Desk, title: &str, status| desk.plan.asset(title, status);
    let near = titled(&mut desk, "Payback calculator", Status::Published);
    desk.plan.place(near, desk.cfo, desk.mql);
    let beside = titled(&mut desk, "Payback in twelve months", Status::Idea);
    desk.plan.place(beside, desk.ciso, desk.proposal);
    for (title, status, persona, stage) in [
        ("Payback of another persona elsewhere", Status::Published, desk.ciso, desk.mql),
        ("Payback two stages away", Status::Published, desk.cfo, desk.inquiry),
        ("Payback retired", Status::Retired, desk.cfo, desk.mql),
        ("Payback here already", Status::Published, desk.cfo, desk.proposal),
        ("Something else", Status::Published, desk.cfo, desk.mql),
    ] {
        let asset = desk.plan.asset(title, status);
        desk.plan.place(asset, persona, stage);
    }
    let text = "Payback under 12 months";
    let need = desk.plan.need(Some(desk.cfo), desk.proposal, Importance::Must, text);
    let found = desk.ledger().candidates(desk.cfo, desk.proposal, 10);
    let ids: Vec<AssetId> = found.iter().map(|one| one.asset.id).collect();
    assert_eq!(ids, [beside, near], "two of its words before one");
    assert!(found.iter().all(|one| one.need_ids == [need]));
    assert_eq!((&*found[0].persona, &*found[0].stage), ("CISO", "Proposal"));

    desk.plan.edit::<NeedFields>(need, |fields| fields.declined = Some("Not now".to_owned()));
    let found = desk.ledger().candidates(desk.cfo, desk.proposal, 10);
    assert_eq!(found.len(), 3, "with no open need, all next door");
    assert_eq!(desk.ledger().candidates(desk.cfo, desk.proposal, 1).len(), 1);
}

/// Prices of one journey, its stages in order.
fn priced(desk: &Desk, stages: [StagePrices; 3]) -> Vec<Gap> {
    let ids = [desk.inquiry, desk.mql, desk.proposal];
    let stages = ids.into_iter().zip(stages).collect();
    let won = JourneyPrices { won_value: 10_000, won_valued: 1, ..JourneyPrices::default() };
    let journeys = [(desk.journey, JourneyPrices { stages, ..won })].into();
    let prices = Prices { as_of: Some(Millis(0)), currency: "EUR".to_owned(), journeys };
    desk.ledger().priced(Arc::new(prices)).gaps(desk.journey, &Filter::default())
}

fn stage(leaks: (u32, u32), n: u32, value: i64) -> StagePrices {
    StagePrices {
        leaks: Leaks { lost: leaks.0, turned_back: 0, resolved: leaks.0 + leaks.1 },
        wins: Wins { won: 1, of: 2 },
        pots: vec![Pot { n, value, ..Pot::default() }],
    }
}

#[test]
fn where_nothing_leaks_gaps_rank_by_the_rest() {
    let desk = Desk::new();
    // 8 leads at Inquiry, each ½ × 10,000, as 25,000 to 15,000; nothing else: the mean is 40,000 ÷ 6,
    // and the least stake 333.33. 5 × 25,000, then 3 × 15,000, then 5 × 333.33.
    let none = || stage((0, 4), 0, 0);
    let gaps = priced(&desk, [stage((0, 4), 8, 0), none(), none()]);
    let told: Vec<_> = gaps.iter().map(|gap| (&*gap.persona, &*gap.stage, gap.priority)).collect();
    assert_eq!(told[..3], [("CFO", "Inquiry", 0.0), ("CISO", "Inquiry", 0.0), ("CFO", "MQL", 0.0)]);
    let relative: Vec<f64> = gaps.iter().map(|gap| gap.relative).collect();
    assert_eq!(relative[..2], [100.0, 36.0]);
    assert!((relative[2] - 100.0 * 5.0 * (2_000.0 / 6.0) / 125_000.0).abs() < 1e-9);
}

proptest! {
    #[test]
    fn gaps_rank_from_the_largest_down(
        counted in prop::array::uniform3(((0_u32..40, 0_u32..40), 0_u32..90, 0_i64..9_000_000)),
    ) {
        let gaps = priced(&Desk::new(), counted.map(|(leaks, n, value)| stage(leaks, n, value)));
        prop_assert_eq!(gaps.len(), 6);
        prop_assert!(gaps.is_sorted_by(|a, b| a.relative >= b.relative));
        for gap in &gaps {
            prop_assert!(gap.priority >= 0.0 && gap.priority.is_finite());
            prop_assert!(gap.relative > 0.0 && gap.relative <= 100.0, "{}", gap.relative);
            let factors = gap.factors;
            let product = factors.weight * factors.shortfall * factors.leak * factors.stake;
            prop_assert!((gap.priority - product).abs() <= 1e-9 * product.max(1.0));
        }
        prop_assert!((gaps[0].relative - 100.0).abs() < 1e-9);
    }
}
