//! Leads that were handed over: the queue of sales, briefs and answers, and the agreement of both
//! sides with what became of it.

use super::Context;
use super::edit::Nothing;
use super::export::{DOCUMENT, DocumentFormat, PAGE, SavedFile, check, with_ending};
use super::lead::OfLead;
use crate::coverage::PlaybookPersona;
use crate::demand::{
    self, Cases, FollowUpBrief, FollowUpPage, FollowUpQuery, PersonaAnswers, SlaReport,
};
use crate::error::{Error, Result};
use crate::export::{self, Paper};
use crate::file;
use crate::id::AgreementId;
use crate::model::{
    Entity, Fields, LeadAnswer, LeadAnswerFields, Millis, SalesAnswer, TurnBackReason, lead_told,
};
use crate::plan::{Op, Outcome, Verb};
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use ts_rs::TS;

/// Clocks are looked at once a minute, in milliseconds.
const MINUTE: i64 = 60_000;

/// The leads that were handed over, as they were worked out last: at which revision and minute.
#[derive(Debug, Default)]
pub(super) struct KeptCases(Mutex<Option<(u64, i64, Arc<Cases>)>>);

/// The leads that were handed over by now.
pub fn cases(context: Context<'_>) -> Result<Arc<Cases>> {
    let now = context.by()?.at;
    let (open, minute) = (context.open()?, now.0.div_euclid(MINUTE));
    let revision = open.plan.revision();
    let kept = open.cases.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
    if let Some((.., cases)) = kept.filter(|(at, of, _)| *at == revision && *of == minute) {
        return Ok(cases);
    }
    let cases = Arc::new(demand::cases(&open.plan, now)?);
    let mut slot = open.cases.0.lock().unwrap_or_else(PoisonError::into_inner);
    *slot = Some((revision, minute, Arc::clone(&cases)));
    Ok(cases)
}

/// A part of the queue.
pub fn list(context: Context<'_>, request: FollowUpQuery) -> Result<FollowUpPage> {
    let cases = cases(context)?;
    demand::follow_ups(&context.open()?.plan, &cases, &request)
}

/// What a rep reads before a call.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct CallBrief {
    /// What facts tell.
    #[serde(flatten)]
    pub facts: FollowUpBrief,
    /// What the plan tells of its persona at its stage: challenges, objections and questions with
    /// what answers them, and the best content to offer, the best first. `None` = the lead's title
    /// tells of no persona, or there is no stage.
    pub playbook: Option<PlaybookPersona>,
}

/// The brief of a lead.
pub fn brief(context: Context<'_>, request: OfLead) -> Result<CallBrief> {
    let cases = cases(context)?;
    let facts = demand::brief(&context.open()?.plan, &cases, request.key)?;
    let (persona, stage) = (facts.lead.persona, facts.stage_id);
    let playbook = match persona.zip(stage) {
        Some((persona, stage)) => {
            context.coverage(None, |ledger| ledger.playbook_at(persona, stage))?
        }
        None => None,
    };
    Ok(CallBrief { facts, playbook })
}

/// What sales says to a lead.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnswerLead {
    /// The lead's number.
    pub key: u32,
    /// What.
    pub answer: SalesAnswer,
    /// Why it is turned back.
    #[serde(default)]
    #[ts(optional)]
    pub reason: Option<TurnBackReason>,
    /// When somebody was in touch with it, as far as no file tells.
    #[serde(default)]
    #[ts(optional)]
    pub touched_at: Option<Millis>,
    /// What there is to say of it.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub note: String,
}

/// Sales answers a lead; a second answer to the same handoff goes in place of the first.
pub fn answer(context: Context<'_>, request: AnswerLead) -> Result<Outcome<LeadAnswer>> {
    let by = context.by()?;
    let cases = cases(context)?;
    let open = context.open()?;
    let handed = demand::handed(&open.plan, &cases, request.key)?;
    let fields = LeadAnswerFields {
        lead: lead_told(handed.number),
        answer: request.answer,
        reason: request.reason,
        answered_at: by.at,
        handed_at: Millis(handed.at),
        touched_at: request.touched_at,
        note: request.note,
        member_id: by.member,
    };
    let op = Op::one(Verb::Answer, LeadAnswerFields::KIND, fields.title());
    context.transact(op, |tx| {
        let answer = match handed.answer {
            Some(id) => tx.update(id, None, |before: &mut LeadAnswerFields| {
                let touched_at = fields.touched_at.or(before.touched_at);
                *before = LeadAnswerFields { touched_at, ..fields.clone() };
                Ok(())
            })?,
            None => tx.create(fields)?,
        };
        Ok(Entity::clone(&answer))
    })
}

/// What sales answered about the leads of each persona.
pub(super) fn by_persona(context: Context<'_>, _: Nothing) -> Result<Vec<PersonaAnswers>> {
    Ok(demand::answers_by_persona(&*cases(context)?))
}

/// Promise against fact, month by month.
pub fn sla(context: Context<'_>, _: Nothing) -> Result<SlaReport> {
    let cases = cases(context)?;
    demand::sla(&context.open()?.plan, &cases)
}

/// Which agreement.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AgreementOf {
    /// Its id.
    pub id: AgreementId,
    /// As what; a document unless given.
    #[serde(default)]
    #[ts(optional)]
    pub format: Option<DocumentFormat>,
    /// What a document is printed on; A4 unless given.
    #[serde(default)]
    #[ts(optional)]
    pub paper: Option<Paper>,
}

/// Asks where to and saves an agreement to sign; none when thought better of it.
pub(super) fn save(context: Context<'_>, request: AgreementOf) -> Result<Option<SavedFile>> {
    let view = context.view()?;
    let title = view.agreements.need(request.id)?.title();
    let kind = if request.format == Some(DocumentFormat::Html) { PAGE } else { DOCUMENT };
    let name = file::file_name(&format!("{} {title}", view.workspace()?.name), kind.ending);
    let Some(path) = context.host.pick_target("Save the agreement", &name, kind) else {
        return Ok(None);
    };
    save_agreement(context, &request, &with_ending(path, kind.ending)).map(Some)
}

/// Saves an agreement at a path.
pub fn save_agreement(
    context: Context<'_>,
    request: &AgreementOf,
    path: &Path,
) -> Result<SavedFile> {
    let (view, today) = (context.view()?, context.today()?);
    let agreement = view.agreements.need(request.id)?;
    let document = export::agreement(&view, agreement, today)?;
    check(context, path)?;
    file::replace(path, |out| match request.format {
        Some(DocumentFormat::Html) => export::document_page(&document, out),
        _ => export::pdf(&document, request.paper.unwrap_or(Paper::A4), out),
    })?;
    Ok(SavedFile::at(path))
}

/// The agreement in force today.
pub fn agreement_today(context: Context<'_>) -> Result<AgreementId> {
    let (view, today) = (context.view()?, context.today()?);
    view.agreement_on(today).map(|one| one.id).ok_or_else(|| {
        Error::invalid("Nothing is agreed yet. Write the agreement in the window, under SLA.")
    })
}
