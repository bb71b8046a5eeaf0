//! Leads that speak for us, whether or not they buy.

use super::text::{check_length, tidy_text};
use super::{Entity, Fields, Millis, TEXT_LIMIT, lead_number};
use crate::error::Result;
use crate::id::{AdvocateId, EntityKind, MemberId};
use crate::require;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A mark on a lead that speaks for us.
pub type Advocate = Entity<AdvocateFields>;

/// That a lead recommends us, refers others or may be named as a reference (product.md, section 9).
/// It names nobody: a lead is told by its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AdvocateFields {
    /// The lead's number among the identities of this workspace, as 16 hexadecimal digits.
    pub lead: String,
    /// How it speaks for us.
    #[serde(default)]
    pub note: String,
    /// Since when it is marked.
    pub marked_at: Millis,
    /// Who marked it.
    #[serde(default)]
    pub member_id: Option<MemberId>,
}

impl Fields for AdvocateFields {
    type Id = AdvocateId;
    const KIND: EntityKind = EntityKind::Advocate;

    fn tidy(&mut self) {
        tidy_text(&mut self.note);
    }

    fn check(&self) -> Result<()> {
        require!(lead_number(&self.lead).is_some(), "lead", "This is no number of a lead.");
        check_length("note", "The note", &self.note, TEXT_LIMIT)
    }

    fn title(&self) -> String {
        "Advocate".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::lead_told;

    #[test]
    fn a_mark_tells_its_lead_by_number() {
        let mark = AdvocateFields {
            lead: lead_told(0x7F),
            note: "Spoke at our meetup".into(),
            marked_at: Millis(20),
            member_id: None,
        };
        mark.check().unwrap();
        assert!(AdvocateFields { lead: "ada@example.com".into(), ..mark.clone() }.check().is_err());
        assert!(AdvocateFields { note: "x".repeat(TEXT_LIMIT + 1), ..mark }.check().is_err());
    }
}
