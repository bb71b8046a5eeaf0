//! Files of facts from their bytes to the queue of sales, and the bytes that facts are kept in.

use std::ops::ControlFlow;
use std::sync::Arc;
use throughline_core::demand::{
    FollowUpQuery, LeadQuery, LeadSort, cases, follow_ups, lead, lead_score, order, window,
};
use throughline_core::error::{Error, Result};
use throughline_core::facts::SEGMENT;
use throughline_core::facts::event::{EventChunk, Events};
use throughline_core::facts::patch::Patch;
use throughline_core::facts::texts::{Texts, read_times, text_at};
use throughline_core::import::Reader;
use throughline_core::import::facts::{FactInput, FactSource, import, preview, with_told_columns};
use throughline_core::model::Millis;
use throughline_core::plan::{By, Plan, Preset, Setup, undo};

const BY: By = By { member: None, at: Millis(1_790_000_000_000) };
/// So many leads are looked at one by one.
const LOOKED_AT: usize = 5;

fn plan() -> Result<Plan> {
    let setup = Setup {
        name: "Northwind Robotics".to_owned(),
        currency: "EUR".to_owned(),
        time_zone: "Europe/Berlin".to_owned(),
        member: "Ada".to_owned(),
        preset: Preset::Default,
    };
    Plan::in_memory(BY, setup)
}

/// A file of facts is taken in or refused in words; the second time it says nothing new; undo takes
/// all of it back.
pub fn facts(bytes: &[u8]) {
    let go_on = |_, _| ControlFlow::Continue(());
    let workbooks = || Err(Error::invalid("Workbooks are read by another target."));
    let reader = Reader { workbooks: &workbooks, progress: &go_on };
    let input = FactInput::Bytes(Arc::new(bytes.to_vec()));
    let Ok(source) = FactSource::open("facts.csv".into(), input, None, &reader) else { return };
    let plan = plan().expect("an empty plan");
    let _ = preview(&source, None, &plan.view());
    let Ok(mapping) = with_told_columns(&source, &[], &plan.view()) else { return };
    if import(&plan, BY, &source, &mapping, &go_on).is_err() {
        return;
    }
    look(&plan);
    let again = import(&plan, BY, &source, &mapping, &go_on).expect("what was taken in once");
    assert_eq!((again.value.tally.added, again.value.tally.events), (0, 0), "it came twice");
    // What says nothing new is no change.
    while undo::undo(&plan, BY).is_ok() {}
    assert_eq!(plan.view().batches.len(), 0, "a file is left");
    assert_eq!(listed(&plan).leads, 0, "leads are left");
}

fn listed(plan: &Plan) -> throughline_core::demand::LeadList {
    let query = LeadQuery { sort: Some(LeadSort::Score), ..LeadQuery::default() };
    let order = order(plan, &query).expect("leads in order");
    window(plan, &query, &order).expect("the leads")
}

/// Everything that is worked out of facts is, whatever they say.
fn look(plan: &Plan) {
    for row in listed(plan).rows.iter().take(LOOKED_AT) {
        lead(plan, row.key).expect("a lead");
        let score = lead_score(plan, row.key, None).expect("its score");
        assert!((score.score - row.score).abs() < 1e-6, "{} {}", score.score, row.score);
    }
    let cases = cases(plan, BY.at).expect("the leads handed over");
    follow_ups(plan, &cases, &FollowUpQuery::default()).expect("the queue");
}

/// The bytes that facts are kept in are read, or named as damaged. The first two bytes tell how many
/// rows there are said to be; a byte of all ones parts the columns of events.
pub fn columns(bytes: &[u8]) {
    let Some(([low, high], bytes)) = bytes.split_first_chunk::<2>() else { return };
    let rows = usize::from(u16::from_le_bytes([*low, *high])) % (SEGMENT as usize + 1);
    if let Ok(texts) = Texts::read(bytes, rows) {
        for row in 0..rows {
            assert_eq!(
                text_at(bytes, rows, row).expect("a text of a sound column"),
                texts.get(row)
            );
        }
    }
    let _ = read_times(bytes, rows);
    if let Ok(patch) = Patch::read(bytes) {
        let again = Patch::read(&patch.write()).expect("what was written");
        assert_eq!(again.slots().collect::<Vec<_>>(), patch.slots().collect::<Vec<_>>());
    }
    let mut parts = bytes.splitn(7, |byte| *byte == 0xFF).map(<[u8]>::to_vec);
    let mut part = || parts.next().unwrap_or_default();
    let chunk = EventChunk {
        size: rows,
        slots: part(),
        times: part(),
        kinds: part(),
        assets: part(),
        channels: part(),
        campaigns: part(),
        marks: part(),
    };
    if let Ok(events) = Events::read(chunk) {
        assert_eq!(events.iter().count(), rows);
    }
}
