//! What somebody is asked: the open checks of their side, and the open needs.

use super::{Choices, Mark};
use crate::check::{DealCheck, deal_check};
use crate::coverage::{Ledger, NeedStatus, Question};
use crate::error::Result;
use crate::id::{
    AssetId, EntityId, MemberId, NeedId, PersonaId, PlacementId, StageId, WorkspaceId,
};
use crate::model::{Importance, Millis, Need, NeedKind, Side};
use crate::plan::fresh_id;
use chrono::NaiveDate;
use std::sync::Arc;
use uuid::timestamp::context::ContextV7;

/// So many needs can be added in one file.
const ROOM: usize = 40;

/// How much is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Open {
    /// Deal checks to ask the side.
    pub checks: usize,
    /// Needs that are open for somebody.
    pub needs: usize,
}

/// How much there is to ask a side.
pub fn open_for(ledger: &Ledger, side: Side) -> Open {
    Open { checks: ledger.questions(side).len(), needs: open_needs(ledger).len() }
}

/// Questions for one person.
#[derive(Clone, Debug)]
pub struct Asking {
    /// The workspace that asks.
    pub workspace: (WorkspaceId, String),
    /// Who is asked.
    pub member: (MemberId, String),
    /// The side they answer for.
    pub side: Side,
    /// Who asks, where somebody speaks.
    pub asked_by: Option<String>,
    /// When.
    pub at: Millis,
    /// The day of it.
    pub day: NaiveDate,
    /// Unanswered ones first, then those to ask again.
    pub checks: Vec<AskedCheck>,
    /// What deals depend on most first.
    pub needs: Vec<AskedNeed>,
    /// The ids of needs that may be added.
    pub room: Vec<NeedId>,
    /// Assets that can answer a need.
    pub assets: Choices<AssetId>,
    /// Where a need can stand.
    pub stages: Choices<StageId>,
    /// Whose a need can be.
    pub personas: Choices<PersonaId>,
}

/// A deal check that is asked.
#[derive(Clone, Debug)]
pub struct AskedCheck {
    /// The placement it is about.
    pub placement_id: PlacementId,
    /// The asset's title.
    pub title: String,
    /// Its address, or empty.
    pub url: String,
    /// For whom.
    pub persona: String,
    /// Where, as [`Asking::stages`] has it.
    pub stage: String,
    /// What is true when a deal may leave the stage.
    pub exit_criterion: String,
    /// What a rep must know to talk about it.
    pub takeaways: Vec<String>,
    /// What both sides say so far.
    pub check: DealCheck,
}

/// A need that is asked about.
#[derive(Clone, Debug)]
pub struct AskedNeed {
    /// The need.
    pub need_id: NeedId,
    /// In words.
    pub text: String,
    /// Who needs it.
    pub kind: NeedKind,
    /// How much.
    pub importance: Importance,
    /// For whom; `None` = for everybody.
    pub persona: Option<String>,
    /// Where, as [`Asking::stages`] has it.
    pub stage: String,
    /// Who asked for it.
    pub author: Option<String>,
}

impl Asking {
    /// The mark of a row about a thing.
    pub fn mark(&self, about: impl EntityId) -> Mark {
        let (workspace, member) = (self.workspace.0, self.member.0);
        Mark { workspace, member, at: self.at, about: about.uuid() }
    }

    /// What a member is asked now, by whom.
    pub fn of(
        ledger: &Ledger,
        member: MemberId,
        asked_by: Option<MemberId>,
        (at, day): (Millis, NaiveDate),
    ) -> Result<Self> {
        let plan = ledger.architecture();
        let (workspace, asked) = (plan.workspace()?, plan.members.need(member)?);
        let side = asked.role.side();
        let questions = ledger.questions(side);
        let stages = Choices::stages(plan);
        let ids = ContextV7::new();
        let room = std::iter::repeat_with(|| NeedId::from_uuid(fresh_id(&ids, at)));
        let asked_by = asked_by.and_then(|id| plan.members.get(id));
        Ok(Self {
            workspace: (workspace.id, workspace.name.clone()),
            member: (member, asked.name.clone()),
            side,
            asked_by: asked_by.map(|one| one.name.clone()),
            at,
            day,
            checks: questions.iter().filter_map(|one| check(ledger, one, &stages)).collect(),
            needs: open_needs(ledger).iter().map(|one| need(ledger, one, &stages)).collect(),
            room: room.take(ROOM).collect(),
            assets: Choices::assets(plan),
            stages,
            personas: Choices::personas(plan),
        })
    }
}

fn open_needs(ledger: &Ledger) -> Vec<Arc<Need>> {
    let plan = ledger.architecture();
    let open = ledger.need_statuses().filter(|(_, status)| *status == NeedStatus::Open);
    let mut open: Vec<_> = open.filter_map(|(id, _)| plan.needs.get(id).cloned()).collect();
    open.sort_by_key(|need| need.importance);
    open
}

fn check(ledger: &Ledger, question: &Question, stages: &Choices<StageId>) -> Option<AskedCheck> {
    let plan = ledger.architecture();
    let asset = plan.asset(question.asset_id)?;
    Some(AskedCheck {
        placement_id: question.placement_id,
        title: asset.title.clone(),
        url: asset.url.clone(),
        persona: plan.personas.get(question.persona_id)?.name.clone(),
        stage: stages.name_of(question.stage_id)?.to_owned(),
        exit_criterion: plan.stages.get(question.stage_id)?.exit_criterion.clone(),
        takeaways: asset.takeaways.clone(),
        check: deal_check(plan, question.placement_id),
    })
}

fn need(ledger: &Ledger, need: &Need, stages: &Choices<StageId>) -> AskedNeed {
    let plan = ledger.architecture();
    let persona = need.persona_id.and_then(|id| plan.personas.get(id));
    let author = need.author_id.and_then(|id| plan.members.get(id));
    AskedNeed {
        need_id: need.id,
        text: need.text.clone(),
        kind: need.kind,
        importance: need.importance,
        persona: persona.map(|persona| persona.name.clone()),
        stage: stages.name_of(need.stage_id).unwrap_or_default().to_owned(),
        author: author.map(|member| member.name.clone()),
    }
}
