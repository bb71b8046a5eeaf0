//! The content that leads of a deal touched, and what it says of the deal's stage.

use super::standing::{Deals, Standing};
use crate::demand::assets::Assets;
use crate::demand::persona::Personas;
use crate::demand::score::{Did, Reading, Stages, links};
use crate::error::Result;
use crate::facts::FactKey;
use crate::facts::erased::ERASED;
use crate::facts::field::LeadField;
use crate::facts::subject::Subject;
use crate::id::{AssetId, PersonaId, StageId};
use crate::model::text::fold;
use crate::model::{Architecture, EventKind, Millis};
use crate::plan::Plan;
use chrono_tz::Tz;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use ts_rs::TS;

/// What one lead did with a piece of content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DealTouch {
    /// The lead's number.
    pub lead: u32,
    /// When it did something with it last.
    pub at: Millis,
    /// What that was.
    pub kind: EventKind,
    /// How often it did something with it.
    pub times: u32,
}

/// A piece of content that leads of a deal touched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DealContent {
    /// What it is called, as the plan or the file names it; empty for what was done without content, as
    /// asking for a demo.
    pub title: String,
    /// The content of the plan that it is.
    pub asset_id: Option<AssetId>,
    /// The stages at which it is placed for those who touched it.
    pub stages: Vec<StageId>,
    /// Who touched it, the latest first.
    pub touches: Vec<DealTouch>,
}

/// What the leads of a deal engaged with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Engaged {
    /// What they touched, the latest first.
    pub(super) content: Vec<DealContent>,
    /// The stage at which most of what they engaged with is placed.
    pub(super) content_says: Option<StageId>,
    /// Names by which the deal calls leads of whom no file tells.
    pub(super) unknown: Vec<String>,
}

/// A lead with what it did.
struct Read {
    key: FactKey,
    /// Its folded address and id.
    names: [String; 2],
    persona: Option<PersonaId>,
    theirs: Vec<Did>,
}

/// What the leads of a deal engaged with.
pub(super) fn engaged(
    plan: &Plan,
    view: &Architecture,
    deals: &Deals,
    one: &Standing,
) -> Result<Engaged> {
    let links = links(plan)?;
    let mut reading = Reading::new(Assets::of(view), &links, Tz::UTC);
    let leads = read(plan, view, &one.people.leads, &mut reading)?;
    let mut stages = Stages::of(view);
    let assets = &reading.assets;
    let until = one.deal.closed.unwrap_or(deals.until);
    let theirs = leads.iter().map(|lead| (lead.theirs.as_slice(), lead.persona));
    let content_says = stages.content_says(assets, theirs, until);
    let content = content((deals, one), &leads, assets, &mut stages);
    let is_known =
        |name: &String| name == ERASED || leads.iter().any(|lead| lead.names.contains(name));
    let unknown = one.deal.leads.iter().filter(|name| !is_known(name)).cloned().collect();
    Ok(Engaged { content, content_says, unknown })
}

/// What leads touched, the latest first.
fn content(
    (deals, one): (&Deals, &Standing),
    leads: &[Read],
    assets: &Assets,
    stages: &mut Stages<'_>,
) -> Vec<DealContent> {
    let mut found: BTreeMap<u32, DealContent> = BTreeMap::new();
    for lead in leads {
        let touches = lead.theirs.iter().filter(|did| did.is_touch());
        for did in touches.filter(|did| one.deal.is_touched_at(did.at, deals.until)) {
            let content = found.entry(did.asset).or_insert_with(|| DealContent {
                title: assets.names[did.asset as usize].clone(),
                asset_id: assets.id_of(did.asset),
                stages: Vec::new(),
                touches: Vec::new(),
            });
            content.add(lead.key.0, did);
            content.place(stages.places(assets, did.asset, lead.persona));
        }
    }
    let mut content: Vec<DealContent> = found.into_values().collect();
    for one in &mut content {
        one.stages.sort_by_key(|stage| stages.order_of(*stage));
        one.touches.sort_by_key(|touch| (Reverse(touch.at), touch.lead));
    }
    content.sort_by_key(|one| Reverse(one.touches.first().map(|touch| touch.at)));
    content
}

fn read(
    plan: &Plan,
    view: &Architecture,
    keys: &[u32],
    reading: &mut Reading<'_>,
) -> Result<Vec<Read>> {
    let mut by_segment: BTreeMap<u32, Vec<u16>> = BTreeMap::new();
    for key in keys.iter().copied().map(FactKey) {
        by_segment.entry(key.segment()).or_default().push(key.slot());
    }
    let mut personas = Personas::of(view);
    let mut leads = Vec::with_capacity(keys.len());
    plan.read_facts(1, |facts, sessions| {
        for (segment, slots) in &by_segment {
            let chosen = facts.some(&mut *sessions[0], Subject::Lead, *segment, slots)?;
            leads.extend(chosen.rows.iter().map(|row| Read {
                key: FactKey::at(*segment, row.slot),
                names: [LeadField::Email, LeadField::ExternalId].map(|one| fold(row.get(one))),
                persona: personas.of_title(row.get(LeadField::Title)),
                theirs: reading.sorted(&chosen.events, Some(row.slot)),
            }));
        }
        Ok(())
    })?;
    Ok(leads)
}

impl DealContent {
    /// One more touch; those of one lead come in the order of time.
    fn add(&mut self, lead: u32, did: &Did) {
        let (at, kind) = (Millis(did.at), did.kind);
        match self.touches.iter_mut().find(|touch| touch.lead == lead) {
            Some(touch) => *touch = DealTouch { at, kind, times: touch.times + 1, lead },
            None => self.touches.push(DealTouch { lead, at, kind, times: 1 }),
        }
    }

    fn place(&mut self, stages: &[StageId]) {
        for stage in stages {
            if !self.stages.contains(stage) {
                self.stages.push(*stage);
            }
        }
    }
}
