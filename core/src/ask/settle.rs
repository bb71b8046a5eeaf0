//! What the answers would do to the plan as it stands.

use super::filled::{Filled, FilledRow, NewNeed, RowFault, Said};
use super::{Choices, EVERYBODY};
use crate::check::{GivenAnswer, answers, deal_check};
use crate::coverage::{Ledger, NeedStatus};
use crate::error::{Error, Result};
use crate::id::{AssetId, EntityId, MemberId, NeedId, PersonaId, PlacementId, StageId};
use crate::model::text::fold;
use crate::model::{
    Answer, Architecture, Fields, Millis, NeedFields, Side, VerdictFields, Word, words,
};
use serde::Serialize;
use std::collections::HashMap;
use ts_rs::TS;
use uuid::Uuid;

/// So many answers are shown; conflicts first.
const SHOWN: usize = 1_000;

words! {
    /// What an answer out of a file becomes.
    AnswerBecame {
        /// A check that the side had not answered.
        Answered = "answered",
        /// A check on which it said something else before.
        Changed = "changed",
        /// A check on which it says the same again.
        Confirmed = "confirmed",
        /// A need that an asset answers.
        NeedAnswered = "need answered",
        /// A need that is none.
        NeedDeclined = "need declined",
        /// A need that was added.
        NeedAdded = "need added",
    }
}

/// An answer out of a file.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerItem {
    /// The placement or the need it is about.
    #[ts(type = "string")]
    pub id: Uuid,
    /// What it becomes.
    pub became: AnswerBecame,
    /// The asset's title, or the need in words.
    pub name: String,
    /// "CFO at Evaluation".
    pub place: String,
    /// The answer to a check.
    pub answer: Option<Answer>,
    /// Why; or the asset that answers a need; or what kind of need was added.
    pub reason: String,
    /// What the side says here so far.
    pub here: Option<GivenAnswer>,
    /// That was said after the file was written: it stays unless chosen.
    pub conflict: bool,
}

/// How many answers of each sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerCounts {
    /// Checks answered for the first time.
    pub answered: usize,
    /// Checks answered otherwise than before.
    pub changed: usize,
    /// Checks answered as before.
    pub confirmed: usize,
    /// Needs that an asset answers.
    pub needs_answered: usize,
    /// Needs declined.
    pub needs_declined: usize,
    /// Needs added.
    pub needs_added: usize,
    /// Of all these, in conflict.
    pub conflicts: usize,
    /// Answers that are here already.
    pub already: usize,
}

/// What a file would do.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswersPreview {
    /// What the file is called.
    pub file: String,
    /// Whose answers they are.
    pub member_id: MemberId,
    /// Their name.
    pub member: String,
    /// When the questions were written.
    pub asked_at: Millis,
    /// In figures.
    pub counts: AnswerCounts,
    /// The first answers, conflicts before all others.
    pub items: Vec<AnswerItem>,
    /// How many more there are.
    pub more: usize,
    /// Rows that cannot be taken in.
    pub faults: Vec<RowFault>,
}

/// An answer, ready to be taken in.
#[derive(Clone, Debug)]
pub(super) struct Change {
    pub(super) item: AnswerItem,
    pub(super) does: Does,
}

/// What is done to the plan.
#[derive(Clone, Debug)]
pub(super) enum Does {
    Answer(PlacementId, Answer, String),
    Link(NeedId, AssetId),
    Decline(NeedId, String),
    Add(NeedId, NeedFields),
}

/// All answers of a file, ready to be taken in.
pub(super) struct Settled {
    pub(super) changes: Vec<Change>,
    pub(super) already: usize,
    pub(super) faults: Vec<RowFault>,
}

/// What a file would do; nothing is changed.
pub fn preview(ledger: &Ledger, filled: &Filled) -> Result<AnswersPreview> {
    let member = ledger.architecture().members.get(filled.member).ok_or_else(gone)?;
    let settled = settle(ledger, filled)?;
    let counts = settled.counts();
    let mut items: Vec<AnswerItem> = settled.changes.into_iter().map(|one| one.item).collect();
    items.sort_by_key(|item| !item.conflict);
    let more = items.len().saturating_sub(SHOWN);
    items.truncate(SHOWN);
    Ok(AnswersPreview {
        file: filled.name.clone(),
        member_id: filled.member,
        member: member.name.clone(),
        asked_at: filled.at,
        counts,
        items,
        more,
        faults: settled.faults,
    })
}

fn gone() -> Error {
    Error::invalid(
        "Whoever was asked is not a member of this workspace any more. Undo brings a deleted member \
         back; or give the answers as somebody else.",
    )
}

