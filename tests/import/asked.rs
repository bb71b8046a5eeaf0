//! In what order deal checks are asked where it is known how much money waits.

use throughline_core::coverage::Question;
use throughline_core::id::EntityKind;
use throughline_core::model::{AssetFields, PlacementFields, Side, Status};
use throughline_core::plan::{Op, Verb};

use crate::northwind::BY;
use crate::prices::{ledger, workspace};

#[test]
fn deal_checks_are_asked_where_the_most_money_waits_and_say_what_a_yes_adds() {
    let workspace = workspace();
    let view = workspace.plan.view();
    let inquiry = view.stages_of(view.journeys.in_order()[0].id)[0].id;
    let op = Op::one(Verb::Create, EntityKind::Asset, "");
    let placed = workspace.plan.transact(BY, op, |tx| {
        let (title, status) = ("Checklist".to_owned(), Status::Published);
        let asset = tx.create(AssetFields { title, status, ..AssetFields::default() })?.id;
        for persona in view.personas.iter() {
            tx.create(PlacementFields::at(asset, persona.id, inquiry))?;
        }
        Ok(())
    });
    placed.unwrap();
    let asked = ledger(&workspace.plan).0.questions(Side::Sales);
    let told = |one: &Question| (one.adds, one.waits.as_ref().unwrap().minor);
    // Unproven → thin, as it is placed for both: 3 × ½ × 550 € of the CISO before 5 × ½ × 250 €.
    assert_eq!(asked.iter().map(told).collect::<Vec<_>>(), [(1.5, 55_000), (2.5, 25_000)]);
}
