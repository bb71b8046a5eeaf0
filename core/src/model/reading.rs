//! Who has read what a rep must know of an asset.

use super::{Architecture, Asset, Entity, Fields, Millis};
use crate::error::Result;
use crate::id::{AssetId, EntityKind, MemberId, ReadingId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A member's reading of an asset's takeaways; one for each asset and member, the latest.
pub type Reading = Entity<ReadingFields>;

/// What was read, and when. It counts for as long as the asset says the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadingFields {
    /// The asset.
    pub asset_id: AssetId,
    /// Who has read it.
    pub member_id: MemberId,
    /// The takeaways as they were read.
    pub takeaways: Vec<String>,
    /// When.
    pub read_at: Millis,
}

impl Architecture {
    /// Whether a member has read the takeaways of an asset as they are now.
    pub fn has_read(&self, asset: &Asset, member: MemberId) -> bool {
        let reading = self.index.reading_of(asset.id, member).and_then(|id| self.readings.get(id));
        reading.is_some_and(|reading| reading.takeaways == asset.takeaways)
    }

    /// Who has read the takeaways of an asset as they are now, in the order of the members.
    pub fn readers(&self, asset: &Asset) -> Vec<MemberId> {
        if asset.takeaways.is_empty() {
            return Vec::new();
        }
        let members = self.members.in_order().into_iter().map(|member| member.id);
        members.filter(|member| self.has_read(asset, *member)).collect()
    }
}

impl Fields for ReadingFields {
    type Id = ReadingId;
    const KIND: EntityKind = EntityKind::Reading;

    fn check(&self) -> Result<()> {
        Ok(())
    }

    fn title(&self) -> String {
        String::new()
    }
}
