//! What a rep reads before a call.

use super::cases::Cases;
use super::queue::{FollowUpRow, row};
use crate::demand::lead::{LeadEvent, lead};
use crate::demand::score::lead_score;
use crate::error::{Error, Result};
use crate::facts::FactKey;
use crate::facts::subject::Subject;
use crate::id::{AssetId, MemberId, StageId, TriggerId};
use crate::model::{Architecture, EventKind, Millis};
use crate::plan::Plan;
use serde::Serialize;
use ts_rs::TS;

/// Content that a lead asked for, and what a rep has to know of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BriefRequest {
    /// What it is called.
    pub title: String,
    /// The content of the plan that is meant.
    pub asset_id: Option<AssetId>,
    /// When it was asked for last.
    pub at: Millis,
    /// When a human opened it first after it was asked for first; `None` = nobody has.
    pub opened_at: Option<Millis>,
    /// What a rep must know to talk about it.
    pub takeaways: Vec<String>,
    /// Who has read them as they are now.
    pub read_by: Vec<MemberId>,
}

/// What a rep reads before a call, as far as facts tell.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FollowUpBrief {
    /// The lead with its clocks.
    pub lead: FollowUpRow,
    /// The time that clocks stand at.
    pub at: Millis,
    /// Whether they run.
    pub running: bool,
    /// What it asked for, the latest first.
    pub requests: Vec<BriefRequest>,
    /// The stage it is spoken to at: the recorded one, else the one that its content says, else the
    /// handoff.
    pub stage_id: Option<StageId>,
    /// The stage that is recorded of it.
    pub recorded: Option<StageId>,
    /// The stage that most of the content it engaged with is placed at.
    pub content_says: Option<StageId>,
    /// What may have set it off: the triggers of the content it asked for, else those of its persona.
    pub triggers: Vec<TriggerId>,
    /// Calls, mails and meetings of sales since the handoff, the latest first.
    pub touches: Vec<LeadEvent>,
}

/// The brief of a lead that was handed over.
pub fn brief(plan: &Plan, cases: &Cases, key: u32) -> Result<FollowUpBrief> {
    let view = plan.view();
    let theirs = cases.all.iter().filter(|case| case.key == FactKey(key));
    let case = theirs
        .max_by_key(|case| case.handed_at)
        .ok_or_else(|| Error::invalid("This lead has not been handed over to sales."))?;
    let chosen = plan.read_facts(1, |facts, sessions| {
        let key = case.key;
        facts.some(&mut *sessions[0], Subject::Lead, key.segment(), &[key.slot()])
    })?;
    let found = chosen.rows.first().ok_or_else(|| {
        Error::invalid("This lead is no longer here. Its import may have been taken back.")
    })?;
    let page = lead(plan, key)?;
    let score = lead_score(plan, key, None)?;
    let requests = requests(&view, &page.events);
    let handoff = view.stages.iter().find(|stage| stage.handoff).map(|stage| stage.id);
    let touched =
        |event: &&LeadEvent| event.kind == EventKind::SalesTouch && event.at.0 >= case.handed_at;
    Ok(FollowUpBrief {
        lead: row(case, found),
        at: Millis(cases.at),
        running: cases.running,
        triggers: triggers(&view, case.persona, &requests),
        requests,
        stage_id: score.recorded.or(score.content_says).or(handoff),
        recorded: score.recorded,
        content_says: score.content_says,
        touches: page.events.iter().filter(touched).cloned().collect(),
    })
}

/// What a lead asked for, each content once. `events` = what it did, the latest first.
fn requests(view: &Architecture, events: &[LeadEvent]) -> Vec<BriefRequest> {
    let mut requests: Vec<BriefRequest> = Vec::new();
    let same = |event: &LeadEvent, one: &BriefRequest| match (event.asset_id, one.asset_id) {
        (Some(a), Some(b)) => a == b,
        (None, None) => event.asset == one.title,
        _ => false,
    };
    let human = || events.iter().filter(|event| !event.machine);
    for event in human().filter(|event| event.kind == EventKind::Request) {
        if requests.iter().any(|one| same(event, one)) {
            continue;
        }
        let asset = event.asset_id.and_then(|id| view.asset(id));
        let mut request = BriefRequest {
            title: asset.map_or_else(|| event.asset.clone(), |asset| asset.title.clone()),
            asset_id: event.asset_id,
            at: event.at,
            opened_at: None,
            takeaways: asset.map(|asset| asset.takeaways.clone()).unwrap_or_default(),
            read_by: asset.map(|asset| view.readers(asset)).unwrap_or_default(),
        };
        // From the first request of it on, as the consumption gap counts.
        let of_it = |kind: EventKind| human().rev().filter(move |other| other.kind == kind);
        let asked = of_it(EventKind::Request)
            .find(|other| same(other, &request) || other.asset == event.asset);
        let asked = asked.map_or(event.at, |first| first.at);
        let opened = of_it(EventKind::Open).find(|other| {
            other.at >= asked && (same(other, &request) || other.asset == event.asset)
        });
        request.opened_at = opened.map(|open| open.at);
        requests.push(request);
    }
    requests
}

fn triggers(
    view: &Architecture,
    persona: Option<crate::id::PersonaId>,
    requests: &[BriefRequest],
) -> Vec<TriggerId> {
    let placed = requests
        .iter()
        .filter_map(|one| one.asset_id)
        .flat_map(|asset| view.index.placements_of(asset).filter_map(|id| view.placements.get(id)));
    let theirs = placed.filter(|one| persona.is_none_or(|persona| one.persona_id == persona));
    let mut triggers: Vec<TriggerId> =
        theirs.flat_map(|one| one.trigger_ids.iter().copied()).collect();
    if triggers.is_empty() {
        let of = |ids: &[crate::id::PersonaId]| persona.is_some_and(|id| ids.contains(&id));
        triggers =
            view.triggers.iter().filter(|one| of(&one.persona_ids)).map(|one| one.id).collect();
    }
    triggers.sort_unstable();
    triggers.dedup();
    triggers
}
