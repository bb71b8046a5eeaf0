//! One lead: who it is, and what it did when.

use super::advocates::{AdvocateMark, mark_on};
use super::persona::Personas;
use super::quality::{LeadQuality, quality_of};
use super::scan::scan;
use super::score::by_machines;
use super::stamps::newest;
use crate::error::{Error, Result};
use crate::facts::FactKey;
use crate::facts::field::LeadField;
use crate::facts::identity::{Identities, Identity, is_address};
use crate::facts::subject::Subject;
use crate::id::{AssetId, EntityId, PersonaId};
use crate::model::EventKind;
use crate::model::text::fold;
use crate::model::{Architecture, Millis, Word};
use crate::plan::Plan;
use crate::plan::facts::Wanted;
use crate::plan::facts::erase::gone;
use serde::Serialize;
use ts_rs::TS;

/// What is known of a lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LeadValue {
    /// The field.
    pub field: LeadField,
    /// What it says; a time is in epoch milliseconds.
    pub text: String,
}

/// Something a lead did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeadEvent {
    /// When.
    pub at: Millis,
    /// What.
    pub kind: EventKind,
    /// With which content, as the file names it.
    pub asset: String,
    /// The content of the plan that is meant, where there is one.
    pub asset_id: Option<AssetId>,
    /// Over which channel; empty where no file says.
    pub channel: String,
    /// Of which campaign; why, where a stage was reached. Empty where no file says.
    pub campaign: String,
    /// Whether a machine did it: a file says so, or it came within ten seconds of delivery, or every
    /// link of the mail was followed.
    pub machine: bool,
}

/// One lead.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeadPage {
    /// Its number.
    pub key: u32,
    /// What is known of it; fields that nothing says anything of are left out.
    pub values: Vec<LeadValue>,
    /// The persona that the title tells of.
    pub persona: Option<PersonaId>,
    /// What it did, the latest first.
    pub events: Vec<LeadEvent>,
    /// The state that what is known of it is in.
    pub quality: LeadQuality,
    /// That it speaks for us; `None` = it is not marked.
    pub advocate: Option<AdvocateMark>,
    /// The newest time in the files.
    pub as_of: Option<Millis>,
}

/// The lead of that number.
pub fn lead(plan: &Plan, key: u32) -> Result<LeadPage> {
    let view = plan.view();
    let key = FactKey(key);
    let chosen = plan.read_facts(1, |facts, sessions| {
        facts.some(&mut *sessions[0], Subject::Lead, key.segment(), &[key.slot()])
    })?;
    let lead = chosen.rows.first().ok_or_else(gone)?;
    let filled = LeadField::ALL.iter().filter(|field| !lead.get(**field).is_empty());
    let values = filled.map(|field| LeadValue { field: *field, text: lead.get(*field).to_owned() });
    let by_machines = by_machines(plan, &view, &chosen.events, lead.slot)?;
    let mut events: Vec<LeadEvent> = Vec::new();
    for list in &chosen.events {
        let theirs = list.iter().filter(|event| event.slot == lead.slot);
        events.extend(theirs.map(|event| LeadEvent {
            at: Millis(event.at),
            kind: event.kind,
            asset: event.asset.to_owned(),
            asset_id: meant(&view, event.asset),
            channel: event.channel.to_owned(),
            campaign: event.campaign.to_owned(),
            machine: event.machine || by_machines.contains(&(event.at, event.kind)),
        }));
    }
    events.sort_by_key(|event| std::cmp::Reverse((event.at, event.kind)));
    Ok(LeadPage {
        key: key.0,
        values: values.collect(),
        persona: Personas::of(&view).of_title(lead.get(LeadField::Title)),
        events,
        quality: quality_of(plan, key, lead)?,
        advocate: mark_on(plan, key)?,
        as_of: newest(&view),
    })
}

/// A lead's number among the identities of the workspace, by which the plan names it; `None` = it has
/// neither an address nor an id, so that it would not be found again.
pub(super) fn number_of(plan: &Plan, key: FactKey) -> Result<Option<u64>> {
    let chosen = plan.read_facts(1, |facts, sessions| {
        facts.some(&mut *sessions[0], Subject::Lead, key.segment(), &[key.slot()])
    })?;
    let lead = chosen.rows.first().ok_or_else(gone)?;
    let (email, id) = (lead.get(LeadField::Email), lead.get(LeadField::ExternalId));
    let identity = if is_address(email) {
        Identity::Email(email)
    } else if id.is_empty() {
        return Ok(None);
    } else {
        Identity::ExternalId(id)
    };
    Ok(Some(Identities::of(plan.view().workspace()?.id.uuid()).number(identity)))
}

/// The number of the lead with that address or id.
pub fn find_lead(plan: &Plan, name: &str) -> Result<u32> {
    let wanted = fold(name.trim());
    let fields = [LeadField::Email, LeadField::ExternalId];
    let found = scan(
        plan,
        Wanted { fields: &fields, events: false, history: None },
        || None,
        |found, part| {
            for texts in &part.columns {
                // What was said twice is there as two words.
                let is: Vec<bool> = texts.words.iter().map(|word| fold(word) == wanted).collect();
                let slot = texts.codes.iter().position(|code| is[*code as usize]);
                let slot = slot.and_then(|slot| u16::try_from(slot).ok());
                *found = (*found).or(slot.map(|slot| FactKey::at(part.segment, slot).0));
            }
        },
    )?;
    found
        .into_iter()
        .flatten()
        .min()
        .filter(|_| !wanted.is_empty())
        .ok_or_else(|| Error::invalid(format!("No lead has the address or id \"{name}\".")))
}

/// The content that a file means by a name: an external id, an address or a title.
fn meant(plan: &Architecture, name: &str) -> Option<AssetId> {
    let name = fold(name);
    let is = |text: &str| !text.is_empty() && fold(text) == name;
    let found = plan
        .assets
        .iter()
        .find(|asset| is(&asset.title) || is(&asset.url) || is(&asset.external_id));
    found.map(|asset| asset.id)
}
