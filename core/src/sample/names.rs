//! Names and keys of what the sample holds so far, and the ids behind them.

use crate::error::{Error, Result};
use crate::id::{AssetId, FormatId, MemberId, PersonaId, StageId, TriggerId};
use crate::model::{Architecture, NextStep};
use std::collections::HashMap;

/// What one kind of thing is called.
pub(super) struct Named<T> {
    kind: &'static str,
    known: HashMap<String, T>,
}

impl<T: Clone> Named<T> {
    fn new(kind: &'static str, known: impl IntoIterator<Item = (String, T)>) -> Self {
        Self { kind, known: known.into_iter().collect() }
    }

    /// Takes in a name. Two things of one name would be mixed up.
    pub(super) fn add(&mut self, name: String, thing: T) -> Result<()> {
        let Self { kind, known } = self;
        if known.contains_key(&name) {
            return Err(Error::Internal(format!("the sample has two {kind}s called \"{name}\"")));
        }
        known.insert(name, thing);
        Ok(())
    }

    /// The thing of that name.
    pub(super) fn find(&self, name: &str) -> Result<T> {
        let Self { kind, known } = self;
        let unknown = || Error::Internal(format!("the sample has no {kind} \"{name}\" so far"));
        known.get(name).cloned().ok_or_else(unknown)
    }

    /// The things of those names.
    pub(super) fn all(&self, names: &[String]) -> Result<Vec<T>> {
        names.iter().map(|name| self.find(name)).collect()
    }
}

/// Everything that can be named.
pub(super) struct Names {
    pub(super) members: Named<MemberId>,
    pub(super) formats: Named<FormatId>,
    pub(super) personas: Named<PersonaId>,
    pub(super) triggers: Named<TriggerId>,
    pub(super) stages: Named<StageId>,
    pub(super) assets: Named<AssetId>,
    pub(super) steps: Named<NextStep>,
}

impl Names {
    /// What a fresh workspace holds. Stages of later journeys are called "Cross-sell: Interest".
    pub(super) fn of(plan: &Architecture) -> Self {
        let mut stages = Named::new("stage", []);
        for (at, journey) in plan.journeys.in_order().iter().enumerate() {
            for stage in plan.stages_of(journey.id) {
                let (journey, stage_name) = (&journey.name, &stage.name);
                let name =
                    if at == 0 { stage_name.clone() } else { format!("{journey}: {stage_name}") };
                stages.known.insert(name, stage.id);
            }
        }
        let formats = plan.formats.iter().map(|format| (format.name.clone(), format.id));
        Self {
            members: Named::new("member", []),
            formats: Named::new("format", formats),
            personas: Named::new("persona", []),
            triggers: Named::new("trigger", []),
            stages,
            assets: Named::new("piece", []),
            steps: Named::new("next step", []),
        }
    }

    /// A next step: one of the company's, or a piece.
    pub(super) fn step(&self, name: Option<&str>) -> Result<NextStep> {
        let Some(name) = name else { return Ok(NextStep::default()) };
        if let Some(step) = self.steps.known.get(name) {
            return Ok(step.clone());
        }
        Ok(NextStep { asset_id: Some(self.assets.find(name)?), ..NextStep::default() })
    }
}
