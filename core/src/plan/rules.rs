//! Rules between entities: what a reference must name, what must be unique, what goes along when
//! something is deleted.

mod batch;
mod handoff;
mod member;
mod programme;
mod review;
mod scoring;

use super::tx::Tx;
use crate::error::{Error, OrNotFound, Result};
use crate::id::{AssetId, EntityKind, FormatId, MappingId, PersonaId, TriggerId};
use crate::model::text::fold;
use crate::model::{
    Architecture, AssetFields, ExclusionFields, FormatFields, InsightFields, InterviewFields,
    JourneyFields, Kept, MappingFields, NeedFields, NextStep, PersonaFields, PlacementFields,
    ProgrammeFields, ReadingFields, StageFields, TriggerFields, VerdictFields,
};
use crate::require;
use crate::store::Stored;

/// Fields with their rules towards the rest of the plan.
#[allow(private_bounds, reason = "how an entity is stored is nobody else's business")]
pub trait Ruled: Stored {
    /// Fails when the fields break a rule towards other entities.
    fn check_in(&self, _plan: &Architecture, _id: Self::Id) -> Result<()> {
        Ok(())
    }

    /// What people call it, with the help of the plan: a placement by its asset, persona and stage.
    fn title_in(&self, _plan: &Architecture) -> String {
        self.title()
    }

    /// Takes away what came to stand in its place before it comes back.
    fn make_room(&self, _tx: &mut Tx<'_>, _id: Self::Id) -> Result<()> {
        Ok(())
    }

    /// Brings other entities in line after this one was written.
    fn settle(_tx: &mut Tx<'_>, _id: Self::Id) -> Result<()> {
        Ok(())
    }

    /// Fails when it must stay.
    fn may_delete(_plan: &Architecture, _id: Self::Id) -> Result<()> {
        Ok(())
    }

    /// Deletes what cannot be without it, and takes it out of what can.
    fn detach(_tx: &mut Tx<'_>, _id: Self::Id) -> Result<()> {
        Ok(())
    }
}

/// Fails when another entity of the kind has that name; names are compared folded.
fn check_name<F: Kept>(
    plan: &Architecture,
    id: F::Id,
    name: &str,
    among: impl Fn(&F) -> bool,
) -> Result<()> {
    let folded = fold(name);
    let taken = F::table(plan)
        .iter()
        .any(|other| other.id != id && among(&other.fields) && fold(&other.title()) == folded);
    require!(!taken, "name", "There is already a {} called \"{name}\".", F::KIND.noun());
    Ok(())
}

/// The ids of a kind whose fields meet a condition.
fn ids_where<F: Kept>(plan: &Architecture, meets: impl Fn(&F) -> bool) -> Vec<F::Id> {
    F::table(plan).iter().filter(|entity| meets(&entity.fields)).map(|entity| entity.id).collect()
}

fn delete_where<F: Ruled>(tx: &mut Tx<'_>, meets: impl Fn(&F) -> bool) -> Result<()> {
    ids_where(tx.view(), meets).into_iter().try_for_each(|id| tx.delete::<F>(id))
}

fn update_where<F: Ruled>(
    tx: &mut Tx<'_>,
    meets: impl Fn(&F) -> bool,
    change: impl Fn(&mut F),
) -> Result<()> {
    for id in ids_where(tx.view(), meets) {
        tx.update::<F>(id, None, |fields| {
            change(fields);
            Ok(())
        })?;
    }
    Ok(())
}

impl Ruled for FormatFields {
    fn check_in(&self, plan: &Architecture, id: Self::Id) -> Result<()> {
        check_name::<Self>(plan, id, &self.name, |_| true)
    }

    fn detach(tx: &mut Tx<'_>, id: Self::Id) -> Result<()> {
        update_where::<AssetFields>(
            tx,
            |asset| asset.format_id == Some(id),
            |asset| asset.format_id = None,
        )?;
        update_where::<PersonaFields>(
            tx,
            |persona| persona.preferred_formats.contains(&id),
            |persona| persona.preferred_formats.retain(|format| *format != id),
        )
    }
}

fn check_formats(plan: &Architecture, ids: &[FormatId]) -> Result<()> {
    ids.iter().try_for_each(|id| plan.formats.need(*id).map(drop))
}

fn check_personas(plan: &Architecture, ids: &[PersonaId]) -> Result<()> {
    ids.iter().try_for_each(|id| plan.personas.need(*id).map(drop))
}

fn check_triggers(plan: &Architecture, ids: &[TriggerId]) -> Result<()> {
    ids.iter().try_for_each(|id| plan.triggers.need(*id).map(drop))
}

fn check_assets(plan: &Architecture, ids: &[AssetId]) -> Result<()> {
    ids.iter().try_for_each(|id| plan.assets.need(*id).map(drop))
}

