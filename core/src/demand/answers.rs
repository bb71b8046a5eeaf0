//! What sales answered, lead by lead.
//!
//! An answer names its lead by a number. It counts from when it was given, no later than the newest
//! time in the files: what is known of leads is known as of then, and an answer given since is known
//! too. A stage that a later file, or a later move, tells of goes before it (METHOD.md, "Handoff").

use super::stamps::{newest, versions};
use crate::error::Result;
use crate::facts::FactKey;
use crate::facts::event::{Event, Events};
use crate::facts::field::LeadField;
use crate::facts::subject::Subject;
use crate::id::{LeadAnswerId, StageId};
use crate::import::facts::StageNames;
use crate::model::{
    Architecture, EventKind, LeadAnswer, Millis, SalesAnswer, Side, TurnBackReason, lead_number,
};
use crate::plan::Plan;
use crate::plan::facts::OneRow;
use crate::scoring::{Answer, Decision};
use std::collections::HashMap;

/// Which way of telling answers they were kept by: counted up when it changes.
const WAY: u32 = 1;

/// What sales answered about one lead, the first first.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    /// As the walk through a lead's states takes it.
    pub(super) decisions: Vec<Decision>,
    /// The answers; not those that came with a file.
    pub(super) answers: Vec<LeadAnswerId>,
}

/// What sales answered, by lead.
#[derive(Clone, Debug, Default)]
pub(super) struct Answers {
    by_lead: HashMap<FactKey, Said>,
}

/// A lead with its answers, and the stage a later file told, as it is kept.
type Kept = Vec<(u32, Vec<LeadAnswerId>, Option<(i64, bool)>)>;

impl Answers {
    /// The answers in a plan about leads that are there.
    pub(super) fn of(plan: &Plan) -> Result<Self> {
        let view = plan.view();
        if view.lead_answers.is_empty() {
            return Ok(Self::default());
        }
        let (answers, stages) = (versions(&view.lead_answers), versions(&view.stages));
        let facts = plan.facts_stamp(&view)?;
        let stamp = format!("{WAY} {facts} {answers} {stages}");
        let kept = plan.kept_figure("answers", &stamp)?;
        if let Some(kept) = kept.and_then(|kept| serde_json::from_str(&kept).ok()) {
            return Ok(Self::told(&view, kept));
        }
        let found = found(plan, &view)?;
        plan.keep_figure("answers", &stamp, serde_json::to_string(&found).unwrap_or_default());
        Ok(Self::told(&view, found))
    }

    fn told(view: &Architecture, kept: Kept) -> Self {
        let newest = newest(view).map_or(i64::MAX, |at| at.0);
        let mut by_lead = HashMap::new();
        for (key, answers, file) in kept {
            let of = |id: &LeadAnswerId| view.lead_answers.get(*id);
            let mut decisions: Vec<Decision> =
                answers.iter().filter_map(of).map(|one| decision(one, newest)).collect();
            decisions.extend(file.map(|(at, with_sales)| Decision {
                at,
                answer: if with_sales { Answer::Accepted } else { Answer::TurnedBack },
            }));
            by_lead.insert(FactKey(key), Said { decisions, answers });
        }
        Self { by_lead }
    }

    /// What sales answered about a lead.
    pub(super) fn about(&self, key: FactKey) -> Option<&Said> {
        self.by_lead.get(&key)
    }

    /// The last answer about a lead by a time. One that was given after the newest time in the files
    /// counts as of then.
    pub(super) fn last<'p>(
        &self,
        plan: &'p Architecture,
        key: FactKey,
        at: Millis,
    ) -> Option<&'p LeadAnswer> {
        let newest = newest(plan).unwrap_or(Millis(i64::MAX));
        let said = self.by_lead.get(&key)?;
        let answers = said.answers.iter().filter_map(|id| plan.lead_answers.get(*id));
        let mut given = answers.rev().filter(|answer| answer.answered_at.min(newest) <= at);
        given.next().map(|answer| &**answer)
    }

    /// The leads that sales turned back for a reason at the last, by a time, in the order of their
    /// numbers.
    pub(super) fn turned_back(
        &self,
        plan: &Architecture,
        reason: TurnBackReason,
        at: Millis,
    ) -> Vec<FactKey> {
        let is =
            |key: &FactKey| self.last(plan, *key, at).and_then(|one| one.reason) == Some(reason);
        let mut keys: Vec<FactKey> = self.by_lead.keys().copied().filter(is).collect();
        keys.sort_unstable();
        keys
    }

    /// Whether sales accepted a lead at the last; `None` = it did not answer.
    pub(super) fn accepted(&self, key: FactKey) -> Option<bool> {
        let last = self.by_lead.get(&key)?.decisions.last()?;
        Some(last.answer == Answer::Accepted)
    }

    /// That as the walk through a lead's states takes it.
    pub(super) fn decisions(&self, key: FactKey) -> &[Decision] {
        self.by_lead.get(&key).map_or(&[], |said| &said.decisions)
    }
}

