//! What channels, content and campaigns are called in the files, of any time: what a filter can ask for.
//! Found beside a count of all leads and kept with its figures, so that nobody counts for it.

use super::kept::WAY;
use super::look::Lead;
use super::sends::Sending;
use super::spend::ChannelDay;
use crate::demand::assets::Assets;
use crate::demand::score::Reading;
use crate::error::{Error, Result};
use crate::model::Architecture;
use crate::model::text::fold;
use crate::plan::Plan;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What the files name, each once and by name; content of the plan by its title.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KpiNames {
    /// Channels, those by which leads came among them.
    pub channels: Vec<String>,
    /// Content.
    pub assets: Vec<String>,
    /// Campaigns.
    pub campaigns: Vec<String>,
}

/// Texts, each once whatever its case: of several spellings the first in order.
#[derive(Clone, Debug, Default)]
struct Distinct(BTreeMap<String, String>);

impl Distinct {
    fn add(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let known = self.0.entry(fold(text)).or_insert_with(|| text.to_owned());
        if text < known.as_str() {
            text.clone_into(known);
        }
    }

    fn into_list(self) -> Vec<String> {
        self.0.into_values().collect()
    }
}

/// Collects what is named.
#[derive(Clone, Debug, Default)]
pub(super) struct Named {
    channels: Distinct,
    assets: Distinct,
    campaigns: Distinct,
}

impl Named {
    pub(super) fn merge(&mut self, other: &Self) {
        let pairs = [
            (&mut self.channels, &other.channels),
            (&mut self.assets, &other.assets),
            (&mut self.campaigns, &other.campaigns),
        ];
        for (ours, theirs) in pairs {
            theirs.0.values().for_each(|text| ours.add(text));
        }
    }

    pub(super) fn day(&mut self, day: &ChannelDay) {
        self.channels.add(&day.channel);
        self.assets.add(&day.asset);
        self.campaigns.add(&day.campaign);
    }

    pub(super) fn sending(&mut self, sending: &Sending) {
        self.campaigns.add(&sending.campaign);
    }

    pub(super) fn told(self) -> KpiNames {
        KpiNames {
            channels: self.channels.into_list(),
            assets: self.assets.into_list(),
            campaigns: self.campaigns.into_list(),
        }
    }
}

/// Which numbers of a reading came.
#[derive(Clone, Debug, Default)]
struct Numbers(Vec<bool>);

impl Numbers {
    fn add(&mut self, number: u32) {
        let at = number as usize;
        if at >= self.0.len() {
            self.0.resize(at + 1, false);
        }
        self.0[at] = true;
    }

    fn each(&self) -> impl Iterator<Item = u32> {
        let came = self.0.iter().zip(0_u32..).filter(|(came, _)| **came);
        came.map(|(_, number)| number)
    }
}

/// What leads did has which names, by their numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct Met {
    channels: Numbers,
    assets: Numbers,
    campaigns: Numbers,
}

impl Met {
    pub(super) fn look(&mut self, lead: &Lead<'_>, reading: &mut Reading<'_>) {
        self.channels.add(reading.channel_named(lead.source));
        for did in lead.passing() {
            self.channels.add(did.channel);
            self.assets.add(did.asset);
            self.campaigns.add(did.campaign);
        }
    }

    pub(super) fn named(&self, reading: &Reading<'_>) -> Named {
        let mut named = Named::default();
        self.channels.each().for_each(|one| named.channels.add(reading.channel(one)));
        self.assets.each().for_each(|one| named.assets.add(reading.asset(one)));
        self.campaigns.each().for_each(|one| named.campaigns.add(reading.campaign(one)));
        named
    }
}

/// What it is kept by.
fn figure() -> String {
    format!("kpi {WAY} names")
}

/// What it depends on: the facts, and which content of the plan they mean.
fn stamp(plan: &Plan, view: &Architecture) -> Result<String> {
    Ok(format!("{} {}", plan.facts_stamp(view)?, Assets::of(view).stamp()))
}

/// The names that were kept with the figures of all leads.
pub(super) fn kept(plan: &Plan, view: &Architecture) -> Result<Option<KpiNames>> {
    let kept = plan.kept_figure(&figure(), &stamp(plan, view)?)?;
    Ok(kept.and_then(|kept| serde_json::from_str(&kept).ok()))
}

/// Keeps them.
pub(super) fn keep(plan: &Plan, view: &Architecture, names: &KpiNames) -> Result<()> {
    let json = serde_json::to_string(names).map_err(|error| Error::Internal(error.to_string()))?;
    plan.keep_figure(&figure(), &stamp(plan, view)?, json);
    Ok(())
}
