//! The model that leads are scored by, in the form in which it is counted with.

use crate::id::ScoringModelId;
use crate::model::{Architecture, ModelState, Repeat, ScoringRecipe, words};
use crate::scoring::{self, Bounds, Lapse, PointRule, Recipe, State, Take};
use serde::Serialize;
use ts_rs::TS;

words! {
    /// Where a lead stands.
    LeadState {
        /// It is being nurtured.
        Nurture = "nurture",
        /// It is handed over, above the threshold.
        Warm = "warm",
        /// It is handed over, as it asked for a demo, a quote or a call.
        Hot = "hot",
        /// Sales took it on.
        Accepted = "accepted",
        /// Sales turned it back.
        TurnedBack = "turnedBack",
        /// It is never handed over.
        Excluded = "excluded",
    }
}

impl From<State> for LeadState {
    fn from(state: State) -> Self {
        match state {
            State::Nurture => Self::Nurture,
            State::Warm => Self::Warm,
            State::Hot => Self::Hot,
            State::Accepted => Self::Accepted,
            State::TurnedBack => Self::TurnedBack,
            State::Excluded => Self::Excluded,
        }
    }
}

/// The model that leads are scored by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AppliedModel {
    /// Its id; `None` = nobody applied one, and it is the one to begin with.
    pub id: Option<ScoringModelId>,
    /// What it is called.
    pub name: String,
    /// What it says.
    pub recipe: ScoringRecipe,
}

/// The model that leads are scored by: the one applied, else the one to begin with.
pub fn applied(plan: &Architecture) -> AppliedModel {
    let found = plan.scoring_models.iter().find(|model| model.state == ModelState::Applied);
    match found {
        Some(model) => AppliedModel {
            id: Some(model.id),
            name: model.name.clone(),
            recipe: model.recipe.clone(),
        },
        None => AppliedModel {
            id: None,
            name: "To begin with".to_owned(),
            recipe: ScoringRecipe::usual(),
        },
    }
}

/// A model as it is counted with.
pub(super) fn counted(recipe: &ScoringRecipe) -> Recipe {
    let rules = recipe.rules.iter().map(|rule| {
        let repeat = match rule.repeat {
            Repeat::Once => scoring::Repeat::Once,
            Repeat::Every => scoring::Repeat::Every,
            Repeat::PerDay(times) => scoring::Repeat::PerDay(times),
        };
        let half_life = rule.half_life_days.map(f64::from);
        PointRule::new(rule.group, rule.points.into(), half_life, repeat)
    });
    let lapses = recipe.lapses.iter().map(|lapse| Lapse {
        after_days: lapse.after_days,
        take: match lapse.share {
            Some(share) => Take::Share(f64::from(share) / 100.0),
            None => Take::Points(lapse.points.into()),
        },
    });
    let bounds = &recipe.bounds;
    Recipe {
        rules: rules.collect(),
        groups: recipe.groups.iter().map(|group| group.cap.map(f64::from)).collect(),
        lapses: lapses.collect(),
        bounds: Bounds {
            enter: bounds.enter.into(),
            stay: bounds.stay.into(),
            behaviour_enter: bounds.behaviour_enter.into(),
            behaviour_stay: bounds.behaviour_stay.into(),
        },
        hot_days: bounds.hot_days,
    }
}
