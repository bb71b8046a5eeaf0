//! All that is held on one lead, for whoever asks what that is: what each file said, what it did, its
//! deals, its score line by line, and where the plan names it.

mod rows;

use super::advocates::AdvocateMark;
use super::answers::Answers;
use super::lead::{LeadPage, lead};
use super::score::{LeadScore, lead_score};
use crate::error::Result;
use crate::facts::FactKey;
use crate::facts::field::{DealField, LeadField};
use crate::facts::subject::{FactField, Subject};
use crate::id::{EntityId, LeadAnswerId};
use crate::model::text::fold;
use crate::model::{Architecture, EventKind, Fields, Millis, SalesAnswer, TurnBackReason, Word};
use crate::plan::facts::erase::mentions;
use crate::plan::facts::{Part, SaidBy, Told, Wanted};
use crate::plan::{Mention, Plan};
use chrono::{DateTime, SecondsFormat};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What a file said of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FileSaid {
    /// What it said.
    pub text: String,
    /// The file's name.
    pub file: String,
    /// As of when the file speaks.
    pub as_of: String,
    /// When it was taken in.
    pub taken_in: String,
}

/// A field of a lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldHeld {
    /// The field's word.
    pub field: &'static str,
    /// What holds now.
    pub now: String,
    /// What every file said, in the order of what they speak of.
    pub said: Vec<FileSaid>,
}

/// Something a lead did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ActHeld {
    /// When.
    pub at: String,
    /// What.
    pub kind: EventKind,
    /// With which content; which stage, where one was reached.
    pub content: String,
    /// Over which channel.
    pub channel: String,
    /// Of which campaign; why, where a stage was reached.
    pub campaign: String,
    /// Whether the file says that a machine did it.
    pub by_machine: bool,
    /// The file that tells of it.
    pub file: String,
}

/// A line of a score.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PointsHeld {
    /// The points.
    pub points: f64,
    /// For what.
    pub what: String,
}

/// How a lead scores, worked out as of the newest time in the files.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ScoreHeld {
    /// As of when.
    pub at: String,
    /// The model's name.
    pub model: String,
    /// The score.
    pub score: f64,
    /// What its acts earn of that.
    pub behaviour: f64,
    /// Where it stands.
    pub state: String,
    /// Since when; `None` = from the beginning.
    pub since: Option<String>,
    /// The lines, which add up to the score.
    pub lines: Vec<PointsHeld>,
}

/// What sales answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AnswerHeld {
    /// When.
    pub at: String,
    /// When the lead had been handed over.
    pub handed_at: String,
    /// When sales was in touch with it, as far as whoever answered said so.
    pub touched_at: Option<String>,
    /// What.
    pub answer: SalesAnswer,
    /// Why it was turned back.
    pub reason: Option<TurnBackReason>,
    /// What there was to say of it.
    pub note: String,
    /// Who answered.
    pub by: Option<String>,
}

/// That it speaks for us.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AdvocateHeld {
    /// Since when it is marked.
    pub since: String,
    /// What there was to say of it.
    pub note: String,
    /// Who marked it.
    pub by: Option<String>,
}

/// All that is held on one lead.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LeadRecord {
    /// The workspace's name.
    pub workspace: String,
    /// As of when its files speak.
    pub as_of: Option<String>,
    /// What is known, field by field; fields that no file said anything of are left out.
    pub known: Vec<FieldHeld>,
    /// The persona that the job title tells of.
    pub persona: Option<String>,
    /// What it did, the first thing first.
    pub did: Vec<ActHeld>,
    /// The deals that name it: what is known of each, by the word of the field.
    pub deals: Vec<BTreeMap<&'static str, String>>,
    /// What sales answered about it, the first answer first.
    pub answers: Vec<AnswerHeld>,
    /// That it is marked as an advocate.
    pub advocate: Option<AdvocateHeld>,
    /// How it scores.
    pub score: ScoreHeld,
    /// Things of the plan that name it.
    pub named_in: Vec<Mention>,
    /// So many edits of the history do.
    pub edits_that_name_it: u64,
}

/// All that is held on the lead of that number.
pub fn lead_record(plan: &Plan, key: u32) -> Result<LeadRecord> {
    let page = lead(plan, key)?;
    let view = plan.view();
    let files = Files(&view);
    let ids = [LeadField::Email, LeadField::ExternalId].map(|field| value(&page, field).to_owned());
    let told = plan.read_facts(1, |facts, sessions| {
        facts.told(&mut *sessions[0], Subject::Lead, FactKey(key))
    })?;
    let known = files.known(&page, &told);
    let answers = answers(plan, &view, key)?;
    let ids_of_answers = answers.iter().map(|(id, _)| id.uuid());
    let theirs = ids_of_answers.chain(page.advocate.iter().map(|mark| mark.id.uuid())).collect();
    let named = (&said(&known, LeadField::Email), &said(&known, LeadField::Name));
    let (named_in, edits) = mentions(plan, named, &theirs)?;
    let persona = page.persona.and_then(|id| view.personas.get(id)).map(|one| one.title());
    Ok(LeadRecord {
        workspace: view.workspace()?.name.clone(),
        as_of: page.as_of.map(time),
        known,
        persona,
        did: files.did(key, &told),
        deals: deals(plan, &ids)?,
        answers: answers.into_iter().map(|(_, held)| held).collect(),
        advocate: page.advocate.as_ref().map(AdvocateHeld::of),
        score: ScoreHeld::of(&lead_score(plan, key, None)?),
        named_in,
        edits_that_name_it: edits,
    })
}

/// Everything that files said of a field.
fn said(known: &[FieldHeld], field: LeadField) -> BTreeSet<String> {
    let of = known.iter().filter(|one| one.field == field.as_word());
    of.flat_map(|one| one.said.iter().map(|said| said.text.clone())).collect()
}

