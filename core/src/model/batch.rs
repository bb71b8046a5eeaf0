//! Files of facts that were taken in.

use super::text::check_length;
use super::word::words;
use super::{Entity, Fields, LINE_LIMIT, Millis};
use crate::error::Result;
use crate::id::{BatchId, EntityKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

words! {
    /// What a file of facts holds.
    #[derive(Default)]
    FactKind {
        /// People.
        #[default]
        Leads = "leads",
        /// Companies.
        Accounts = "accounts",
        /// What people did.
        Events = "events",
        /// Which stages leads or deals reached.
        Moves = "moves",
        /// Deals.
        Deals = "deals",
        /// E-mails that went out, counted.
        Sends = "sends",
        /// Days of channels, counted.
        ChannelDays = "channelDays",
        /// Rows that carry no person and no id, counted by stage.
        StageCounts = "stageCounts",
    }
}

impl FactKind {
    /// Whether such a file can tell what content was requested and opened.
    pub fn has_requests(self) -> bool {
        matches!(self, Self::Leads | Self::Events)
    }
}

/// A file of facts that was taken in.
pub type Batch = Entity<BatchFields>;

/// What came with a file. Its rows count while the plan has this batch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BatchFields {
    /// The number that its rows bear; given out once.
    pub number: i64,
    /// The name of the file.
    pub file: String,
    /// The newest time in the file; the time of the import where it has none.
    pub as_of: Millis,
    /// Rows read.
    pub rows: i64,
    /// Leads, accounts, deals or counts made.
    #[serde(alias = "leads")]
    pub added: i64,
    /// Those of earlier files about which it had something new.
    pub updated: i64,
    /// Events added.
    pub events: i64,
    /// The numbers of earlier batches to whose rows it adds: they stay as long as it does.
    pub builds_on: Vec<i64>,
    /// What the file held.
    #[serde(default)]
    pub kind: FactKind,
}

impl Fields for BatchFields {
    type Id = BatchId;
    const KIND: EntityKind = EntityKind::Batch;

    fn check(&self) -> Result<()> {
        check_length("file", "The name of the file", &self.file, LINE_LIMIT)
    }

    fn title(&self) -> String {
        self.file.clone()
    }
}
