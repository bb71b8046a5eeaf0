//! A map drawn by hand comes out as drawn.

use throughline_core::coverage::{Filter, Finding, Ledger, Map, Score};
use throughline_tests::fixture::northwind::{
    COLUMN_SCORES, COUNTS, PERSONAS, ROW_SCORES, STAGES, STATES, as_of, northwind, state,
};

fn drawn() -> Map {
    let plan = northwind();
    Ledger::new(&plan.architecture, as_of()).map(plan.journey, &Filter::default()).unwrap()
}

fn percent(score: &Score) -> f64 {
    (score.value.unwrap() * 100.0).round()
}

#[test]
fn states_are_as_drawn() {
    let map = drawn();
    for (row, letters) in STATES.into_iter().enumerate() {
        for (column, letter) in letters.chars().enumerate() {
            let cell = &map.cells[row * STAGES.len() + column];
            assert_eq!(cell.state, state(letter), "{} at {}", PERSONAS[row], STAGES[column]);
            assert_eq!(cell.placements, COUNTS[row][column], "{row} {column}");
        }
    }
}

#[test]
fn scores_are_as_drawn() {
    let map = drawn();
    let rows: Vec<f64> = map.personas.iter().map(|row| percent(&row.score)).collect();
    assert_eq!(rows, ROW_SCORES.map(f64::from));
    let columns: Vec<f64> = map.stages.iter().map(|column| percent(&column.score)).collect();
    assert_eq!(columns, COLUMN_SCORES.map(f64::from));
    assert!((percent(&map.score) - 46.0).abs() < 1e-9);
    // Σ weight × credit = 5·4 + 4·1 + 4·5.5 + 3·3 + 2·0.5 = 56 of 123.
    assert!((map.score.value.unwrap() - 56.0 / 123.0).abs() < 1e-12);
    assert_eq!(map.score, map.workspace, "it has one journey");
}

#[test]
fn counts_are_as_drawn() {
    let map = drawn();
    assert_eq!((map.score.covered, map.score.applicable, map.score.nothing_live), (10, 34, 12));
    let flags: Vec<(usize, u32)> = map
        .cells
        .iter()
        .map(|cell| cell.needs.open_must)
        .enumerate()
        .filter(|(_, open)| *open > 0)
        .collect();
    // CFO at SAL 2 and Evaluation 3, CISO at MQL, VP Operations at Evaluation, Procurement at
    // Negotiation 1 each.
    assert_eq!(flags, [(2, 2), (4, 3), (8, 1), (18, 1), (34, 1)]);
}

#[test]
fn only_the_inquiry_of_vp_operations_has_a_finding() {
    for (at, cell) in drawn().cells.iter().enumerate() {
        let expected: &[Finding] = if at == 14 { &[Finding::Excess] } else { &[] };
        assert_eq!(cell.findings, expected, "cell {at}");
    }
}

#[test]
fn there_are_24_gaps_and_cfo_at_evaluation_is_the_largest() {
    let plan = northwind();
    let gaps = Ledger::new(&plan.architecture, as_of()).gaps(plan.journey, &Filter::default());
    assert_eq!(gaps.len(), 24, "34 applicable cells, 10 covered");
    let names: Vec<_> = gaps.iter().take(3).map(|gap| (&*gap.persona, &*gap.stage)).collect();
    // Both CFO cells weigh 5 × 1; Evaluation has more open must-needs. Then 4 × 1, of which CISO at
    // MQL alone has an open must-need.
    assert_eq!(names, [("CFO", "Evaluation"), ("CFO", "Proposal"), ("CISO", "MQL")]);
    assert!((gaps[0].relative - 100.0).abs() < 1e-9);
    assert!((gaps[2].relative - 80.0).abs() < 1e-9);
}

#[test]
fn what_the_drawing_offers_for_reuse_is_offered() {
    let plan = northwind();
    let ledger = Ledger::new(&plan.architecture, as_of());
    let found = ledger.candidates(plan.personas["CFO"], plan.stages["Evaluation"], 10);
    for (title, persona, stage, need) in [
        ("TCO worksheet for storage", "CFO", "Discovery", "How do we compare the total cost"),
        ("Consolidation business case, annotated", "VP Operations", "Evaluation", "Payback under"),
    ] {
        let one = found.iter().find(|one| one.asset.title == title).unwrap();
        assert_eq!((&*one.persona, &*one.stage), (persona, stage));
        let text = &plan.architecture.needs.get(one.need_ids[0]).unwrap().text;
        assert!(text.starts_with(need), "{title} matches {text}");
    }
}
