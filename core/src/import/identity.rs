//! Which asset a row is about: its external id says so, else its address ([`url_key`]), else, for a
//! row that has neither, its title.
//!
//! Two rows with the same address and different external ids are two assets: the tool they come
//! from holds them apart. A title alone finds an asset that was there before the import, or one
//! that goes by its title alone; files with the same title are different files. A row with neither
//! id nor address whose title several assets bear is nobody's, and is rejected.

use super::address::{is_web_address, url_key};
use super::reading::Said;
use crate::model::Architecture;
use crate::model::text::fold;
use std::collections::HashMap;

/// An asset by its place among those that are known: first those of the plan, then the new ones.
pub(super) type Place = usize;

/// What identifies assets, looked up.
#[derive(Default)]
pub(super) struct Identities {
    by_id: HashMap<String, Place>,
    by_address: HashMap<String, Vec<Place>>,
    by_title: HashMap<String, Vec<Place>>,
    /// What each place goes by now.
    now: Vec<Names>,
    reading_plan: bool,
}

/// What an asset goes by: empty where it has none.
#[derive(Clone, Default)]
struct Names {
    id: String,
    address: String,
    title: String,
    /// It has neither id nor web address, and so goes by its title alone.
    titled: bool,
    /// It goes by the path of a file.
    file: bool,
}

/// Whose row it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    Known(Place),
    Nobody,
    /// Several could be meant.
    Unclear,
}

impl Identities {
    pub(super) fn of(plan: &Architecture) -> Self {
        let mut identities = Self { reading_plan: true, ..Self::default() };
        for (place, asset) in plan.assets.iter().enumerate() {
            identities.learn(place, &asset.external_id, &asset.url, &asset.title);
        }
        identities.reading_plan = false;
        identities
    }

    /// Takes in what an asset goes by now. The plan's assets keep the titles they had before the
    /// import, so that the order of the rows does not decide whose a title is.
    pub(super) fn learn(&mut self, place: Place, id: &str, address: &str, title: &str) {
        if self.now.len() <= place {
            self.now.resize(place + 1, Names::default());
        }
        if !id.is_empty() {
            self.by_id.entry(id.to_owned()).or_insert(place);
        }
        let web = is_web_address(address);
        let titled = id.is_empty() && !web;
        let mut names = Names {
            id: id.to_owned(),
            address: url_key(address),
            title: fold(title.trim()),
            titled,
            file: !web && !address.is_empty(),
        };
        let before = &self.now[place];
        if self.reading_plan || titled {
            rename(&mut self.by_title, place, &before.title, &names.title);
        } else {
            names.title.clone_from(&before.title);
        }
        rename(&mut self.by_address, place, &before.address, &names.address);
        self.now[place] = names;
    }

    /// Whose a row is.
    pub(super) fn owner(&self, said: &Said) -> Owner {
        if let Some(place) = self.by_id.get(&said.external_id) {
            return Owner::Known(*place);
        }
        let at_address = self.by_address.get(&url_key(&said.address.text));
        let mut at_address = at_address.into_iter().flatten();
        // One without an id first: what has an id is known by it.
        let without_id = at_address.clone().find(|place| self.now[**place].id.is_empty());
        let compatible = |_: &&Place| said.external_id.is_empty();
        if let Some(place) = without_id.or_else(|| at_address.find(compatible)) {
            return Owner::Known(*place);
        }
        if said.address.web || !said.external_id.is_empty() {
            return Owner::Nobody;
        }
        self.owner_by_title(said)
    }

    fn owner_by_title(&self, said: &Said) -> Owner {
        let title = if said.title.is_empty() { &said.spare_title } else { &said.title };
        let is_file = !said.address.text.is_empty();
        let bearers = self.by_title.get(&fold(title.trim())).into_iter().flatten();
        // Two files may well have the same title.
        let bearers: Vec<Place> =
            bearers.copied().filter(|place| !(is_file && self.now[*place].file)).collect();
        let titled: Vec<_> = bearers.iter().filter(|place| self.now[**place].titled).collect();
        match (titled.as_slice(), bearers.as_slice()) {
            ([place], _) => Owner::Known(**place),
            (_, [place]) => Owner::Known(*place),
            (_, []) => Owner::Nobody,
            _ if is_file => Owner::Nobody,
            _ => Owner::Unclear,
        }
    }
}

/// Lists a place under its new key in place of the old one.
fn rename(map: &mut HashMap<String, Vec<Place>>, place: Place, before: &str, now: &str) {
    if before == now {
        return;
    }
    if let Some(places) = map.get_mut(before) {
        places.retain(|known| *known != place);
    }
    if !now.is_empty() {
        map.entry(now.to_owned()).or_default().push(place);
    }
}
