//! Triggers and needs over all their cells (METHOD.md).

use throughline_core::coverage::{Ledger, NeedInCell, NeedStatus};
use throughline_core::id::{EntityId, JourneyId, PersonaId, StageId, TriggerId};
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
    assert_eq!(standings[0].status, Some(NeedStatus::Open), "one open cell is asked first");

    // The dialogue with one persona: what is asked of all stands in it, with what is placed there.
    let dialogue = |persona| ledger.dialogue(persona, journey).unwrap().remove(0);
    let told = dialogue(ciso);
    assert_eq!((told.stage_id, told.applicable, told.lines.len()), (stage, true, 1));
    assert_eq!((told.lines[0].need_id, told.lines[0].status), (of_all, NeedStatus::Planned));
    let answers: Vec<_> = told.lines[0].answers.iter().map(|one| one.asset_id).collect();
    assert_eq!(answers, [draft]);
    assert_eq!(dialogue(champion).lines.len(), 2);
    assert_eq!((dialogue(user).applicable, dialogue(user).lines), (false, vec![]));
    assert_eq!(ledger.dialogue(cfo, JourneyId::from_uuid(stage.uuid())), None);
}

#[test]
fn what_sales_needs_is_no_part_of_the_buyer_dialogue() {
    let mut sketch = Sketch::new();
    let journey = sketch.journey("New business");
    let stages =
        ["Discovery", "Evaluation"].map(|name| sketch.stage(journey, name, Phase::Convert));
    let cfo = sketch.persona("CFO", 5);
    for (kind, text) in [
        (NeedKind::SalesNeed, "A one-pager"),
        (NeedKind::Objection, "Too dear"),
        (NeedKind::BuyerQuestion, "What does it cost?"),
    ] {
        sketch.add(NeedFields {
            stage_id: stages[1],
            persona_id: None,
            kind,
            text: text.to_owned(),
            importance: Importance::Should,
            author_id: None,
            answer_ids: vec![],
            declined: Some("Nobody asks".to_owned()).filter(|_| kind == NeedKind::Objection),
        });
    }
    let ledger = Ledger::new(&sketch.architecture, day(TODAY));
    let dialogue = ledger.dialogue(cfo, journey).unwrap();
    assert_eq!(dialogue.iter().map(|stage| stage.stage_id).collect::<Vec<_>>(), stages);
    let texts: Vec<_> = dialogue[1].lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(texts, ["Too dear", "What does it cost?"]);
    assert_eq!(dialogue[1].lines[0].declined.as_deref(), Some("Nobody asks"));
    assert_eq!(dialogue[0].lines, vec![]);
}
