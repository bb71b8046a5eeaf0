//! Triage: the deal checks to ask a side, and where the sides disagree.

use super::Context;
use super::check::side_of;
use crate::coverage::{Ask, Question, QuestionGroup, groups};
use crate::error::Result;
use crate::id::{AssetId, MemberId, PersonaId, StageId};
use crate::model::Architecture;
use crate::review::{Disagreement, disagreements as disagreed};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
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

/// Every disagreement on content in use, the weightiest persona first, then in the order of
/// stages and titles.
pub(super) fn disagreements(
    context: Context<'_>,
    _: super::edit::Nothing,
) -> Result<Vec<Disagreement>> {
    context.coverage(None, disagreed)
}
