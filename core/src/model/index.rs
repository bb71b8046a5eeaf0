//! Look-ups of the plan in memory by something else than an id.

use super::text::fold;
use super::{Asset, Exclusion, Placement, Reading, Verdict};
use crate::id::{
    AssetId, ExclusionId, MemberId, PersonaId, PlacementId, ReadingId, StageId, VerdictId,
};
use imbl::{HashMap, OrdSet};
use std::sync::Arc;

/// The indexes of an [`Architecture`](super::Architecture), kept by it alone.
#[derive(Clone, Debug, Default)]
pub struct Index {
    by_cell: HashMap<(PersonaId, StageId), OrdSet<PlacementId>>,
    by_asset: HashMap<AssetId, OrdSet<PlacementId>>,
    by_placement: HashMap<PlacementId, OrdSet<VerdictId>>,
    exclusions: HashMap<(PersonaId, StageId), ExclusionId>,
    folded: HashMap<AssetId, Arc<str>>,
    readings: HashMap<(AssetId, MemberId), ReadingId>,
}

impl Index {
    /// The placements in a cell, oldest first.
    pub fn placements_at(
        &self,
        persona: PersonaId,
        stage: StageId,
    ) -> impl Iterator<Item = PlacementId> + '_ {
        self.by_cell.get(&(persona, stage)).into_iter().flatten().copied()
    }

    /// The placements of an asset, oldest first.
    pub fn placements_of(&self, asset: AssetId) -> impl Iterator<Item = PlacementId> + '_ {
        self.by_asset.get(&asset).into_iter().flatten().copied()
    }

    /// The placements in a cell or those of an asset, whichever are fewer.
    pub(super) fn placements_near(
        &self,
        asset: AssetId,
        persona: PersonaId,
        stage: StageId,
    ) -> impl Iterator<Item = PlacementId> + '_ {
        let (cell, own) = (self.by_cell.get(&(persona, stage)), self.by_asset.get(&asset));
        let count = |set: Option<&OrdSet<PlacementId>>| set.map_or(0, OrdSet::len);
        let fewer = if count(cell) <= count(own) { cell } else { own };
        fewer.into_iter().flatten().copied()
    }

    /// Whether an asset is placed anywhere.
    pub fn is_placed(&self, asset: AssetId) -> bool {
        self.by_asset.contains_key(&asset)
    }

    /// The answers to a placement's deal check, oldest first.
    pub fn verdicts_on(&self, placement: PlacementId) -> impl Iterator<Item = VerdictId> + '_ {
        self.by_placement.get(&placement).into_iter().flatten().copied()
    }

    /// The mark that sets a cell not applicable.
    pub fn exclusion_at(&self, persona: PersonaId, stage: StageId) -> Option<ExclusionId> {
        self.exclusions.get(&(persona, stage)).copied()
    }

    /// An asset's searchable text (title, themes, owner, address, external id), folded.
    pub fn folded(&self, asset: AssetId) -> &str {
        self.folded.get(&asset).map_or("", |text| text)
    }

    /// A member's reading of an asset's takeaways.
    pub fn reading_of(&self, asset: AssetId, member: MemberId) -> Option<ReadingId> {
        self.readings.get(&(asset, member)).copied()
    }

    pub(super) fn add_asset(&mut self, asset: &Arc<Asset>) {
        let text = [&asset.title, &asset.url, &asset.owner, &asset.external_id]
            .into_iter()
            .chain(&asset.themes)
            .map(|text| fold(text))
            .collect::<Vec<_>>()
            .join("\n");
        self.folded.insert(asset.id, text.into());
    }

    pub(super) fn remove_asset(&mut self, asset: &Arc<Asset>) {
        self.folded.remove(&asset.id);
    }

    pub(super) fn add_placement(&mut self, placement: &Arc<Placement>) {
        let cell = (placement.persona_id, placement.stage_id);
        self.by_cell.entry(cell).or_default().insert(placement.id);
        self.by_asset.entry(placement.asset_id).or_default().insert(placement.id);
    }

    pub(super) fn remove_placement(&mut self, placement: &Arc<Placement>) {
        let cell = (placement.persona_id, placement.stage_id);
        remove_from(&mut self.by_cell, &cell, &placement.id);
        remove_from(&mut self.by_asset, &placement.asset_id, &placement.id);
    }

    pub(super) fn add_verdict(&mut self, verdict: &Arc<Verdict>) {
        self.by_placement.entry(verdict.placement_id).or_default().insert(verdict.id);
    }

    pub(super) fn remove_verdict(&mut self, verdict: &Arc<Verdict>) {
        remove_from(&mut self.by_placement, &verdict.placement_id, &verdict.id);
    }

    pub(super) fn add_exclusion(&mut self, exclusion: &Arc<Exclusion>) {
        self.exclusions.insert((exclusion.persona_id, exclusion.stage_id), exclusion.id);
    }

    pub(super) fn remove_exclusion(&mut self, exclusion: &Arc<Exclusion>) {
        self.exclusions.remove(&(exclusion.persona_id, exclusion.stage_id));
    }

    pub(super) fn add_reading(&mut self, reading: &Arc<Reading>) {
        self.readings.insert((reading.asset_id, reading.member_id), reading.id);
    }

    pub(super) fn remove_reading(&mut self, reading: &Arc<Reading>) {
        self.readings.remove(&(reading.asset_id, reading.member_id));
    }
}

/// Takes an id out of a set of the map, and the set out of the map once it is empty.
fn remove_from<K, V>(map: &mut HashMap<K, OrdSet<V>>, key: &K, value: &V)
where
    K: Clone + Eq + std::hash::Hash,
    V: Clone + Ord,
{
    if let Some(set) = map.get_mut(key) {
        set.remove(value);
        if set.is_empty() {
            map.remove(key);
        }
    }
}
