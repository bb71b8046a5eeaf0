//! Programmes, and who has read what.

use super::{Ruled, check_assets, check_name, check_personas, delete_where};
use crate::error::Result;
use crate::model::{Architecture, ProgrammeFields, ProgrammeNoteFields, ReadingFields};
use crate::plan::Tx;
use crate::require;

impl Ruled for ProgrammeFields {
    fn check_in(&self, plan: &Architecture, id: Self::Id) -> Result<()> {
        check_name::<Self>(plan, id, &self.name, |_| true)?;
        self.journey_id.map_or(Ok(()), |journey| plan.journeys.need(journey).map(drop))?;
        check_personas(plan, &self.persona_ids)?;
        check_assets(plan, &self.asset_ids)
    }

    fn detach(tx: &mut Tx<'_>, id: Self::Id) -> Result<()> {
        delete_where::<ProgrammeNoteFields>(tx, |note| note.programme_id == id)
    }
}

impl Ruled for ProgrammeNoteFields {
    fn title_in(&self, plan: &Architecture) -> String {
        let programme = plan.programmes.get(self.programme_id);
        programme.map(|programme| programme.name.clone()).unwrap_or_default()
    }

    fn check_in(&self, plan: &Architecture, _id: Self::Id) -> Result<()> {
        plan.programmes.need(self.programme_id)?;
        self.author_id.map_or(Ok(()), |author| plan.members.need(author).map(drop))
    }
}

impl Ruled for ReadingFields {
    fn title_in(&self, plan: &Architecture) -> String {
        plan.assets.get(self.asset_id).map(|asset| asset.title.clone()).unwrap_or_default()
    }

    fn check_in(&self, plan: &Architecture, id: Self::Id) -> Result<()> {
        check_assets(plan, &[self.asset_id])?;
        plan.members.need(self.member_id)?;
        let other = plan.index.reading_of(self.asset_id, self.member_id);
        let once = other.is_none_or(|other| other == id);
        require!(once, "memberId", "A member has one reading of an asset.");
        Ok(())
    }

    fn make_room(&self, tx: &mut Tx<'_>, id: Self::Id) -> Result<()> {
        let other = tx.view().index.reading_of(self.asset_id, self.member_id);
        other.filter(|other| *other != id).map_or(Ok(()), |other| tx.delete::<Self>(other))
    }
}
