//! What leads did, lead by lead in the order of time, with the rules each act meets and without what
//! machines did.

use super::links::{FEWEST, Links, links};
use super::matching::{Matching, Told, What};
use crate::demand::assets::Assets;
use crate::error::Result;
use crate::facts::event::Events;
use crate::id::{AssetId, PersonaId};
use crate::model::{Architecture, EventKind};
use crate::plan::Plan;
use crate::scoring::Act;
use chrono::{DateTime, Datelike};
use chrono_tz::Tz;
use std::collections::{BTreeSet, HashMap};

/// An e-mail opened or clicked so soon after it arrived was opened by a machine, in milliseconds.
const TOO_SOON: i64 = 10_000;
/// Days are told by quarters of an hour: no zone begins its days in between.
const QUARTER: i64 = 900_000;

/// What machines did in the name of one lead: when, and what. `events` = those of its segment.
pub(in crate::demand) fn by_machines(
    plan: &Plan,
    view: &Architecture,
    events: &[Events],
    slot: u16,
) -> Result<BTreeSet<(i64, EventKind)>> {
    let links = links(plan)?;
    let mut reading = Reading::new(Assets::of(view), &links, Tz::UTC);
    let theirs = reading.sorted(events, Some(slot));
    Ok(theirs.iter().filter(|did| did.machine).map(|did| (did.at, did.kind)).collect())
}

/// Something a lead did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::demand) struct Did {
    pub(in crate::demand) slot: u16,
    pub(in crate::demand) at: i64,
    pub(in crate::demand) kind: EventKind,
    /// Numbers of channel, content and campaign.
    pub(in crate::demand) channel: u32,
    pub(in crate::demand) asset: u32,
    pub(in crate::demand) campaign: u32,
    pub(in crate::demand) machine: bool,
}

impl Did {
    /// Whether its lead did it of its own accord: more than being shown or sent something, and no machine.
    pub(in crate::demand) fn is_touch(&self) -> bool {
        self.kind.is_engagement() && !self.machine
    }

    /// Whether it is what makes its lead hot at that time.
    pub(in crate::demand) fn makes_hot_at(&self, at: i64) -> bool {
        self.at == at && self.kind.is_hot() && !self.machine
    }
}

/// Reads what leads did.
pub(in crate::demand) struct Reading<'a> {
    pub(in crate::demand) assets: Assets,
    channels: Numbers,
    campaigns: Numbers,
    links: &'a Links,
    zone: Tz,
    days: HashMap<i64, i32>,
}

#[derive(Default)]
struct Numbers {
    known: HashMap<String, u32>,
    texts: Vec<String>,
}

impl Numbers {
    fn number(&mut self, text: &str) -> u32 {
        if let Some(known) = self.known.get(text) {
            return *known;
        }
        let number = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.known.insert(text.to_owned(), number);
        self.texts.push(text.to_owned());
        number
    }
}

impl<'a> Reading<'a> {
    pub(in crate::demand) fn new(assets: Assets, links: &'a Links, zone: Tz) -> Self {
        Self {
            assets,
            channels: Numbers::default(),
            campaigns: Numbers::default(),
            links,
            zone,
            days: HashMap::new(),
        }
    }

    /// All that is in some lists, by lead and time; of one lead alone where it is told.
    pub(in crate::demand) fn sorted(&mut self, lists: &[Events], only: Option<u16>) -> Vec<Did> {
        let size = if only.is_some() { 0 } else { lists.iter().map(Events::len).sum() };
        let mut all = Vec::with_capacity(size);
        for events in lists {
            let assets: Vec<u32> =
                events.assets.words.iter().map(|word| self.assets.number(word)).collect();
            let channels: Vec<u32> =
                events.channels.words.iter().map(|word| self.channels.number(word)).collect();
            let campaigns: Vec<u32> =
                events.campaigns.words.iter().map(|word| self.campaigns.number(word)).collect();
            for at in 0..events.len() {
                let (slot, kind, time) = events.act(at);
                if only.is_some_and(|only| only != slot) {
                    continue;
                }
                all.push(Did {
                    slot,
                    at: time,
                    kind,
                    channel: channels[events.channels.codes[at] as usize],
                    asset: assets[events.assets.codes[at] as usize],
                    campaign: campaigns[events.campaigns.codes[at] as usize],
                    machine: events.is_machine(at),
                });
            }
        }
        if !all.is_sorted() {
            all.sort_unstable();
        }
        self.mark_machines(&mut all);
        all
    }

