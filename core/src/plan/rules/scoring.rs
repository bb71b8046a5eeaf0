//! Scoring models: one is applied at a time.

use super::{Ruled, check_name};
use crate::error::Result;
use crate::id::ScoringModelId;
use crate::model::{Architecture, ModelState, ScoringModelFields};
use crate::plan::Tx;

impl Ruled for ScoringModelFields {
    fn check_in(&self, plan: &Architecture, id: Self::Id) -> Result<()> {
        check_name::<Self>(plan, id, &self.name, |_| true)
    }

    fn settle(tx: &mut Tx<'_>, id: Self::Id) -> Result<()> {
        if tx.view().scoring_models.need(id)?.state != ModelState::Applied {
            return Ok(());
        }
        let before: Vec<ScoringModelId> = tx
            .view()
            .scoring_models
            .iter()
            .filter(|model| model.id != id && model.state == ModelState::Applied)
            .map(|model| model.id)
            .collect();
        for id in before {
            tx.update(id, None, |model: &mut Self| {
                model.state = ModelState::Former;
                Ok(())
            })?;
        }
        Ok(())
    }
}
