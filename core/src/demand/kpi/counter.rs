//! Counts leads, for every period at once: the work of one thread.

use super::content::{Content, Offer};
use super::engagement::{Engagement, Reached};
use super::look::{Lead, Looker, Shared};
use super::names::{Met, Named};
use super::nurture::{Mails, Nurture, is_of_mail};
use super::spans::{Spans, Stock};
use super::spend::Totals;
use super::split::{Merge, Split};
use super::stages::Stages;
use crate::demand::score::Reading;
use crate::model::EventKind;
use crate::plan::facts::Part;
use std::collections::HashMap;

/// What was counted, by name.
pub(super) struct Counted {
    pub(super) tells: Tells,
    pub(super) engagement: Vec<Split<String, Reached>>,
    pub(super) content: Vec<Split<String, Offer>>,
    pub(super) nurture: Vec<Split<String, Mails>>,
    pub(super) database: Stock,
    pub(super) stages: Stages,
    pub(super) named: Named,
}

/// What files tell of at all, of any time: of what they do not there is no data, which is not 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tells {
    pub(super) leads: u32,
    /// When leads became one.
    pub(super) created: bool,
    pub(super) requests: bool,
    pub(super) mails: bool,
}

impl Tells {
    fn note(&mut self, lead: &Lead<'_>) {
        self.leads += 1;
        self.created |= lead.created.is_some();
        for did in lead.passing() {
            self.requests |= did.kind == EventKind::Request;
            self.mails |= is_of_mail(did.kind);
        }
    }

    fn merge(&mut self, other: Self) {
        self.leads += other.leads;
        self.created |= other.created;
        self.requests |= other.requests;
        self.mails |= other.mails;
    }
}

impl Merge for Counted {
    fn merge(&mut self, other: Self) {
        self.tells.merge(other.tells);
        self.engagement.merge(other.engagement);
        self.content.merge(other.content);
        self.nurture.merge(other.nurture);
        self.database.merge(&other.database);
        self.stages.merge(other.stages);
        self.named.merge(&other.named);
    }
}

/// Work of one thread.
pub(super) struct Worker<'a> {
    looker: Looker<'a>,
    counting: Counting<'a>,
}

/// What is counted of each lead.
struct Counting<'a> {
    totals: &'a Totals,
    spans: Spans<'a>,
    /// Campaigns, by number, whose mails are counted by a total.
    counted: HashMap<u32, bool>,
    tells: Tells,
    engagement: Engagement,
    content: Content,
    nurture: Nurture,
    stages: Stages,
    met: Met,
}

impl<'a> Worker<'a> {
    pub(super) fn new(shared: &'a Shared<'a>, spans: Spans<'a>) -> Self {
        let stages = shared.tracks.line.leads;
        let looker = Looker::new(shared, spans.zone());
        let counting = Counting {
            totals: shared.totals,
            counted: HashMap::new(),
            tells: Tells::default(),
            engagement: Engagement::new(&spans),
            content: Content::new(&spans, stages),
            nurture: Nurture::new(&spans),
            stages: Stages::new(&spans, stages),
            met: Met::default(),
            spans,
        };
        Self { looker, counting }
    }

    pub(super) fn look(&mut self, part: &Part) {
        let Self { looker, counting } = self;
        looker.each(part, |reading, _, lead| counting.count(reading, lead));
    }

    pub(super) fn counted(self) -> Counted {
        let (reading, counting) = (self.looker.reading(), self.counting);
        let (nurture, database) = counting.nurture.named(reading);
        Counted {
            tells: counting.tells,
            engagement: counting.engagement.named(reading),
            content: counting.content.named(reading),
            nurture,
            database,
            stages: counting.stages,
            named: counting.met.named(reading),
        }
    }
}

impl Counting<'_> {
    fn count(&mut self, reading: &mut Reading<'_>, lead: &Lead<'_>) {
        let Self { spans, counted, .. } = self;
        let Totals { shown, mailed } = self.totals;
        self.tells.note(lead);
        self.met.look(lead, reading);
        self.engagement.look(lead, reading, spans, shown);
        self.content.look(lead, reading, spans, shown);
        self.nurture.look(lead, spans, |campaign| {
            *counted.entry(campaign).or_insert_with(|| mailed.has(reading.campaign(campaign)))
        });
        if lead.is_counted {
            self.stages.look(lead, spans);
        }
    }
}
