//! What changed between two states of the plan, as a member wants to hear it.

use super::{CellTurns, Few};
use crate::check::answers;
use crate::coverage::{Freshness, Ledger, NeedStatus, Standing, freshness};
use crate::id::{AssetId, MemberId, NeedId, PersonaId, PlacementId, StageId};
use crate::model::{
    Answer, Architecture, Asset, Importance, Need, Programme, Side, Status, Verdict,
};
use crate::review::{ProgrammeNews, programme_news};
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use ts_rs::TS;

/// What changed since a member's last visit.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct News {
    /// What became of this member's needs.
    pub my_needs: NeedNews,
    /// Needs that others have entered.
    pub new_needs: Few<NeedLine>,
    /// Deal checks that others have answered, sales first; a side without one is left out.
    pub answers: Vec<AnswerCount>,
    /// Placements on which the sides have come to differ.
    pub disagreements: usize,
    /// Cells whose state changed.
    pub cells: CellTurns,
    /// Content that came out.
    pub published: Few<AssetLine>,
    /// Content whose shelf life has passed.
    pub stale: Few<AssetLine>,
    /// Programmes with what others have noted, and those of which sales must know something new.
    pub programmes: Vec<ProgrammeNews>,
}

/// What became of somebody's needs, by what they are now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct NeedNews {
    /// Answered everywhere.
    pub answered: Vec<NeedLine>,
    /// A piece that will answer it is planned.
    pub planned: Vec<NeedLine>,
    /// Declined.
    pub declined: Vec<NeedLine>,
    /// Open again: its answer is stale or gone, or it is no longer declined.
    pub reopened: Vec<NeedLine>,
}

/// A need as news tell it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NeedLine {
    /// The need.
    pub need_id: NeedId,
    /// What is needed.
    pub text: String,
    /// How much.
    pub importance: Importance,
    /// Where.
    pub stage_id: StageId,
    /// For whom; `None` = for all.
    pub persona_id: Option<PersonaId>,
    /// Who asked for it.
    pub author_id: Option<MemberId>,
    /// The content that answers it, that of retired assets left out.
    pub answers: Vec<AssetLine>,
    /// Why it is declined.
    pub declined: Option<String>,
}

/// An asset by its title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AssetLine {
    /// The asset.
    pub id: AssetId,
    /// Its title.
    pub title: String,
}

/// Deal checks that a side answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AnswerCount {
    /// The side.
    pub side: Side,
    /// Yes.
    pub yes: u32,
    /// Partly.
    pub partly: u32,
    /// No.
    pub no: u32,
    /// Unsure.
    pub unsure: u32,
}

impl News {
    /// What a member should hear of what changed between two states of the plan. What they did
    /// themselves is left out where it can be told apart.
    pub fn between(then: &Ledger, now: &Ledger, member: MemberId) -> Self {
        let given = answers_since(then.architecture(), now.architecture(), member);
        let assets = || now.architecture().assets.iter();
        let came_out = |asset: &&Arc<Asset>| {
            let was_out = freshness_of(then, asset.id).is_some_and(|then| then.is_published());
            !was_out && freshness_of(now, asset.id).is_some_and(|now| now.is_live())
        };
        let got_stale = |asset: &&Arc<Asset>| {
            let was_live = freshness_of(then, asset.id).is_some_and(|then| then.is_live());
            let is = freshness_of(now, asset.id).map(|now| now.standing);
            was_live && is == Some(Standing::Stale)
        };
        Self {
            my_needs: NeedNews::of(then, now, member),
            new_needs: new_needs(then, now, member),
            answers: count(&given),
            disagreements: new_disagreements(then.architecture(), now.architecture(), &given),
            cells: CellTurns::between(then, now),
            published: assets().filter(came_out).map(AssetLine::of).collect(),
            stale: assets().filter(got_stale).map(AssetLine::of).collect(),
            programmes: programmes(then.architecture(), now.architecture(), member),
        }
    }
}

