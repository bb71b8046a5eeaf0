//! What content does at its stages, of visits counted by hand.

use std::fmt::Write as _;

use throughline_core::demand::effects;
use throughline_core::effect::VisitSide;
use throughline_core::id::EntityKind;
use throughline_core::model::{AssetFields, DecisionRole, PersonaFields, PlacementFields, Status};
use throughline_core::plan::{Op, Verb};

use crate::leads::{Workspace, bring_in};
use crate::northwind::BY;

/// How many leads, the day on which they looked at the guide, on which they left MQL, and where to. They
/// all came to MQL on 1 March.
const COURSES: [(usize, Option<u32>, u32, &str); 7] = [
    (24, Some(2), 11, "SAL"),
    (6, Some(2), 13, "Lost"),
    (16, None, 11, "SAL"),
    (24, None, 13, "Lost"),
    // They left before ten days were over: they had no time to look at anything.
    (5, Some(2), 3, "SAL"),
    // They looked at it after that.
    (10, Some(12), 13, "SAL"),
    // They are still there.
    (9, Some(2), 0, ""),
];

fn files() -> [String; 2] {
    let mut moves = "Email,New Stage,Edit Date\n".to_owned();
    let mut acts = "Email,Activity Type,Activity Date,Content\n".to_owned();
    for (kind, (leads, looked, left, onto)) in COURSES.iter().enumerate() {
        for lead in 0..*leads {
            let email = format!("{kind}.{lead}@acme.example");
            writeln!(moves, "{email},MQL,2026-03-01").unwrap();
            if !onto.is_empty() {
                writeln!(moves, "{email},{onto},2026-03-{left:02}").unwrap();
            }
            if let Some(day) = looked {
                writeln!(acts, "{email},View,2026-03-{day:02},Guide").unwrap();
            }
        }
    }
    acts.push_str("z@acme.example,View,2026-03-31,Page\n");
    [moves, acts]
}

/// Of those that went on, forty stayed ten days, five two and ten twelve: the median is ten. Looked at
/// then, 30 visits had a touch, and 24 of them went on; 50 had none, and 26 went on.
#[test]
fn visits_with_a_touch_by_the_median_are_held_against_those_without() {
    let workspace = Workspace::new();
    let plan = &workspace.plan;
    for file in files() {
        assert_eq!(bring_in(plan, &file).rejected_count, 0);
    }
    assert!(effects(plan).unwrap().is_empty(), "nothing is placed");
    let stages = plan.view().stages.clone();
    let stage = |name: &str| stages.iter().find(|one| one.name == name).unwrap().id;
    let op = Op::one(Verb::Create, EntityKind::Asset, "Guide");
    plan.transact(BY, op, |tx| {
        let guide = tx.create(AssetFields::titled("Guide", Status::Published))?.id;
        let other = tx.create(AssetFields::titled("Nobody's", Status::Published))?.id;
        let persona = tx.create(PersonaFields::named("CFO", DecisionRole::EconomicBuyer, 5))?.id;
        for (asset, at) in [(guide, "MQL"), (guide, "Discovery"), (other, "MQL")] {
            tx.create(PlacementFields::at(asset, persona, stage(at)))?;
        }
        Ok(())
    })
    .unwrap();
    let told = effects(plan).unwrap();
    let title = |one: &throughline_core::demand::MeasuredEffect| {
        plan.view().assets.get(one.asset_id).unwrap().title.clone()
    };
    assert_eq!(told.len(), 2, "no deal was ever at Discovery");
    let guide = told.iter().find(|one| title(one) == "Guide").unwrap();
    assert_eq!(guide.stage_id, stage("MQL"));
    let effect = guide.effect;
    assert_eq!(effect.with, VisitSide { n: 30, advanced: 24 });
    assert_eq!(effect.without, VisitSide { n: 50, advanced: 26 });
    assert!((effect.difference.unwrap() - 0.28).abs() < 1e-12);
    // By the textbook's form of Wilson's interval, in another language.
    let [low, high] = effect.interval.unwrap();
    assert!((low - 0.062_329_890_663_652).abs() < 1e-9, "{low}");
    assert!((high - 0.450_902_253_136_526).abs() < 1e-9, "{high}");
    assert!(!effect.could_be_luck);
    let other = told.iter().find(|one| title(one) == "Nobody's").unwrap().effect;
    assert_eq!((other.with.n, other.without.n, other.difference), (0, 80, None));
    assert_eq!(effects(plan).unwrap(), told, "read again");
}