fn value(page: &LeadPage, field: LeadField) -> &str {
    page.values.iter().find(|one| one.field == field).map_or("", |one| &one.text)
}

/// The files that were taken in, by batch.
struct Files<'a>(&'a Architecture);

impl Files<'_> {
    fn known(&self, page: &LeadPage, told: &Told) -> Vec<FieldHeld> {
        let known = LeadField::ALL.iter().zip(&told.fields).filter(|(_, said)| !said.is_empty());
        known.map(|(field, said)| self.field(page, *field, said)).collect()
    }

    fn did(&self, key: u32, told: &Told) -> Vec<ActHeld> {
        let mut did = Vec::new();
        for (batch, events) in &told.events {
            let theirs = events.iter().filter(|event| event.slot == FactKey(key).slot());
            did.extend(theirs.map(|event| ActHeld {
                at: time(Millis(event.at)),
                kind: event.kind,
                content: event.asset.to_owned(),
                channel: event.channel.to_owned(),
                campaign: event.campaign.to_owned(),
                by_machine: event.machine,
                file: self.name(*batch),
            }));
        }
        did.sort_by(|a, b| (&a.at, a.kind).cmp(&(&b.at, b.kind)));
        did
    }

    fn name(&self, batch: i64) -> String {
        let found = self.0.batches.iter().find(|one| one.number == batch);
        found.map(|one| one.file.clone()).unwrap_or_default()
    }

    fn field(&self, page: &LeadPage, field: LeadField, said: &[SaidBy]) -> FieldHeld {
        let is_time = matches!(field, LeadField::Created | LeadField::Verified);
        let mut held = String::new();
        let told = said.iter().map(|one| {
            // What only restates says what was said before it.
            if let Some(text) = &one.text {
                held.clone_from(text);
            }
            let batch = self.0.batches.iter().find(|batch| batch.number == one.batch);
            FileSaid {
                text: readable(is_time, &held),
                file: batch.map(|batch| batch.file.clone()).unwrap_or_default(),
                as_of: batch.map(|batch| time(batch.as_of)).unwrap_or_default(),
                taken_in: batch.map(|batch| time(batch.stamp.created_at)).unwrap_or_default(),
            }
        });
        let said = told.collect();
        FieldHeld { field: field.as_word(), now: readable(is_time, value(page, field)), said }
    }
}

/// A text as people read it: moments are kept as numbers.
fn readable(is_time: bool, text: &str) -> String {
    let at = text.parse().ok().filter(|_| is_time);
    at.map_or_else(|| text.to_owned(), |at| time(Millis(at)))
}

/// A moment as ISO 8601 has it, in UTC.
pub(super) fn time(at: Millis) -> String {
    let at = DateTime::from_timestamp_millis(at.0).unwrap_or_default();
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// The deals that name a lead by its address or its id.
fn deals(plan: &Plan, ids: &[String]) -> Result<Vec<BTreeMap<&'static str, String>>> {
    let wanted: Vec<String> = ids.iter().filter(|id| !id.is_empty()).map(|id| fold(id)).collect();
    let mut found = Vec::new();
    plan.read_facts(1, |facts, sessions| {
        let all = Wanted { fields: DealField::ALL, events: false, history: None };
        facts.each(&mut *sessions[0], all, (0, 1), &mut |part| {
            for slot in part.slots() {
                let leads = part.columns[DealField::Leads.at()].get(slot);
                let mut names = leads.split([';', ',']).map(|lead| fold(lead.trim()));
                if names.any(|name| wanted.contains(&name)) {
                    found.push(deal(&part, slot));
                }
            }
        })
    })?;
    Ok(found)
}

/// What is known of a deal, by the word of the field.
fn deal(part: &Part, slot: usize) -> BTreeMap<&'static str, String> {
    let texts = DealField::ALL.iter().zip(&part.columns);
    let said = texts.map(|(field, texts)| {
        let is_time = matches!(field, DealField::Opened | DealField::Closed);
        (field.as_word(), readable(is_time, texts.get(slot)))
    });
    said.filter(|(_, text)| !text.is_empty()).collect()
}

/// What sales answered about a lead.
fn answers(plan: &Plan, view: &Architecture, key: u32) -> Result<Vec<(LeadAnswerId, AnswerHeld)>> {
    let all = Answers::of(plan)?;
    let theirs = all.about(FactKey(key)).map(|said| said.answers.as_slice()).unwrap_or_default();
    let answers = theirs.iter().filter_map(|id| view.lead_answers.get(*id));
    let held = answers.map(|one| {
        (
            one.id,
            AnswerHeld {
                at: time(one.answered_at),
                handed_at: time(one.handed_at),
                touched_at: one.touched_at.map(time),
                answer: one.answer,
                reason: one.reason,
                note: one.note.clone(),
                by: one
                    .member_id
                    .and_then(|id| view.members.get(id))
                    .map(|member| member.name.clone()),
            },
        )
    });
    Ok(held.collect())
}

impl AdvocateHeld {
    fn of(mark: &AdvocateMark) -> Self {
        Self { since: time(mark.marked_at), note: mark.note.clone(), by: mark.by.clone() }
    }
}

impl ScoreHeld {
    fn of(score: &LeadScore) -> Self {
        let lines = score.lines_in_words();
        Self {
            at: time(score.at),
            model: score.model.name.clone(),
            score: score.score,
            behaviour: score.behaviour,
            state: score.state.as_word().to_owned(),
            since: score.since.map(time),
            lines: lines.into_iter().map(|(points, what)| PointsHeld { points, what }).collect(),
        }
    }
}
