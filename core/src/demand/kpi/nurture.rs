//! What becomes of e-mails, mail by mail.

use super::look::Lead;
use super::spans::{Spans, Stock};
use super::split::{Merge, Split};
use crate::demand::score::{Did, Reading};
use crate::model::EventKind;

/// What became of mails.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Mails {
    pub(super) sent: u32,
    pub(super) opened: u32,
    pub(super) clicked: u32,
    pub(super) hard: u32,
    pub(super) soft: u32,
    pub(super) unsubscribed: u32,
}

impl Merge for Mails {
    fn merge(&mut self, other: Self) {
        self.sent = self.sent.saturating_add(other.sent);
        self.opened = self.opened.saturating_add(other.opened);
        self.clicked = self.clicked.saturating_add(other.clicked);
        self.hard = self.hard.saturating_add(other.hard);
        self.soft = self.soft.saturating_add(other.soft);
        self.unsubscribed = self.unsubscribed.saturating_add(other.unsubscribed);
    }
}

/// Counts them, by the campaigns' numbers.
#[derive(Clone, Debug)]
pub(super) struct Nurture {
    periods: Vec<Split<u32, Mails>>,
    /// Who can be written to.
    pub(super) database: Stock,
    /// The mails to the lead that is looked at.
    mails: Vec<Mail>,
}

/// One mail to one lead. What is told of it again counts once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mail {
    campaign: u32,
    /// When it was sent.
    pub(super) at: i64,
    arrived: bool,
    /// What became of it: each 0 or 1.
    pub(super) told: Mails,
}

impl Nurture {
    pub(super) fn new(spans: &Spans<'_>) -> Self {
        let periods = vec![Split::default(); spans.len()];
        Self { periods, database: Stock::default(), mails: Vec::new() }
    }

    /// `has_total` = of which campaigns' numbers mails are counted by a total.
    pub(super) fn look(
        &mut self,
        lead: &Lead<'_>,
        spans: &mut Spans<'_>,
        mut has_total: impl FnMut(u32) -> bool,
    ) {
        lead.mails(&mut self.mails);
        for mail in &self.mails {
            if has_total(mail.campaign) {
                continue;
            }
            for at in spans.of(mail.at).1 {
                self.periods[*at].all.merge(mail.told);
                self.periods[*at].at(mail.campaign).merge(mail.told);
            }
        }
        if let Some((from, to)) = lead.in_reach().filter(|_| lead.is_counted) {
            self.database.stay(spans, from, to);
        }
    }

    pub(super) fn named(self, reading: &Reading<'_>) -> (Vec<Split<String, Mails>>, Stock) {
        let name = |number: &u32| reading.campaign(*number).to_owned();
        (self.periods.into_iter().map(|one| one.named(name)).collect(), self.database)
    }
}

impl Lead<'_> {
    /// The mails it got that pass, one by one.
    pub(super) fn mails(&self, mails: &mut Vec<Mail>) {
        mails.clear();
        for did in self.passing().filter(|did| is_of_mail(did.kind)) {
            mailed(mails, did);
        }
    }
}

fn mailed(mails: &mut Vec<Mail>, did: &Did) {
    let last = mails.iter().rposition(|mail| mail.campaign == did.campaign);
    let known = last.filter(|at| match did.kind {
        EventKind::EmailSent => false,
        EventKind::EmailDelivered => !mails[*at].arrived,
        _ => true,
    });
    // No more mails can be wanted of one that nobody tells of.
    if known.is_none() && did.kind == EventKind::EmailUnsubscribed {
        return;
    }
    let place = known.unwrap_or_else(|| {
        let told = Mails { sent: 1, ..Mails::default() };
        mails.push(Mail { campaign: did.campaign, at: did.at, arrived: false, told });
        mails.len() - 1
    });
    let mail = &mut mails[place];
    match did.kind {
        EventKind::EmailDelivered => mail.arrived = true,
        EventKind::EmailOpened if !did.machine => mail.told.opened = 1,
        EventKind::EmailClicked if !did.machine => mail.told.clicked = 1,
        EventKind::EmailBouncedHard => mail.told.hard = 1,
        EventKind::EmailBouncedSoft => mail.told.soft = 1,
        EventKind::EmailUnsubscribed => mail.told.unsubscribed = 1,
        _ => {}
    }
}

pub(super) fn is_of_mail(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::EmailSent
            | EventKind::EmailDelivered
            | EventKind::EmailOpened
            | EventKind::EmailClicked
            | EventKind::EmailBouncedHard
            | EventKind::EmailBouncedSoft
            | EventKind::EmailUnsubscribed
    )
}
