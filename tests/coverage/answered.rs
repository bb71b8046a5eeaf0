//! Triggers and needs over all their cells (METHOD.md).

use throughline_core::coverage::{Ledger, NeedInCell, NeedStatus};
use throughline_core::id::{PersonaId, StageId, TriggerId};
use throughline_core::model::{
    ExclusionFields, Importance, NeedFields, NeedKind, Phase, PlacementFields, Status,
    TriggerFields,
};
use throughline_tests::fixture::{Sketch, day};

const TODAY: &str = "2026-09-01";

fn answering(sketch: &mut Sketch, at: (PersonaId, StageId), status: Status, trigger: TriggerId) {
    let asset = sketch.asset("Piece", status);
    sketch.add(PlacementFields {
        trigger_ids: vec![trigger],
        ..PlacementFields::at(asset, at.0, at.1)
    });
}

#[test]
fn a_trigger_is_answered_in_engage_alone_and_persona_by_persona() {
    let mut sketch = Sketch::new();
    let journey = sketch.journey("New business");
    let inquiry = sketch.stage(journey, "Inquiry", Phase::Engage);
    let proposal = sketch.stage(journey, "Proposal", Phase::Convert);
    let (cfo, ciso) = (sketch.persona("CFO", 5), sketch.persona("CISO", 4));
    let moves = |name: &str| TriggerFields { name: name.to_owned(), ..TriggerFields::default() };
    let audit = sketch.add(TriggerFields { persona_ids: vec![cfo, ciso], ..moves("Audit") });
    let merger = sketch.add(TriggerFields { persona_ids: vec![cfo], ..moves("Merger") });
    answering(&mut sketch, (cfo, inquiry), Status::Published, audit);
    answering(&mut sketch, (cfo, inquiry), Status::Idea, audit);
    answering(&mut sketch, (ciso, inquiry), Status::Retired, audit);
    answering(&mut sketch, (cfo, proposal), Status::Published, merger);

    let answers = Ledger::new(&sketch.architecture, day(TODAY)).trigger_answers();
    let seen: Vec<_> =
        answers.iter().map(|one| (one.trigger_id, one.placements, &one.unanswered_by)).collect();
    assert_eq!(seen, [(audit, 2, &vec![ciso]), (merger, 0, &vec![cfo])]);
}

#[test]
fn a_need_of_all_stands_by_itself_in_every_cell_that_applies() {
    let mut sketch = Sketch::new();
    let journey = sketch.journey("New business");
    let stage = sketch.stage(journey, "Evaluation", Phase::Convert);
    let elsewhere = sketch.journey("Retention");
    let renewal = sketch.stage(elsewhere, "Renewal", Phase::Convert);
    let personas = ["CFO", "CISO", "Champion", "End user"].map(|name| sketch.persona(name, 3));
    let [cfo, ciso, champion, user] = personas;
    let asset = sketch.asset("Proof", Status::Published);
    let draft = sketch.asset("Draft", Status::InProduction);
    sketch.place(asset, cfo, stage);
    sketch.place(draft, ciso, stage);
    let need = |stage_id, persona_id| NeedFields {
        stage_id,
        persona_id,
        kind: NeedKind::BuyerQuestion,
        text: "Is it proven?".to_owned(),
        importance: Importance::Must,
        author_id: None,
        answer_ids: vec![asset, draft],
        declined: None,
    };
    let of_all = sketch.add(need(stage, None));
    let of_one = sketch.add(need(stage, Some(champion)));
    sketch.add(need(renewal, None));
    sketch.add(ExclusionFields {
        persona_id: user,
        stage_id: stage,
        reason: "not asked".to_owned(),
    });

    let ledger = Ledger::new(&sketch.architecture, day(TODAY));
    let standings = ledger.need_standings(journey).unwrap();
    let cell = |persona_id, status| NeedInCell { persona_id, status };
    assert_eq!(standings.len(), 2);
    assert_eq!(standings[0].need_id, of_all);
    assert_eq!(
        standings[0].cells,
        [
            cell(cfo, NeedStatus::Answered),
            cell(ciso, NeedStatus::Planned),
            cell(champion, NeedStatus::Open),
        ]
    );
    assert_eq!((standings[1].need_id, standings[1].cells.len()), (of_one, 1));
}
