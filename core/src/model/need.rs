//! What a deal at a stage needs.

use super::text::{check_length, check_line, tidy_line, tidy_text};
use super::word::words;
use super::{Entity, Fields, TEXT_LIMIT};
use crate::error::Result;
use crate::id::{AssetId, EntityKind, MappingId, MemberId, NeedId, PersonaId, StageId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What a deal at a stage needs, for one persona or for all.
pub type Need = Entity<NeedFields>;
/// A remembered column mapping.
pub type Mapping = Entity<MappingFields>;

words! {
    /// Who needs it.
    NeedKind {
        /// Sales, to go on.
        SalesNeed = "sales need",
        /// The buyer asks it.
        BuyerQuestion = "buyer question",
        /// The buyer holds it against us.
        Objection = "objection",
    }
}

words! {
    /// How much a deal depends on it.
    Importance {
        /// Without it the deal stands still.
        Must = "must",
        /// It slows the deal.
        Should = "should",
        /// It would help.
        Nice = "nice",
    }
}

/// The facts of a need. Its status is derived per cell, never stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NeedFields {
    /// The stage at which it is needed.
    pub stage_id: StageId,
    /// For whom; `None` = for every persona.
    #[serde(default)]
    pub persona_id: Option<PersonaId>,
    /// Who needs it.
    pub kind: NeedKind,
    /// What is needed.
    pub text: String,
    /// How much.
    pub importance: Importance,
    /// Who asked for it.
    #[serde(default)]
    pub author_id: Option<MemberId>,
    /// The assets that answer it.
    #[serde(default)]
    pub answer_ids: Vec<AssetId>,
    /// Declined, with the reason.
    #[serde(default)]
    pub declined: Option<String>,
}

impl Fields for NeedFields {
    type Id = NeedId;
    const KIND: EntityKind = EntityKind::Need;

    fn tidy(&mut self) {
        tidy_line(&mut self.text);
        self.declined.iter_mut().for_each(tidy_text);
        self.answer_ids.sort_unstable();
        self.answer_ids.dedup();
    }

    fn check(&self) -> Result<()> {
        check_line("text", "The need", &self.text)?;
        if let Some(reason) = &self.declined {
            check_line("declined", "The reason for declining", reason)?;
            check_length("declined", "The reason for declining", reason, TEXT_LIMIT)?;
        }
        Ok(())
    }

    fn title(&self) -> String {
        self.text.clone()
    }
}

/// How the columns and values of files with one header are read, remembered from the last import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MappingFields {
    /// The header, folded and joined: files with the same header share a mapping.
    pub header: String,
    /// Field of ours → column of theirs.
    pub columns: BTreeMap<String, String>,
    /// Field of ours → (value of theirs → value of ours).
    pub mapped_values: BTreeMap<String, BTreeMap<String, String>>,
    /// Answers to questions asked once a file, such as the order of day and month.
    pub choices: BTreeMap<String, String>,
}

impl Fields for MappingFields {
    type Id = MappingId;
    const KIND: EntityKind = EntityKind::Mapping;

    fn check(&self) -> Result<()> {
        check_length("header", "The header", &self.header, TEXT_LIMIT)
    }

    fn title(&self) -> String {
        String::new()
    }
}