/// Holds the answers of a file against the plan.
pub(super) fn settle(ledger: &Ledger, filled: &Filled) -> Result<Settled> {
    let plan = ledger.architecture();
    let member = plan.members.get(filled.member).ok_or_else(gone)?;
    let desk = Desk {
        plan,
        filled,
        side: member.role.side(),
        needs: ledger.need_statuses().collect(),
        assets: Choices::assets(plan),
        stages: Choices::stages(plan),
        personas: Choices::personas(plan),
    };
    let mut settled = Settled { changes: Vec::new(), already: 0, faults: filled.faults.clone() };
    for row in &filled.rows {
        match desk.change(row) {
            Ok(Some(change)) => settled.changes.push(change),
            Ok(None) => settled.already += 1,
            Err(reason) => settled.faults.push(RowFault::at(row.part, row.line, reason)),
        }
    }
    Ok(settled)
}

impl Settled {
    fn counts(&self) -> AnswerCounts {
        let of = |became| self.changes.iter().filter(|one| one.item.became == became).count();
        AnswerCounts {
            answered: of(AnswerBecame::Answered),
            changed: of(AnswerBecame::Changed),
            confirmed: of(AnswerBecame::Confirmed),
            needs_answered: of(AnswerBecame::NeedAnswered),
            needs_declined: of(AnswerBecame::NeedDeclined),
            needs_added: of(AnswerBecame::NeedAdded),
            conflicts: self.changes.iter().filter(|one| one.item.conflict).count(),
            already: self.already,
        }
    }
}

/// What answers are held against.
struct Desk<'a> {
    plan: &'a Architecture,
    filled: &'a Filled,
    side: Side,
    needs: HashMap<NeedId, NeedStatus>,
    assets: Choices<AssetId>,
    stages: Choices<StageId>,
    personas: Choices<PersonaId>,
}

/// What a row does; `None` = it is here already.
type Row = std::result::Result<Option<Change>, String>;

