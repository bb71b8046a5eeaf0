//! What marketing runs, how mature the demand process is, and who has read what.

use super::tables::{Practice, Read, Round, Run};
use super::{CURRENCY, Making};
use crate::error::Result;
use crate::model::{
    Money, ProgrammeFields, ProgrammeMonth, ProgrammeNoteFields, RatingFields, ReadingFields,
};
use chrono::{Datelike, Months, NaiveDate};

impl Making<'_, '_> {
    pub(super) fn practice(&mut self, practice: Practice) -> Result<()> {
        practice.programme.into_iter().try_for_each(|run| self.programme(run))?;
        practice.rating.into_iter().try_for_each(|round| self.rate(round))?;
        practice.read.iter().try_for_each(|read| self.read(read))
    }

    fn programme(&mut self, mut run: Run) -> Result<()> {
        let notes = std::mem::take(&mut run.note);
        let journey = self.tx.view().journeys.in_order().first().map(|journey| journey.id);
        let months = run.months.iter().map(|month| ProgrammeMonth {
            month: self.month(month.back),
            budget: month.budget.map(euros),
            cost: month.cost.map(euros),
        });
        let programme = self.tx.create(ProgrammeFields {
            months: months.collect(),
            name: run.name,
            goal: run.goal,
            journey_id: journey,
            phase: Some(run.phase),
            persona_ids: self.names.personas.all(&run.personas)?,
            channels: run.channels,
            asset_ids: self.names.assets.all(&run.pieces)?,
            campaigns: run.campaigns,
            owner: run.owner,
            state: run.state,
            for_sales: run.sales,
        })?;
        for note in notes {
            self.tx.create(ProgrammeNoteFields {
                programme_id: programme.id,
                noted_on: self.day(note.on),
                text: note.text,
                author_id: Some(self.names.members.find(&note.by)?),
            })?;
        }
        Ok(())
    }

    /// The first day of the month so many months before this one.
    fn month(&self, back: i32) -> NaiveDate {
        let first = self.today.with_day(1).unwrap_or(self.today);
        let months = Months::new(back.unsigned_abs());
        let moved = if back < 0 {
            first.checked_add_months(months)
        } else {
            first.checked_sub_months(months)
        };
        moved.unwrap_or(first)
    }

    fn rate(&mut self, round: Round) -> Result<()> {
        let member_id = self.names.members.find(&round.by)?;
        for (question, level, evidence) in round.given {
            let rated_at = self.moment(round.on);
            self.tx.create(RatingFields { question, level, evidence, member_id, rated_at })?;
        }
        Ok(())
    }

    fn read(&mut self, read: &Read) -> Result<()> {
        let member_id = self.names.members.find(&read.who)?;
        for asset_id in self.names.assets.all(&read.pieces)? {
            let takeaways = self.tx.view().assets.need(asset_id)?.takeaways.clone();
            let read_at = self.tx.by().at;
            self.tx.create(ReadingFields { asset_id, member_id, takeaways, read_at })?;
        }
        Ok(())
    }
}

fn euros(whole: i64) -> Money {
    Money { minor: whole * 100, currency: CURRENCY.to_owned() }
}
