//! E-mails to leads, each counted once: what was sent, else what arrived.

use crate::demand::programmes::Programmes;
use crate::facts::event::Events;
use crate::id::ProgrammeId;
use crate::model::EventKind;
use crate::model::text::fold;
use std::collections::HashMap;

/// A programme, or a campaign of none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sender {
    pub(super) name: String,
    pub(super) id: Option<ProgrammeId>,
}

impl Sender {
    /// What a campaign counts as. `folded` = its name so that case and accents do not matter.
    fn of(programmes: &Programmes, folded: &str, campaign: &str) -> Self {
        match programmes.of_campaign(folded) {
            Some((id, name)) => Self { id: Some(id), name: name.to_owned() },
            None => Self { id: None, name: campaign.to_owned() },
        }
    }

    /// What it is told apart by, whichever thread met it.
    pub(super) fn key(&self) -> (Option<ProgrammeId>, String) {
        (self.id, fold(&self.name))
    }
}

/// An e-mail to a lead of a part: its slot, the number of the sender, that of the campaign, when,
/// and whether it is told to have arrived, not to have been sent.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mail {
    pub(super) slot: u16,
    pub(super) sender: u32,
    campaign: u32,
    arrived: bool,
    at: i64,
}

/// Counts the e-mails of one thread.
pub(super) struct Counter<'a> {
    programmes: &'a Programmes,
    /// After this, up to that, in epoch milliseconds.
    span: (i64, i64),
    /// By what campaigns are called, and by that folded: the numbers of sender and campaign.
    campaigns: HashMap<String, (u32, u32)>,
    folded: HashMap<String, (u32, u32)>,
    /// What campaigns count as, by number.
    pub(super) senders: Vec<Sender>,
}

impl<'a> Counter<'a> {
    pub(super) fn new(programmes: &'a Programmes, span: (i64, i64)) -> Self {
        let (campaigns, folded) = (HashMap::new(), HashMap::new());
        Self { programmes, span, campaigns, folded, senders: Vec::new() }
    }

    /// The numbers of what a campaign counts as and of the campaign.
    fn number(&mut self, campaign: &str) -> (u32, u32) {
        if let Some(known) = self.campaigns.get(campaign) {
            return *known;
        }
        let folded = fold(campaign);
        let numbers = match self.folded.get(&folded) {
            Some(known) => *known,
            None => (self.sender(&folded, campaign), count(self.folded.len())),
        };
        self.folded.insert(folded, numbers);
        self.campaigns.insert(campaign.to_owned(), numbers);
        numbers
    }

    fn sender(&mut self, folded: &str, campaign: &str) -> u32 {
        let sender = Sender::of(self.programmes, folded, campaign);
        let known = self.senders.iter().position(|one| one.id.is_some() && one.id == sender.id);
        count(known.unwrap_or_else(|| {
            self.senders.push(sender);
            self.senders.len() - 1
        }))
    }

    /// The e-mails of a segment up to the end of the span, lead by lead: what was sent, and what arrived of
    /// campaigns of which nothing is told to have been sent to that lead.
    pub(super) fn mails(&mut self, lists: &[Events], only: Option<&[u16]>) -> Vec<Mail> {
        let mut mails = Vec::new();
        for events in lists {
            let words = events.campaigns.words.iter();
            let numbers: Vec<(u32, u32)> = words.map(|word| self.number(word)).collect();
            for place in 0..events.len() {
                let (slot, kind, at) = events.act(place);
                let arrived = match kind {
                    EventKind::EmailSent => false,
                    EventKind::EmailDelivered => true,
                    _ => continue,
                };
                if at <= self.span.1 && only.is_none_or(|only| only.contains(&slot)) {
                    let (sender, campaign) = numbers[events.campaigns.codes[place] as usize];
                    mails.push(Mail { slot, sender, campaign, arrived, at });
                }
            }
        }
        mails.sort_unstable();
        // What was sent comes first, so where nothing was the first one arrived.
        let same =
            |one: &Mail, other: &Mail| (one.slot, one.campaign) == (other.slot, other.campaign);
        let told = mails.chunk_by(same);
        let counted =
            told.flat_map(|mails| mails.iter().filter(|mail| mail.arrived == mails[0].arrived));
        counted.copied().collect()
    }

    pub(super) fn is_in_span(&self, mail: &Mail) -> bool {
        mail.at > self.span.0
    }
}

fn count(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}