fn decision(answer: &LeadAnswer, newest: i64) -> Decision {
    let told = match answer.reason {
        None if answer.answer == SalesAnswer::Accepted => Answer::Accepted,
        Some(reason) if TurnBackReason::excludes(reason) => Answer::Excluded,
        _ => Answer::TurnedBack,
    };
    Decision { at: answer.answered_at.0.min(newest), answer: told }
}

/// Looks up the leads that answers are about, and what later files tell of them.
fn found(plan: &Plan, view: &Architecture) -> Result<Kept> {
    let mut answers: Vec<_> = view.lead_answers.iter().cloned().collect();
    answers.sort_by_key(|answer| (answer.answered_at, answer.id));
    let numbers: Vec<u64> =
        answers.iter().map(|one| lead_number(&one.lead).unwrap_or_default()).collect();
    let names = StageNames::of(view);
    plan.read_facts(1, |facts, sessions| {
        let keys = facts.find(&mut *sessions[0], Subject::Lead, &numbers)?;
        let mut by_segment: HashMap<u32, HashMap<u16, Vec<&LeadAnswer>>> = HashMap::new();
        for (key, answer) in keys.into_iter().zip(&answers) {
            let Some(key) = key else { continue };
            let slots = by_segment.entry(key.segment()).or_default();
            slots.entry(key.slot()).or_default().push(answer);
        }
        let mut kept = Kept::new();
        for (segment, by_slot) in by_segment {
            let mut slots: Vec<u16> = by_slot.keys().copied().collect();
            slots.sort_unstable();
            let chosen = facts.some(&mut *sessions[0], Subject::Lead, segment, &slots)?;
            for row in &chosen.rows {
                let theirs = &by_slot[&row.slot];
                let file = later(view, &names, row, &chosen.events, theirs);
                let ids = theirs.iter().map(|answer| answer.id).collect();
                kept.push((FactKey::at(segment, row.slot).0, ids, file));
            }
        }
        kept.sort_unstable_by_key(|one| one.0);
        Ok(kept)
    })
}

/// Whether a file or a move after the last answer tells that the lead is with the other side, and
/// when. A stage that is older than the answer never moves a lead.
fn later(
    view: &Architecture,
    names: &StageNames,
    row: &OneRow,
    events: &[Events],
    answers: &[&LeadAnswer],
) -> Option<(i64, bool)> {
    let last = answers.last()?;
    let moved = |event: &Event<'_>| event.slot == row.slot && event.kind == EventKind::Move;
    let moves = events.iter().flat_map(Events::iter).filter(moved);
    let moves = moves.map(|event| (Millis(event.at), event.asset));
    let told = row.told_at(LeadField::Stage).map(|at| (at, row.get(LeadField::Stage)));
    let (at, stage) = latest_stage(names, moves, told)?;
    let with_sales = view.stages.get(stage)?.owner == Side::Sales;
    let was_with_sales = last.answer == SalesAnswer::Accepted;
    (at > last.answered_at && with_sales != was_with_sales).then_some((at.0, with_sales))
}

/// The stage that a lead's files told last, and when: by a move, or by what a newer file says. `told`
/// = what files say it is in, and as of when.
pub(super) fn latest_stage<'t>(
    names: &StageNames,
    moves: impl Iterator<Item = (Millis, &'t str)>,
    told: Option<(Millis, &str)>,
) -> Option<(Millis, StageId)> {
    let moves = moves.filter_map(|(at, name)| Some((at, names.get(name)?)));
    let told = told.and_then(|(at, name)| Some((at, names.get(name)?)));
    // Of a move and a file of one time the move is the surer.
    moves.chain(told).fold(None, |latest, one| match latest {
        Some((at, _)) if at >= one.0 => latest,
        _ => Some(one),
    })
}

/// The stage that a lead is in once an answer of sales counts that is newer than what files told: one
/// that was accepted is past the handoff, one that was turned back before it.
pub(super) fn answered_stage(
    view: &Architecture,
    told: Option<(Millis, StageId)>,
    answer: Option<&LeadAnswer>,
) -> Option<StageId> {
    let stage = told.map(|(_, stage)| stage);
    let newer = |answer: &&LeadAnswer| told.is_none_or(|(at, _)| at <= answer.answered_at);
    let Some(answer) = answer.filter(newer) else { return stage };
    let journey = stage.and_then(|id| view.stages.get(id)).map(|stage| stage.journey_id);
    let journeys = view.journeys.in_order();
    let journey = journey.or_else(|| journeys.first().map(|journey| journey.id))?;
    let stages = view.stages_of(journey);
    let with_sales =
        stage.and_then(|id| view.stages.get(id)).is_some_and(|one| one.owner == Side::Sales);
    let accepted = answer.answer == SalesAnswer::Accepted;
    if with_sales == accepted && stage.is_some() {
        return stage;
    }
    let handoff = stages.iter().position(|stage| stage.handoff);
    let handoff = handoff.or_else(|| stages.iter().position(|stage| stage.owner == Side::Sales));
    let wanted = if accepted { handoff } else { handoff.and_then(|at| at.checked_sub(1)) };
    wanted.map(|at| stages[at].id).or(stage)
}
