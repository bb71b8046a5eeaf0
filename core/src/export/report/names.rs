//! What personas, stages and places are called, those that are gone included.

use crate::coverage::State;
use crate::id::{PersonaId, StageId};
use crate::model::Architecture;
use crate::snapshot::Figures;
use std::collections::HashMap;

/// Names by id.
#[derive(Clone, Debug, Default)]
pub(in crate::export) struct Names {
    personas: HashMap<PersonaId, String>,
    stages: HashMap<StageId, String>,
}

impl Names {
    /// The names of a plan, and those that only snapshots know.
    pub(super) fn of(plan: &Architecture, snapshots: Option<[&Figures; 2]>) -> Self {
        let mut names = Self::default();
        for figures in snapshots.into_iter().flatten() {
            names.personas.extend(figures.personas.iter().map(|one| (one.id, one.name.clone())));
            names.stages.extend(figures.stages.iter().map(|one| (one.id, one.name.clone())));
        }
        names.personas.extend(plan.personas.iter().map(|one| (one.id, one.name.clone())));
        names.stages.extend(plan.named_stages().into_iter().map(|(name, one)| (one.id, name)));
        names
    }

    pub(in crate::export) fn persona(&self, id: PersonaId) -> &str {
        self.personas.get(&id).map_or("a persona that is gone", String::as_str)
    }

    pub(in crate::export) fn stage(&self, id: StageId) -> &str {
        self.stages.get(&id).map_or("a stage that is gone", String::as_str)
    }

    /// "CFO at Evaluation".
    pub(in crate::export) fn place(&self, persona: PersonaId, stage: StageId) -> String {
        format!("{} at {}", self.persona(persona), self.stage(stage))
    }

    /// "Everybody at Evaluation", where it is for no persona alone.
    pub(in crate::export) fn place_of_need(
        &self,
        persona: Option<PersonaId>,
        stage: StageId,
    ) -> String {
        match persona {
            Some(persona) => self.place(persona, stage),
            None => format!("Everybody at {}", self.stage(stage)),
        }
    }
}

/// Whether a cell turned for the better, by its credit; neither where it began or ceased to count.
pub(in crate::export) fn is_better(before: State, after: State) -> Option<bool> {
    if !before.is_applicable() || !after.is_applicable() {
        return None;
    }
    let (before, after) = (before.credit(), after.credit());
    if after > before {
        Some(true)
    } else if after < before {
        Some(false)
    } else {
        None
    }
}