impl Desk<'_> {
    fn change(&self, row: &FilledRow) -> Row {
        let need = NeedId::from_uuid(row.about);
        match &row.said {
            Said::Check(answer, why) => self.check(PlacementId::from_uuid(row.about), *answer, why),
            Said::AnsweredBy(title) => self.link(need, title),
            Said::NotNeeded(reason) => self.decline(need, reason),
            Said::New(new) => self.add(need, new),
        }
    }

    fn check(&self, id: PlacementId, answer: Answer, why: &str) -> Row {
        let placement = self
            .plan
            .placements
            .get(id)
            .ok_or("This content is no longer placed there, so there is nothing to answer.")?;
        let fields = self.verdict(id, answer, why)?;
        if self.is_given(&fields) {
            return Ok(None);
        }
        let standpoint = answers(self.plan, id);
        let standpoint = standpoint.of(self.side);
        let now = standpoint.unsure.or(standpoint.settled);
        let said = deal_check(self.plan, id);
        let said = match self.side {
            Side::Marketing => said.marketing,
            Side::Sales => said.sales,
        };
        let became = match now {
            None => AnswerBecame::Answered,
            Some(now) if now.answer == answer => AnswerBecame::Confirmed,
            Some(_) => AnswerBecame::Changed,
        };
        let later = now.is_some_and(|now| now.answered_at > self.filled.at);
        let item = AnswerItem {
            id: id.uuid(),
            became,
            name: self
                .plan
                .asset(placement.asset_id)
                .map_or_else(String::new, |one| one.title.clone()),
            place: self.place(Some(placement.persona_id), placement.stage_id),
            answer: Some(answer),
            reason: fields.reason.clone(),
            here: said.unsure.or(said.answer),
            conflict: later && became == AnswerBecame::Changed,
        };
        Ok(Some(Change { item, does: Does::Answer(id, answer, fields.reason) }))
    }

    fn verdict(&self, id: PlacementId, answer: Answer, why: &str) -> Result<VerdictFields, String> {
        let mut fields = VerdictFields {
            placement_id: id,
            member_id: self.filled.member,
            entered_by: self.filled.member,
            side: self.side,
            answer,
            reason: why.to_owned(),
            answered_at: self.filled.at,
        };
        sound(&mut fields)?;
        Ok(fields)
    }

    /// Whether the member has said it since the file was written: an answer goes on from there.
    fn is_given(&self, fields: &VerdictFields) -> bool {
        let given = self.plan.index.verdicts_on(fields.placement_id);
        let given = given.filter_map(|id| self.plan.verdicts.get(id));
        given.filter(|one| one.answered_at > self.filled.at).any(|one| {
            (one.member_id, one.answer, &one.reason)
                == (fields.member_id, fields.answer, &fields.reason)
        })
    }

    fn link(&self, id: NeedId, title: &str) -> Row {
        let need = self.plan.needs.get(id).ok_or(NEED_GONE)?;
        let asset = self.assets.find(title).ok_or_else(|| {
            let title: String = title.chars().take(60).collect();
            format!(
                "There is no content in use with the title \"{title}\". Choose one of the list."
            )
        })?;
        if need.answer_ids.contains(&asset) {
            return Ok(None);
        }
        self.still_open(id)?;
        let name = self.plan.asset(asset).map_or_else(String::new, |one| one.title.clone());
        let item = self.item(need, id, AnswerBecame::NeedAnswered, name);
        Ok(Some(Change { item, does: Does::Link(id, asset) }))
    }

    fn decline(&self, id: NeedId, reason: &str) -> Row {
        let need = self.plan.needs.get(id).ok_or(NEED_GONE)?;
        let mut fields = NeedFields { declined: Some(reason.to_owned()), ..need.fields.clone() };
        sound(&mut fields)?;
        if fields == need.fields {
            return Ok(None);
        }
        self.still_open(id)?;
        let reason = fields.declined.unwrap_or_default();
        let item = self.item(need, id, AnswerBecame::NeedDeclined, reason.clone());
        Ok(Some(Change { item, does: Does::Decline(id, reason) }))
    }

    fn still_open(&self, id: NeedId) -> Result<(), String> {
        let declined = self.plan.needs.get(id).and_then(|need| need.declined.as_deref());
        match self.needs.get(&id) {
            Some(NeedStatus::Open) => Ok(()),
            Some(NeedStatus::Answered) => Err("This need is answered meanwhile.".to_owned()),
            Some(NeedStatus::Planned) => {
                Err("Something that answers this need is planned meanwhile.".to_owned())
            }
            Some(NeedStatus::Declined) => {
                Err(format!("This need is declined meanwhile: {}", declined.unwrap_or_default()))
            }
            None => Err("This need applies to nobody any more.".to_owned()),
        }
    }

    fn add(&self, id: NeedId, new: &NewNeed) -> Row {
        if self.plan.needs.has(id) {
            return Ok(None);
        }
        let unknown = |what: &str, said: &str| {
            let said: String = said.chars().take(60).collect();
            format!("There is no {what} \"{said}\". Choose one of the list.")
        };
        let stage_id = self.stages.find(&new.stage).ok_or_else(|| unknown("stage", &new.stage))?;
        let persona_id = match self.personas.find(&new.persona) {
            Some(id) => Some(id),
            None if new.persona.is_empty() || fold(&new.persona) == fold(EVERYBODY) => None,
            None => return Err(unknown("persona", &new.persona)),
        };
        let mut fields = NeedFields {
            stage_id,
            persona_id,
            kind: new.kind,
            text: new.text.clone(),
            importance: new.importance,
            author_id: Some(self.filled.member),
            answer_ids: Vec::new(),
            declined: None,
        };
        sound(&mut fields)?;
        let sort = format!("{}, {}", new.kind.as_word(), new.importance.as_word());
        let item = self.item(&fields, id, AnswerBecame::NeedAdded, sort);
        Ok(Some(Change { item, does: Does::Add(id, fields) }))
    }

    fn item(
        &self,
        need: &NeedFields,
        id: NeedId,
        became: AnswerBecame,
        reason: String,
    ) -> AnswerItem {
        AnswerItem {
            id: id.uuid(),
            became,
            name: need.text.clone(),
            place: self.place(need.persona_id, need.stage_id),
            answer: None,
            reason,
            here: None,
            conflict: false,
        }
    }

    fn place(&self, persona: Option<PersonaId>, stage: StageId) -> String {
        let persona = persona.and_then(|id| self.plan.personas.get(id));
        let persona = persona.map_or(EVERYBODY, |persona| persona.name.as_str());
        let stage = self.plan.stages.get(stage).map_or("", |stage| stage.name.as_str());
        format!("{persona} at {stage}")
    }
}

const NEED_GONE: &str = "This need is no longer part of the plan.";

/// Brings fields into their normal form, if they keep their rules.
fn sound<F: Fields>(fields: &mut F) -> Result<(), String> {
    fields.tidy();
    fields.check().map_err(|fault| fault.to_string())
}