fn programmes(then: &Architecture, now: &Architecture, member: MemberId) -> Vec<ProgrammeNews> {
    let told = |programme: &Programme| {
        let before = then.programmes.get(programme.id).map(|before| before.for_sales.as_str());
        let by_other = programme.stamp.updated_by != Some(member);
        by_other
            && before.unwrap_or_default() != programme.for_sales
            && !programme.for_sales.is_empty()
    };
    programme_news(now, told, |note| {
        !then.programme_notes.has(note.id) && note.author_id != Some(member)
    })
}

fn freshness_of(ledger: &Ledger, asset: AssetId) -> Option<Freshness> {
    let plan = ledger.architecture();
    Some(freshness(plan, plan.asset(asset)?, ledger.as_of()))
}

impl AssetLine {
    pub(super) fn of(asset: &Arc<Asset>) -> Self {
        Self { id: asset.id, title: asset.title.clone() }
    }
}

impl NeedNews {
    fn of(then: &Ledger, now: &Ledger, author: MemberId) -> Self {
        let before: HashMap<NeedId, NeedStatus> = then.need_statuses().collect();
        let needs = &now.architecture().needs;
        let mut news = Self::default();
        for (id, status) in now.need_statuses() {
            let Some(need) = needs.get(id).filter(|need| need.author_id == Some(author)) else {
                continue;
            };
            if before.get(&id).copied().unwrap_or(NeedStatus::Open) == status {
                continue;
            }
            let list = match status {
                NeedStatus::Answered => &mut news.answered,
                NeedStatus::Planned => &mut news.planned,
                NeedStatus::Declined => &mut news.declined,
                NeedStatus::Open => &mut news.reopened,
            };
            list.push(need_line(now.architecture(), need));
        }
        news
    }
}

fn new_needs(then: &Ledger, now: &Ledger, member: MemberId) -> Few<NeedLine> {
    let plan = now.architecture();
    let is_new = |need: &&Arc<Need>| {
        !then.architecture().needs.has(need.id) && need.author_id != Some(member)
    };
    plan.needs.iter().filter(is_new).map(|need| need_line(plan, need)).collect()
}

fn need_line(plan: &Architecture, need: &Need) -> NeedLine {
    let answers = need.answer_ids.iter().filter_map(|id| plan.asset(*id));
    let in_use = answers.filter(|asset| asset.status != Status::Retired);
    NeedLine {
        need_id: need.id,
        text: need.text.clone(),
        importance: need.importance,
        stage_id: need.stage_id,
        persona_id: need.persona_id,
        author_id: need.author_id,
        answers: in_use.map(AssetLine::of).collect(),
        declined: need.declined.clone(),
    }
}

/// Answers that are new and that somebody else entered.
fn answers_since<'a>(
    then: &Architecture,
    now: &'a Architecture,
    member: MemberId,
) -> Vec<&'a Verdict> {
    let verdicts = now.verdicts.iter().map(AsRef::as_ref);
    verdicts.filter(|one| !then.verdicts.has(one.id) && one.entered_by != member).collect()
}

fn count(given: &[&Verdict]) -> Vec<AnswerCount> {
    let sides = [Side::Sales, Side::Marketing].into_iter().map(|side| {
        let mut count = AnswerCount { side, yes: 0, partly: 0, no: 0, unsure: 0 };
        for verdict in given.iter().filter(|verdict| verdict.side == side) {
            *match verdict.answer {
                Answer::Yes => &mut count.yes,
                Answer::Partly => &mut count.partly,
                Answer::No => &mut count.no,
                Answer::Unsure => &mut count.unsure,
            } += 1;
        }
        count
    });
    sides.filter(|count| count.yes + count.partly + count.no + count.unsure > 0).collect()
}

/// Only a new answer makes the sides differ where they did not.
fn new_disagreements(then: &Architecture, now: &Architecture, given: &[&Verdict]) -> usize {
    let asked: BTreeSet<PlacementId> = given.iter().map(|verdict| verdict.placement_id).collect();
    let differ = |plan, id| answers(plan, id).disagree();
    asked.into_iter().filter(|id| differ(now, *id) && !differ(then, *id)).count()
}
