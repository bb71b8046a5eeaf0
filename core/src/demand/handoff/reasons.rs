//! What sales answered about the leads of each persona, and why it turned leads back.

use super::cases::Cases;
use crate::id::PersonaId;
use crate::model::{SalesAnswer, TurnBackReason, Word};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// How often leads were turned back for a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReasonCount {
    /// The reason.
    pub reason: TurnBackReason,
    /// So many leads.
    pub leads: u32,
}

/// What became of the leads of a persona that were handed over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonaAnswers {
    /// The persona; `None` = leads whose title tells of none.
    pub persona: Option<PersonaId>,
    /// Handed over.
    pub handed: u32,
    /// Accepted.
    pub accepted: u32,
    /// Turned back.
    pub turned_back: u32,
    /// Why, the most frequent first.
    pub reasons: Vec<ReasonCount>,
}

/// What became of leads by persona, those of none last.
pub fn answers_by_persona(cases: &Cases) -> Vec<PersonaAnswers> {
    let mut found: BTreeMap<(bool, Option<PersonaId>), (PersonaAnswers, Reasons)> = BTreeMap::new();
    for case in &cases.all {
        let (told, reasons) = found.entry((case.persona.is_none(), case.persona)).or_default();
        told.persona = case.persona;
        told.handed += 1;
        let Some(answer) = &case.answer else { continue };
        match answer.answer {
            SalesAnswer::Accepted => told.accepted += 1,
            SalesAnswer::TurnedBack => told.turned_back += 1,
        }
        reasons.add(answer.reason);
    }
    let told = found
        .into_values()
        .map(|(told, reasons)| PersonaAnswers { reasons: reasons.counts(), ..told });
    told.collect()
}

/// Reasons, counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Reasons([u32; TurnBackReason::ALL.len()]);

impl Reasons {
    pub(super) fn add(&mut self, reason: Option<TurnBackReason>) {
        let at = reason.and_then(|one| TurnBackReason::ALL.iter().position(|other| *other == one));
        if let Some(at) = at {
            self.0[at] += 1;
        }
    }

    /// Those that were given, the most frequent first.
    pub(super) fn counts(&self) -> Vec<ReasonCount> {
        let counts = TurnBackReason::ALL.iter().zip(self.0);
        let mut counts: Vec<ReasonCount> = counts
            .filter(|(_, leads)| *leads > 0)
            .map(|(reason, leads)| ReasonCount { reason: *reason, leads })
            .collect();
        counts.sort_by_key(|one| std::cmp::Reverse(one.leads));
        counts
    }
}
