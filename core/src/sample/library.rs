//! The content of the sample, where it is placed and what both sides say of it.

use super::tables::{Piece, Said, Spot};
use super::{CURRENCY, Making};
use crate::error::Result;
use crate::id::{AssetId, PlacementId};
use crate::model::{AssetFields, Money, PlacementFields, VerdictFields};

/// Where the pieces of the sample are said to be; nothing answers there.
const SITE: &str = "https://northwind.example/resources/";

impl Making<'_, '_> {
    pub(super) fn library(&mut self, pieces: Vec<Piece>) -> Result<()> {
        for mut piece in pieces {
            let (key, spots) = (piece.key.clone(), std::mem::take(&mut piece.at));
            let asset = self.tx.create(self.asset(piece)?)?;
            self.names.assets.add(key, asset.id)?;
            for spot in spots {
                self.place(asset.id, spot)?;
            }
        }
        Ok(())
    }

    fn asset(&self, piece: Piece) -> Result<AssetFields> {
        let format = self.tx.view().formats.need(self.names.formats.find(&piece.format)?)?;
        let (maintain, deepen) = (piece.maintain.as_deref(), piece.deepen.as_deref());
        Ok(AssetFields {
            url: piece.published.map(|_| format!("{SITE}{}", piece.key)).unwrap_or_default(),
            format_id: Some(format.id),
            purpose: piece.purpose.or(format.purpose),
            interactive: piece.interactive.unwrap_or(format.interactive),
            visual: piece.visual.unwrap_or(format.visual),
            on_demand: piece.on_demand,
            channels: piece.channels,
            language: piece.language,
            themes: piece.themes,
            owner: piece.owner,
            due_on: piece.due.map(|days| self.day(days)),
            published_on: piece.published.map(|days| self.day(days)),
            reviewed_on: piece.reviewed.map(|days| self.day(days)),
            cost: piece.cost.map(euros),
            takeaways: piece.takeaways,
            maintain: self.names.step(maintain)?,
            deepen: self.names.step(deepen)?,
            editorial: piece.editorial,
            funding: piece.funding,
            budget: piece.budget.map(euros),
            summary: piece.summary,
            ..AssetFields::titled(piece.title, piece.status)
        })
    }

    fn place(&mut self, asset: AssetId, spot: Spot) -> Result<()> {
        let persona = self.names.personas.find(&spot.persona)?;
        let stage = self.names.stages.find(&spot.stage)?;
        let deepen = spot.deepen.map(|name| self.names.step(Some(&name))).transpose()?;
        let placement = self.tx.create(PlacementFields {
            trigger_ids: self.names.triggers.all(&spot.on)?,
            deepen,
            ..PlacementFields::at(asset, persona, stage)
        })?;
        spot.said.into_iter().try_for_each(|said| self.answer(placement.id, said))
    }

    fn answer(&mut self, placement_id: PlacementId, said: Said) -> Result<()> {
        let Said(who, answer, when, reason, entered_by) = said;
        let member_id = self.names.members.find(&who)?;
        let entered_by = self.names.members.find(entered_by.as_deref().unwrap_or(&who))?;
        let side = self.tx.view().members.need(member_id)?.role.side();
        self.tx.create(VerdictFields {
            placement_id,
            member_id,
            entered_by,
            side,
            answer,
            reason,
            answered_at: self.moment(when),
        })?;
        Ok(())
    }
}

fn euros(whole: i64) -> Money {
    Money { minor: whole * 100, currency: CURRENCY.to_owned() }
}
