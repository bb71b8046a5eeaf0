//! Which content of the plan a file means by a name: an external id, an address or a title.

use crate::model::Architecture;
use crate::model::text::fold;
use std::collections::HashMap;

/// Contents by the names that files give them.
pub(super) struct Assets {
    /// The name of ours by what people call it: external id, address, title.
    ours: HashMap<String, (String, String)>,
    numbers: HashMap<String, u32>,
    by_name: HashMap<String, u32>,
    pub(super) names: Vec<String>,
    formats_of: Vec<u32>,
    pub(super) formats: Vec<String>,
}

impl Assets {
    pub(super) fn of(plan: &Architecture) -> Self {
        let mut ours = HashMap::new();
        for asset in plan.assets.iter() {
            let format = asset.format_id.and_then(|id| plan.formats.get(id));
            let format = format.map_or_else(String::new, |format| format.name.clone());
            let told = (asset.title.clone(), format);
            for key in [fold(&asset.title), fold(&asset.url), fold(&asset.external_id)] {
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
        }
    }

    /// The number of the content that a file names so.
    pub(super) fn number(&mut self, text: &str) -> u32 {
        if let Some(known) = self.numbers.get(text) {
            return *known;
        }
        let told = self.ours.get(&fold(text)).cloned();
        let (name, format) = told.unwrap_or_else(|| (text.to_owned(), String::new()));
        let known = self.by_name.get(&fold(&name)).copied();
        let number = known.unwrap_or_else(|| {
            let place = self.formats.iter().position(|known| *known == format);
            let place = place.unwrap_or_else(|| {
                self.formats.push(format);
                self.formats.len() - 1
            });
            self.formats_of.push(u32::try_from(place).unwrap_or(u32::MAX));
            self.names.push(name.clone());
            let number = u32::try_from(self.names.len() - 1).unwrap_or(u32::MAX);
            self.by_name.insert(fold(&name), number);
            number
        });
        self.numbers.insert(text.to_owned(), number);
        number
    }

    pub(super) fn format_of(&self, asset: u32) -> u32 {
        self.formats_of[asset as usize]
    }
}