    /// Marks what machines did: opened or clicked within ten seconds of delivery, or clicked every
    /// link of a mail.
    fn mark_machines(&self, all: &mut [Did]) {
        let of_mail =
            |did: &Did| matches!(did.kind, EventKind::EmailOpened | EventKind::EmailClicked);
        for theirs in all.chunk_by_mut(|a, b| a.slot == b.slot) {
            if !theirs.iter().any(of_mail) {
                continue;
            }
            let mut arrived: HashMap<u32, i64> = HashMap::new();
            let mut clicked: HashMap<u32, BTreeSet<u32>> = HashMap::new();
            for did in theirs.iter_mut() {
                match did.kind {
                    EventKind::EmailSent | EventKind::EmailDelivered => {
                        arrived.insert(did.campaign, did.at);
                    }
                    EventKind::EmailOpened | EventKind::EmailClicked => {
                        let soon = arrived.get(&did.campaign);
                        did.machine |= soon.is_some_and(|at| did.at - at <= TOO_SOON);
                        if did.kind == EventKind::EmailClicked {
                            clicked.entry(did.campaign).or_default().insert(did.asset);
                        }
                    }
                    _ => {}
                }
            }
            clicked.retain(|campaign, links| {
                let text = &self.campaigns.texts[*campaign as usize];
                links.len() >= FEWEST && self.links.get(text).is_some_and(|all| links.len() >= *all)
            });
            for did in theirs.iter_mut().filter(|did| did.kind == EventKind::EmailClicked) {
                did.machine |= clicked.contains_key(&did.campaign);
            }
        }
    }

    /// The content, the channel and the campaign of an act.
    pub(in crate::demand) fn names(&self, did: &Did) -> (&str, &str, &str) {
        (
            &self.assets.names[did.asset as usize],
            &self.channels.texts[did.channel as usize],
            &self.campaigns.texts[did.campaign as usize],
        )
    }

    /// The number of an act's channel; of that by which its lead came, where the act has none.
    pub(in crate::demand) fn channel_of(&mut self, did: &Did, source: &str) -> u32 {
        if self.channels.texts[did.channel as usize].is_empty() {
            self.channel_named(source)
        } else {
            did.channel
        }
    }

    /// The number of a channel.
    pub(in crate::demand) fn channel_named(&mut self, name: &str) -> u32 {
        self.channels.number(name)
    }

    /// The channel of a number.
    pub(in crate::demand) fn channel(&self, number: u32) -> &str {
        &self.channels.texts[number as usize]
    }

    /// The campaign of a number.
    pub(in crate::demand) fn campaign(&self, number: u32) -> &str {
        &self.campaigns.texts[number as usize]
    }

    /// The content of a number.
    pub(in crate::demand) fn asset(&self, number: u32) -> &str {
        &self.assets.names[number as usize]
    }

    /// The content of the plan that a number stands for, if it is one.
    pub(in crate::demand) fn asset_id(&self, number: u32) -> Option<AssetId> {
        self.assets.id_of(number)
    }

    /// The acts of one lead of a persona. What machines did is left out.
    pub(super) fn acts(
        &mut self,
        theirs: &[Did],
        persona: Option<PersonaId>,
        matching: &mut Matching<'_>,
        acts: &mut Vec<Act>,
    ) {
        acts.clear();
        for did in theirs.iter().filter(|did| !did.machine) {
            let Did { kind, channel, asset, .. } = *did;
            let told = Told {
                channel: &self.channels.texts[channel as usize],
                content: &self.assets.names[asset as usize],
                asset: self.assets.id_of(asset),
            };
            let rules = matching.rules(What { kind, channel, asset, persona }, told);
            let (activity, hot) = (kind.is_engagement(), kind.is_hot());
            if rules != 0 || activity || hot {
                let day = if rules & matching.by_day == 0 { 0 } else { self.day(did.at) };
                acts.push(Act { at: did.at, day, rules, activity, hot });
            }
        }
    }

    /// The day of the workspace.
    fn day(&mut self, at: i64) -> i32 {
        let zone = self.zone;
        *self.days.entry(at.div_euclid(QUARTER)).or_insert_with(|| {
            let time = DateTime::from_timestamp_millis(at);
            time.map_or(0, |time| time.with_timezone(&zone).date_naive().num_days_from_ce())
        })
    }
}