impl Ruled for PersonaFields {
    fn check_in(&self, plan: &Architecture, id: Self::Id) -> Result<()> {
        check_name::<Self>(plan, id, &self.name, |_| true)?;
        check_formats(plan, &self.preferred_formats)
    }

    fn detach(tx: &mut Tx<'_>, id: Self::Id) -> Result<()> {
        delete_where::<PlacementFields>(tx, |placement| placement.persona_id == id)?;
        delete_where::<ExclusionFields>(tx, |exclusion| exclusion.persona_id == id)?;
        delete_where::<NeedFields>(tx, |need| need.persona_id == Some(id))?;
        delete_where::<InterviewFields>(tx, |interview| interview.persona_id == id)?;
        delete_where::<InsightFields>(tx, |insight| insight.persona_id == id)?;
        update_where::<TriggerFields>(
            tx,
            |trigger| trigger.persona_ids.contains(&id),
            |trigger| trigger.persona_ids.retain(|persona| *persona != id),
        )?;
        update_where::<ProgrammeFields>(
            tx,
            |programme| programme.persona_ids.contains(&id),
            |programme| programme.persona_ids.retain(|persona| *persona != id),
        )?;
        handoff::forget_persona(tx, id)
    }
}

impl Ruled for InterviewFields {
    fn check_in(&self, plan: &Architecture, _id: Self::Id) -> Result<()> {
        check_personas(plan, &[self.persona_id])
    }
}

impl Ruled for InsightFields {
    fn check_in(&self, plan: &Architecture, _id: Self::Id) -> Result<()> {
        check_personas(plan, &[self.persona_id])
    }
}

impl Ruled for TriggerFields {
    fn check_in(&self, plan: &Architecture, id: Self::Id) -> Result<()> {
        check_name::<Self>(plan, id, &self.name, |_| true)?;
        check_personas(plan, &self.persona_ids)
    }

    fn detach(tx: &mut Tx<'_>, id: Self::Id) -> Result<()> {
        update_where::<PlacementFields>(
            tx,
            |placement| placement.trigger_ids.contains(&id),
            |placement| placement.trigger_ids.retain(|trigger| *trigger != id),
        )
    }
}

impl Ruled for JourneyFields {
    fn check_in(&self, plan: &Architecture, id: Self::Id) -> Result<()> {
        check_name::<Self>(plan, id, &self.name, |_| true)
    }

    fn may_delete(plan: &Architecture, _id: Self::Id) -> Result<()> {
        if plan.journeys.len() < 2 {
            return Err(Error::invalid("A workspace keeps at least one journey."));
        }
        Ok(())
    }

    fn detach(tx: &mut Tx<'_>, id: Self::Id) -> Result<()> {
        delete_where::<StageFields>(tx, |stage| stage.journey_id == id)?;
        update_where::<ProgrammeFields>(
            tx,
            |programme| programme.journey_id == Some(id),
            |programme| programme.journey_id = None,
        )
    }
}

impl Ruled for StageFields {
    fn check_in(&self, plan: &Architecture, id: Self::Id) -> Result<()> {
        plan.journeys.need(self.journey_id)?;
        check_name::<Self>(plan, id, &self.name, |other| other.journey_id == self.journey_id)
    }

    /// One handoff a journey: the latest mark wins.
    fn settle(tx: &mut Tx<'_>, id: Self::Id) -> Result<()> {
        let stage = tx.view().stages.need(id)?.fields.clone();
        if !stage.handoff {
            return Ok(());
        }
        let others: Vec<_> = tx
            .view()
            .stages
            .iter()
            .filter(|other| other.id != id && other.journey_id == stage.journey_id && other.handoff)
            .map(|other| other.id)
            .collect();
        for other in others {
            tx.update::<Self>(other, None, |fields| {
                fields.handoff = false;
                Ok(())
            })?;
        }
        Ok(())
    }

    fn detach(tx: &mut Tx<'_>, id: Self::Id) -> Result<()> {
        delete_where::<PlacementFields>(tx, |placement| placement.stage_id == id)?;
        delete_where::<ExclusionFields>(tx, |exclusion| exclusion.stage_id == id)?;
        delete_where::<NeedFields>(tx, |need| need.stage_id == id)
    }
}

fn leads_to(step: &NextStep, asset: AssetId) -> bool {
    step.asset_id == Some(asset)
}

fn forget(step: &mut NextStep, asset: AssetId) {
    if leads_to(step, asset) {
        step.asset_id = None;
    }
}

fn check_step(plan: &Architecture, step: &NextStep, of: AssetId) -> Result<()> {
    let Some(target) = step.asset_id else { return Ok(()) };
    require!(target != of, "deepen", "An asset cannot be its own next step.");
    check_assets(plan, &[target])
}

impl Ruled for AssetFields {
    fn check_in(&self, plan: &Architecture, id: Self::Id) -> Result<()> {
        check_formats(plan, self.format_id.as_slice())?;
        check_step(plan, &self.maintain, id)?;
        check_step(plan, &self.deepen, id)
    }

