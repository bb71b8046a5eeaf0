//! Triage: the deal checks to ask a side, and where the sides disagree.

use super::Context;
use super::check::side_of;
use crate::check::DealCheck;
use crate::coverage::{Ask, Question, QuestionGroup, groups};
use crate::demand::{self, MeasuredEffect};
use crate::effect::Effect;
use crate::error::Result;
use crate::id::{AssetId, MemberId, PersonaId, PlacementId, StageId};
use crate::model::{Answer, Architecture, Status};
use crate::review::{Disagreement, disagreement, disagreements as disagreed, in_order};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use ts_rs::TS;

/// The deal checks to ask a side, unchecked first, of these what flips a cell.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Queue {
    /// How many questions; 200 unless given.
    pub limit: Option<usize>,
    /// How many groups; none unless given.
    pub groups: Option<usize>,
    /// Asks the side of this member; the speaker's side unless given.
    pub member_id: Option<MemberId>,
    /// Only about this persona.
    pub persona_id: Option<PersonaId>,
    /// Only about this stage.
    pub stage_id: Option<StageId>,
    /// Only what is asked for this reason.
    pub ask: Option<Ask>,
}

impl Queue {
    fn takes(&self, question: &Question) -> bool {
        self.persona_id.is_none_or(|id| question.persona_id == id)
            && self.stage_id.is_none_or(|id| question.stage_id == id)
            && self.ask.is_none_or(|ask| question.ask == ask)
    }
}

/// Deal checks to ask.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Questions {
    /// How many there are in all.
    pub total: usize,
    /// The first ones.
    pub first: Vec<Asked>,
    /// How many groups they fall into; 0 where groups were not asked for.
    pub group_total: usize,
    /// The first groups, each of which may get one answer.
    pub groups: Vec<QuestionGroup>,
    /// Where nothing is left to ask: the day on which the first answer is old enough to be asked
    /// for again.
    pub again_on: Option<NaiveDate>,
}

/// A question with the title of what it is about.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Asked {
    /// The question.
    #[serde(flatten)]
    pub question: Question,
    /// The asset's title.
    pub title: String,
}

/// The deal checks to ask a side.
pub(super) fn questions(context: Context<'_>, request: Queue) -> Result<Questions> {
    let view = context.view()?;
    let side = side_of(&context, request.member_id)?;
    let mut questions = context.coverage(None, |ledger| ledger.questions(side))?;
    questions.retain(|question| request.takes(question));
    let total = questions.len();
    let mut groups = if request.groups.is_some() { groups(&questions) } else { Vec::new() };
    let group_total = groups.len();
    groups.truncate(request.groups.unwrap_or_default());
    questions.truncate(request.limit.unwrap_or(200));
    let again_on = if total == 0 {
        context.coverage(None, |ledger| ledger.asks_again_on(side))?
    } else {
        None
    };
    let first = questions.into_iter().map(|question| asked(&view, question)).collect();
    Ok(Questions { total, first, group_total, groups, again_on })
}

fn asked(view: &Architecture, question: Question) -> Asked {
    Asked { title: title(view, question.asset_id), question }
}

fn title(view: &Architecture, asset: AssetId) -> String {
    view.assets.get(asset).map(|asset| asset.title.clone()).unwrap_or_default()
}

/// What each piece does at each stage at which it is placed, as far as visits tell.
pub(super) fn effects(
    context: Context<'_>,
    _: super::edit::Nothing,
) -> Result<Vec<MeasuredEffect>> {
    demand::effects(&context.open()?.plan)
}

/// A placement on which marketing, sales and what was measured do not agree.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeasuredDisagreement {
    /// The placement with both answers.
    #[serde(flatten)]
    pub disagreement: Disagreement,
    /// What the content does at the stage; `None` = nothing is known of visits there.
    pub effect: Option<Effect>,
    /// Whether what was measured says the opposite of the verdict that counts, and it is not luck.
    pub against_verdict: bool,
}

/// Every placement in use on which both sides differ, or what was measured says the opposite of the
/// verdict that counts.
pub(super) fn measured(
    context: Context<'_>,
    _: super::edit::Nothing,
) -> Result<Vec<MeasuredDisagreement>> {
    let (view, sides) = (context.view()?, context.coverage(None, disagreed)?);
    let effects = effects(context, super::edit::Nothing {})?;
    let known: HashMap<(AssetId, StageId), Effect> =
        effects.iter().map(|one| ((one.asset_id, one.stage_id), one.effect)).collect();
    let differs: HashSet<PlacementId> = sides.iter().map(|one| one.placement_id).collect();
    let others = view.placements.iter().filter(|one| !differs.contains(&one.id));
    let others = others
        .filter(|one| view.asset(one.asset_id).is_some_and(|it| it.status != Status::Retired));
    let others = others.filter(|one| known.contains_key(&(one.asset_id, one.stage_id)));
    let both = sides.into_iter().map(|one| (one, true));
    let told = both.chain(others.map(|one| (disagreement(&view, one), false)));
    let mut all: Vec<MeasuredDisagreement> = told
        .filter_map(|(disagreement, differs)| {
            let effect = known.get(&(disagreement.asset_id, disagreement.stage_id)).copied();
            let against = |effect: Effect| speaks_against(&disagreement.check, &effect);
            let against_verdict = effect.is_some_and(against);
            let told = MeasuredDisagreement { disagreement, effect, against_verdict };
            (differs || against_verdict).then_some(told)
        })
        .collect();
    in_order(&view, &mut all, |one| &one.disagreement);
    Ok(all)
}

/// Whether visits go on less often with content of which is said that it helps, or more often with what
/// is said not to.
fn speaks_against(check: &DealCheck, effect: &Effect) -> bool {
    let Some(difference) = effect.difference.filter(|_| !effect.could_be_luck) else {
        return false;
    };
    match check.effective {
        Some(Answer::Yes | Answer::Partly) => difference < 0.0,
        Some(Answer::No) => difference > 0.0,
        Some(Answer::Unsure) | None => false,
    }
}
