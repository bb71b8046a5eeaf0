//! What made a lead hot, as the queue and the brief tell it.

use std::collections::BTreeMap;

use throughline_core::demand::{FollowUpList, brief, cases};
use throughline_core::model::EventKind;

use crate::handoff::{answer, at, key, names, now, page, workspace};
use crate::leads::bring_in;

#[test]
fn the_queue_tells_what_a_hot_lead_asked_for() {
    let workspace = workspace();
    let plan = &workspace.plan;
    // Gus is warm since Thursday; he asks for a quote, then for a call. A machine asked for Bo's demo.
    bring_in(
        plan,
        "Email,Activity Type,Activity Date,Is Bot Activity\n\
         gus@gum.example,Quote,2026-03-20 10:00:00,\n\
         gus@gum.example,Contact us,2026-03-20 11:00:00,\n\
         bo@basil.example,Demo,2026-03-20 10:00:00,yes\n",
    );
    let handed = cases(plan, now()).unwrap();
    let queue = page(plan, &handed, FollowUpList::ToAnswer);
    let asks: BTreeMap<_, _> = names(&queue)
        .into_iter()
        .zip(queue.rows.iter().map(|row| row.hot_ask.map(|ask| (ask.kind, ask.at))))
        .collect();
    let expected = [
        ("bo", None),
        ("cy", Some((EventKind::DemoRequest, at("2026-03-11T00:00:00Z")))),
        ("gus", Some((EventKind::QuoteRequest, at("2026-03-20T10:00:00Z")))),
    ];
    assert_eq!(asks, BTreeMap::from(expected));
    let gus = brief(plan, &handed, key(plan, "gus")).unwrap().lead;
    assert_eq!(gus.hot_ask.map(|ask| ask.kind), Some(EventKind::QuoteRequest));
    let told = queue.in_words();
    let told: Vec<_> = told.lines().filter(|line| line.starts_with("hot")).collect();
    assert_eq!(told.len(), 2);
    assert!(told[0].ends_with("cy@cedar.example, asked for a demo 2026-03-11 00:00"), "{told:?}");
    assert!(told[1].ends_with("gus@gum.example, asked for a quote 2026-03-20 10:00"), "{told:?}");
    // An answer takes nothing of that away.
    answer(plan, "gus", None, at("2026-03-20T12:00:00Z"));
    let answered = cases(plan, now()).unwrap();
    let accepted = page(plan, &answered, FollowUpList::ToCall);
    assert_eq!(accepted.rows[0].hot_ask, gus.hot_ask);
}
