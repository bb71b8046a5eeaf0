//! What facts are about, and what is known of each: one text a field.

use super::field::ChannelDayField;
use super::field::{AccountField, DealField, LeadField, SendField, StageCountField};
use crate::model::{Word, words};

words! {
    /// What rows of facts are about. Each has segments of its own.
    Subject {
        /// People.
        Lead = "lead",
        /// Companies.
        Account = "account",
        /// Deals.
        Deal = "deal",
        /// E-mails that went out, counted.
        Send = "send",
        /// A day of a channel, counted.
        ChannelDay = "channelDay",
        /// Rows that carry no person and no id, counted by stage.
        StageCount = "stageCount",
    }
}

impl Subject {
    /// The words of its fields, in the order in which they are kept.
    pub fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Lead => LeadField::WORDS,
            Self::Account => AccountField::WORDS,
            Self::Deal => DealField::WORDS,
            Self::Send => SendField::WORDS,
            Self::ChannelDay => ChannelDayField::WORDS,
            Self::StageCount => StageCountField::WORDS,
        }
    }
}

/// A field of a subject.
pub trait FactField: Word {
    /// Whose it is.
    const SUBJECT: Subject;
    /// The words of all fields of the subject.
    const WORDS: &'static [&'static str];
    /// Its place among all fields of the subject. Places are kept in workspaces: new fields come
    /// last.
    fn at(self) -> usize;
}

/// How many fields a subject has at most: what a patch restates is one bit a field.
pub const MOST_FIELDS: usize = 32;
