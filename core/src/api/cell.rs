//! What is done to a cell from its rail: not applicable and back, a planned asset for its gap.

use super::Context;
use super::check::At;
use crate::coverage::CellDetail;
use crate::error::{OrNotFound, Result};
use crate::id::{EntityKind, FormatId};
use crate::model::{
    Architecture, Asset, AssetFields, ExclusionFields, NeedKind, Persona, Placement,
    PlacementFields, Status,
};
use crate::plan::{Op, Outcome, Verb};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Sets a cell not applicable, or applicable again.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetApplicable {
    /// The cell.
    pub cell: At,
    /// Why it needs nothing; none = it is applicable.
    pub reason: Option<String>,
}

/// "Persona · stage", for the history.
fn cell_name(context: &Context<'_>, cell: At) -> Result<String> {
    let view = context.view()?;
    let persona = view.personas.need(cell.persona_id)?;
    let stage = view.stages.need(cell.stage_id)?;
    Ok(format!("{} · {}", persona.name, stage.name))
}

/// Sets a cell not applicable, or applicable again.
pub(super) fn set_applicable(context: Context<'_>, request: SetApplicable) -> Result<Outcome<()>> {
    let At { persona_id, stage_id } = request.cell;
    let name = cell_name(&context, request.cell)?;
    context.transact(Op::one(Verb::Update, EntityKind::Exclusion, name), |tx| {
        match (tx.view().index.exclusion_at(persona_id, stage_id), request.reason) {
            (None, None) => Ok(()),
            (Some(id), None) => tx.delete::<ExclusionFields>(id),
            (None, Some(reason)) => {
                tx.create(ExclusionFields { persona_id, stage_id, reason }).map(drop)
            }
            (Some(id), Some(reason)) => tx
                .update::<ExclusionFields>(id, None, |fields| {
                    fields.reason = reason;
                    Ok(())
                })
                .map(drop),
        }
    })
}

/// Plans an asset for the gap of a cell.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanAsset {
    /// The cell.
    pub cell: At,
    /// Its working title.
    pub title: String,
    /// Its format.
    #[serde(default)]
    #[ts(optional)]
    pub format_id: Option<FormatId>,
    /// Its brief.
    pub brief: String,
    /// When it should be out.
    #[serde(default)]
    #[ts(optional)]
    pub due_on: Option<chrono::NaiveDate>,
    /// Who is in charge.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub owner: String,
    /// The open needs of the cell that it will answer.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<crate::id::NeedId>>")]
    pub need_ids: Vec<crate::id::NeedId>,
}

/// A planned asset and where it is placed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Planned {
    /// The asset.
    pub asset: Asset,
    /// Its placement.
    pub placement: Placement,
}

/// Plans an asset, places it, and links the needs it will answer.
pub(super) fn plan_asset(context: Context<'_>, request: PlanAsset) -> Result<Outcome<Planned>> {
    let op = Op::one(Verb::Create, EntityKind::Asset, request.title.clone());
    context.transact(op, |tx| {
        let format = request.format_id.and_then(|id| tx.view().formats.get(id).cloned());
        let asset = tx.create(AssetFields {
            format_id: request.format_id,
            purpose: format.as_ref().and_then(|format| format.purpose),
            interactive: format.as_ref().is_some_and(|format| format.interactive),
            visual: format.as_ref().is_some_and(|format| format.visual),
            due_on: request.due_on,
            owner: request.owner,
            summary: request.brief,
            ..AssetFields::titled(request.title, Status::Planned)
        })?;
        let At { persona_id, stage_id } = request.cell;
        let placement = tx.create(PlacementFields::at(asset.id, persona_id, stage_id))?;
        for need in request.need_ids {
            tx.update::<crate::model::NeedFields>(need, None, |fields| {
                fields.answer_ids.push(asset.id);
                Ok(())
            })?;
        }
        Ok(Planned { asset: Asset::clone(&asset), placement: Placement::clone(&placement) })
    })
}

/// A brief filled from what the plan knows of a cell.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Brief {
    /// A working title.
    pub title: String,
    /// The format the persona prefers and the cell lacks.
    pub format_id: Option<FormatId>,
    /// The brief, in lines.
    pub text: String,
    /// The open needs it should answer.
    pub need_ids: Vec<crate::id::NeedId>,
}

/// Fills a brief for a cell from persona, triggers, needs and exit criterion.
pub(super) fn brief(context: Context<'_>, cell: At) -> Result<Brief> {
    let view = context.view()?;
    let persona = view.personas.need(cell.persona_id)?;
    let stage = view.stages.need(cell.stage_id)?;
    let detail = context
        .coverage(None, |ledger| ledger.cell(cell.persona_id, cell.stage_id))?
        .or_not_found(EntityKind::Stage)?;
    let triggers = view.triggers.iter().filter(|one| one.persona_ids.contains(&persona.id));
    let open =
        || detail.needs.iter().filter(|need| need.status == crate::coverage::NeedStatus::Open);
    let mut text = Text::default();
    text.list("For", [format!("{} at {}", persona.name, stage.name)]);
    text.list("Moves the deal when", Some(stage.exit_criterion.clone()).filter(|t| !t.is_empty()));
    text.list("Must answer", open().map(|need| need.text.clone()));
    text.list("They ask", asked(&detail));
    text.list("Challenges", persona.challenges.iter().cloned());
    text.list("Formats they prefer", preferred(&view, persona));
    text.list("Triggers", triggers.map(|trigger| trigger.name.clone()));
    text.list("Goals", persona.goals.iter().cloned());
    let title = open().next().map(|need| need.text.clone());
    Ok(Brief {
        title: title.unwrap_or_else(|| format!("For the {} at {}", persona.name, stage.name)),
        format_id: persona.preferred_formats.first().copied(),
        text: text.0,
        need_ids: open().map(|need| need.id).collect(),
    })
}

/// The questions and objections of a cell that something answers already: to be taken up, not repeated.
fn asked(detail: &CellDetail) -> impl Iterator<Item = String> + '_ {
    let of_buyers = detail.needs.iter().filter(|need| need.kind != NeedKind::SalesNeed);
    let known = of_buyers.filter(|need| need.status != crate::coverage::NeedStatus::Open);
    known.map(|need| need.text.clone())
}

fn preferred(view: &Architecture, persona: &Persona) -> Vec<String> {
    let formats = persona.preferred_formats.iter().filter_map(|id| view.formats.get(*id));
    formats.map(|format| format.name.clone()).collect()
}

/// Headed lists as plain text.
#[derive(Default)]
struct Text(String);

impl Text {
    fn list(&mut self, heading: &str, lines: impl IntoIterator<Item = String>) {
        let lines: Vec<_> = lines.into_iter().collect();
        if lines.is_empty() {
            return;
        }
        if !self.0.is_empty() {
            self.0.push_str("\n\n");
        }
        self.0.push_str(heading);
        for line in lines {
            self.0.push_str("\n- ");
            self.0.push_str(&line);
        }
    }
}