    fn detach(tx: &mut Tx<'_>, id: Self::Id) -> Result<()> {
        let placements: Vec<_> = tx.view().index.placements_of(id).collect();
        placements.into_iter().try_for_each(|id| tx.delete::<PlacementFields>(id))?;
        update_where::<NeedFields>(
            tx,
            |need| need.answer_ids.contains(&id),
            |need| need.answer_ids.retain(|asset| *asset != id),
        )?;
        delete_where::<ReadingFields>(tx, |reading| reading.asset_id == id)?;
        update_where::<ProgrammeFields>(
            tx,
            |programme| programme.asset_ids.contains(&id),
            |programme| programme.asset_ids.retain(|asset| *asset != id),
        )?;
        update_where::<Self>(
            tx,
            |asset| leads_to(&asset.maintain, id) || leads_to(&asset.deepen, id),
            |asset| {
                forget(&mut asset.maintain, id);
                forget(&mut asset.deepen, id);
            },
        )?;
        update_where::<PlacementFields>(
            tx,
            |placement| {
                placement.maintain.iter().chain(&placement.deepen).any(|step| leads_to(step, id))
            },
            |placement| {
                let steps = placement.maintain.iter_mut().chain(&mut placement.deepen);
                steps.for_each(|step| forget(step, id));
            },
        )
    }
}

impl Ruled for PlacementFields {
    fn title_in(&self, plan: &Architecture) -> String {
        let asset = plan.assets.get(self.asset_id).map(|asset| asset.title.as_str());
        let persona = plan.personas.get(self.persona_id).map(|persona| persona.name.as_str());
        let stage = plan.stages.get(self.stage_id).map(|stage| stage.name.as_str());
        [asset, persona, stage].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn check_in(&self, plan: &Architecture, id: Self::Id) -> Result<()> {
        check_assets(plan, &[self.asset_id])?;
        check_personas(plan, &[self.persona_id])?;
        plan.stages.need(self.stage_id)?;
        check_triggers(plan, &self.trigger_ids)?;
        for step in self.maintain.iter().chain(&self.deepen) {
            check_step(plan, step, self.asset_id)?;
        }
        let there = plan.placed_at(self.asset_id, self.persona_id, self.stage_id);
        let taken = there.is_some_and(|other| other.id != id);
        require!(!taken, "assetId", "This asset is already placed there.");
        Ok(())
    }

    fn detach(tx: &mut Tx<'_>, id: Self::Id) -> Result<()> {
        let verdicts: Vec<_> = tx.view().index.verdicts_on(id).collect();
        verdicts.into_iter().try_for_each(|id| tx.delete::<VerdictFields>(id))
    }
}

impl Ruled for VerdictFields {
    fn title_in(&self, plan: &Architecture) -> String {
        let placement = plan.placements.get(self.placement_id);
        placement.map(|placement| placement.title_in(plan)).unwrap_or_default()
    }

    fn check_in(&self, plan: &Architecture, _id: Self::Id) -> Result<()> {
        plan.placements.need(self.placement_id)?;
        plan.members.need(self.member_id)?;
        plan.members.need(self.entered_by).map(drop)
    }
}

impl Ruled for ExclusionFields {
    fn check_in(&self, plan: &Architecture, id: Self::Id) -> Result<()> {
        check_personas(plan, &[self.persona_id])?;
        plan.stages.need(self.stage_id)?;
        let other = plan.index.exclusion_at(self.persona_id, self.stage_id);
        require!(other.is_none_or(|other| other == id), "stageId", "This cell is already set so.");
        Ok(())
    }
}

impl Ruled for NeedFields {
    fn check_in(&self, plan: &Architecture, _id: Self::Id) -> Result<()> {
        plan.stages.need(self.stage_id)?;
        check_personas(plan, self.persona_id.as_slice())?;
        if let Some(author) = self.author_id {
            plan.members.get(author).or_not_found(EntityKind::Member)?;
        }
        check_assets(plan, &self.answer_ids)
    }
}

impl Ruled for MappingFields {
    fn check_in(&self, plan: &Architecture, id: Self::Id) -> Result<()> {
        let taken = other_mapping(plan, self, id).is_some();
        require!(!taken, "header", "Files with this header are remembered already.");
        Ok(())
    }

    fn make_room(&self, tx: &mut Tx<'_>, id: Self::Id) -> Result<()> {
        other_mapping(tx.view(), self, id).map_or(Ok(()), |other| tx.delete::<Self>(other))
    }
}

/// What is remembered of files with the same header.
fn other_mapping(plan: &Architecture, mapping: &MappingFields, id: MappingId) -> Option<MappingId> {
    let mut same = plan.mappings.iter().filter(|other| other.header == mapping.header);
    same.find(|other| other.id != id).map(|other| other.id)
}
