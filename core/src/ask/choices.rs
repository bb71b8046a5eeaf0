//! What can be chosen in the file, by names that are each one thing only.

use crate::id::{AssetId, EntityId, PersonaId, StageId};
use crate::model::text::{fold, tidy_line};
use crate::model::{Architecture, Status};
use std::collections::HashMap;

/// Stands for a need of every persona.
pub const EVERYBODY: &str = "Everybody";

/// Names, each with what it names.
#[derive(Clone, Debug)]
pub struct Choices<I> {
    list: Vec<(String, I)>,
    by_name: HashMap<String, I>,
}

impl<I: EntityId> Choices<I> {
    /// Things by their names; where several have one name, each with what tells it apart.
    fn of(all: Vec<(String, String, I)>) -> Self {
        let mut twins: HashMap<String, usize> = HashMap::new();
        for (name, _, _) in &all {
            *twins.entry(fold(name)).or_default() += 1;
        }
        let apart = |(name, mark, id): (String, String, I)| match twins.get(&fold(&name)) {
            Some(count) if *count > 1 => (format!("{name} ({mark})"), id),
            _ => (name, id),
        };
        let list: Vec<(String, I)> = all.into_iter().map(apart).collect();
        let by_name = list.iter().rev().map(|(name, id)| (fold(name), *id)).collect();
        Self { list, by_name }
    }

    /// The names, in their order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.list.iter().map(|(name, _)| name.as_str())
    }

    /// The name of a thing.
    pub(super) fn name_of(&self, id: I) -> Option<&str> {
        self.list.iter().find(|(_, its)| *its == id).map(|(name, _)| name.as_str())
    }

    /// What a name means, however it is written.
    pub fn find(&self, said: &str) -> Option<I> {
        let mut said = said.to_owned();
        tidy_line(&mut said);
        self.by_name.get(&fold(&said)).copied()
    }
}

impl Choices<AssetId> {
    /// The assets in use, by title; twins by the end of their ids.
    pub fn assets(plan: &Architecture) -> Self {
        let in_use = plan.assets.iter().filter(|asset| asset.status != Status::Retired);
        let mut all: Vec<_> = in_use
            .map(|asset| {
                let id = asset.id.to_string();
                (asset.title.clone(), id[id.len().saturating_sub(6)..].to_owned(), asset.id)
            })
            .collect();
        all.sort_by_cached_key(|(title, _, id)| (fold(title), *id));
        Self::of(all)
    }
}

impl Choices<StageId> {
    /// The stages of all journeys in their order; twins by their journeys.
    pub fn stages(plan: &Architecture) -> Self {
        let journeys = plan.journeys.in_order();
        let stages = journeys.iter().flat_map(|journey| {
            let stages = plan.stages_of(journey.id).into_iter();
            stages.map(|stage| (stage.name.clone(), journey.name.clone(), stage.id))
        });
        Self::of(stages.collect())
    }
}

impl Choices<PersonaId> {
    /// The personas in their order.
    pub fn personas(plan: &Architecture) -> Self {
        let personas = plan.personas.in_order().into_iter();
        Self::of(personas.map(|one| (one.name.clone(), String::new(), one.id)).collect())
    }
}
