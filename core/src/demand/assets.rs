//! Which content of the plan a file means by a name: an external id, an address or a title.

use crate::id::{AssetId, EntityId};
use crate::import::{is_web_address, url_key};
use crate::model::Architecture;
use crate::model::text::fold;
use siphasher::sip::SipHasher13;
use std::collections::HashMap;
use std::hash::Hasher;

/// Contents by the names that files give them.
pub(super) struct Assets {
    /// Ours by what people call it: external id, address, title.
    ours: HashMap<String, Ours>,
    numbers: HashMap<String, u32>,
    by_name: HashMap<String, u32>,
    pub(super) names: Vec<String>,
    formats_of: Vec<u32>,
    pub(super) formats: Vec<String>,
    ids: Vec<Option<AssetId>>,
}

/// A piece of content of the plan.
#[derive(Clone)]
struct Ours {
    id: AssetId,
    title: String,
    format: String,
}

impl Assets {
    pub(super) fn of(plan: &Architecture) -> Self {
        let mut ours = HashMap::new();
        for asset in plan.assets.iter() {
            let format = asset.format_id.and_then(|id| plan.formats.get(id));
            let format = format.map_or_else(String::new, |format| format.name.clone());
            let told = Ours { id: asset.id, title: asset.title.clone(), format };
            for key in [fold(&asset.title), address(&asset.url), fold(&asset.external_id)] {
                if !key.is_empty() {
                    ours.entry(key).or_insert_with(|| told.clone());
                }
            }
        }
        Self {
            ours,
            numbers: HashMap::new(),
            by_name: HashMap::new(),
            names: Vec::new(),
            formats_of: Vec::new(),
            formats: Vec::new(),
            ids: Vec::new(),
        }
    }

    /// What the names of contents are told by: which name stands for which content.
    pub(super) fn stamp(&self) -> String {
        let mut names: Vec<_> = self.ours.iter().map(|(name, ours)| (name, ours.id)).collect();
        names.sort_unstable();
        let mut hasher = SipHasher13::new();
        for (name, id) in names {
            hasher.write(name.as_bytes());
            hasher.write(id.uuid().as_bytes());
        }
        format!("{:016x}", hasher.finish())
    }

    /// The number of the content that a file names so.
    pub(super) fn number(&mut self, text: &str) -> u32 {
        if let Some(known) = self.numbers.get(text) {
            return *known;
        }
        let told = self.ours.get(&fold(text)).or_else(|| self.ours.get(&address(text))).cloned();
        let id = told.as_ref().map(|told| told.id);
        let (name, format) =
            told.map_or_else(|| (text.to_owned(), String::new()), |told| (told.title, told.format));
        let known = self.by_name.get(&fold(&name)).copied();
        let number = known.unwrap_or_else(|| {
            let place = self.formats.iter().position(|known| *known == format);
            let place = place.unwrap_or_else(|| {
                self.formats.push(format);
                self.formats.len() - 1
            });
            self.formats_of.push(u32::try_from(place).unwrap_or(u32::MAX));
            self.names.push(name.clone());
            self.ids.push(id);
            let number = u32::try_from(self.names.len() - 1).unwrap_or(u32::MAX);
            self.by_name.insert(fold(&name), number);
            number
        });
        self.numbers.insert(text.to_owned(), number);
        number
    }

    /// The piece of content of the plan that it is, if it is one.
    pub(super) fn id_of(&self, asset: u32) -> Option<AssetId> {
        self.ids.get(asset as usize).copied().flatten()
    }

    pub(super) fn format_of(&self, asset: u32) -> u32 {
        self.formats_of[asset as usize]
    }
}

/// An address without what differs from visit to visit; other texts folded.
fn address(text: &str) -> String {
    if is_web_address(text) { url_key(text) } else { fold(text) }
}
