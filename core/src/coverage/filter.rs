//! Which content a map counts.

use super::fact::Fact;
use crate::id::{AssetId, FormatId, TriggerId};
use crate::model::text::fold;
use crate::model::{Architecture, Asset, Purpose, Status};
use foldhash::HashSet;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use ts_rs::TS;

/// Which content counts. An empty list lets everything pass; within a list one match is enough;
/// every list must be passed. Words are compared folded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Filter {
    /// Only placements that answer this trigger.
    pub trigger_id: Option<TriggerId>,
    /// Themes.
    pub themes: Vec<String>,
    /// Formats.
    pub format_ids: Vec<FormatId>,
    /// Owners.
    pub owners: Vec<String>,
    /// Statuses.
    pub statuses: Vec<Status>,
    /// Languages.
    pub languages: Vec<String>,
    /// Purposes.
    pub purposes: Vec<Purpose>,
    /// Words that must all be found in the title, themes, owner, address or external id.
    pub text: String,
}

impl Filter {
    /// Whether everything passes.
    pub fn is_empty(&self) -> bool {
        self.trigger_id.is_none() && !self.concerns_assets()
    }

    /// The assets that pass, in the order of their making; the trigger, which is a matter of
    /// placements, is left to the map.
    pub fn passing(&self, architecture: &Architecture) -> Vec<Arc<Asset>> {
        let folded = Folded::of(self);
        let assets = architecture.assets.iter();
        assets.filter(|asset| folded.passes(architecture, self, asset)).cloned().collect()
    }

    fn concerns_assets(&self) -> bool {
        let any = [&self.themes, &self.owners, &self.languages].iter().any(|list| !list.is_empty());
        any || !self.format_ids.is_empty()
            || !self.statuses.is_empty()
            || !self.purposes.is_empty()
            || !self.text.trim().is_empty()
    }
}

/// A filter made ready: the assets that pass it.
#[derive(Debug)]
pub(super) struct Sieve {
    pub(super) trigger: Option<TriggerId>,
    assets: Option<HashSet<AssetId>>,
}

impl Sieve {
    /// The filter made ready; `None` where everything passes.
    pub(super) fn of(architecture: &Architecture, filter: &Filter) -> Option<Self> {
        if filter.is_empty() {
            return None;
        }
        let assets = filter.concerns_assets().then(|| {
            let folded = Folded::of(filter);
            let assets = architecture.assets.iter();
            let passing = assets.filter(|asset| folded.passes(architecture, filter, asset));
            passing.map(|asset| asset.id).collect()
        });
        Some(Self { trigger: filter.trigger_id, assets })
    }

    pub(super) fn passes(&self, fact: &Fact) -> bool {
        let placement = &fact.placement;
        self.assets.as_ref().is_none_or(|assets| assets.contains(&placement.asset_id))
            && self.trigger.is_none_or(|trigger| placement.trigger_ids.contains(&trigger))
    }
}

/// The words of a filter, folded once.
struct Folded {
    themes: Vec<String>,
    owners: Vec<String>,
    languages: Vec<String>,
    words: Vec<String>,
}

impl Folded {
    fn of(filter: &Filter) -> Self {
        let folded = |list: &[String]| list.iter().map(|text| fold(text.trim())).collect();
        Self {
            themes: folded(&filter.themes),
            owners: folded(&filter.owners),
            languages: folded(&filter.languages),
            words: fold(&filter.text).split_whitespace().map(str::to_owned).collect(),
        }
    }

    fn passes(&self, architecture: &Architecture, filter: &Filter, asset: &Asset) -> bool {
        let formats = &filter.format_ids;
        let purposes = &filter.purposes;
        let text = architecture.index.folded(asset.id);
        (filter.statuses.is_empty() || filter.statuses.contains(&asset.status))
            && (formats.is_empty() || asset.format_id.is_some_and(|id| formats.contains(&id)))
            && (purposes.is_empty() || asset.purpose.is_some_and(|one| purposes.contains(&one)))
            && is_among(&self.owners, [&asset.owner])
            && is_among(&self.languages, [&asset.language])
            && is_among(&self.themes, &asset.themes)
            && self.words.iter().all(|word| text.contains(word.as_str()))
    }
}

fn is_among<'a>(wanted: &[String], given: impl IntoIterator<Item = &'a String>) -> bool {
    wanted.is_empty() || given.into_iter().any(|text| wanted.contains(&fold(text)))
}
