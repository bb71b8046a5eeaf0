//! What becomes of leads that are handed over: who gets them, and what sales answers.

use super::lead::lead_number;
use super::text::{check_length, fold, tidy_list, tidy_text};
use super::word::words;
use super::{Entity, Fields, LINE_LIMIT, Millis, TEXT_LIMIT};
use crate::error::Result;
use crate::id::{EntityKind, LeadAnswerId, MemberId, PersonaId, RoutingRuleId};
use crate::require;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What sales answered about a lead that was handed over.
pub type LeadAnswer = Entity<LeadAnswerFields>;
/// A rule that tells who gets a lead.
pub type RoutingRule = Entity<RoutingRuleFields>;

words! {
    /// What sales says to a lead.
    SalesAnswer {
        /// It takes the lead on.
        Accepted = "accepted",
        /// It gives the lead back.
        TurnedBack = "turnedBack",
    }
}

words! {
    /// Why sales gives a lead back.
    TurnBackReason {
        /// It does not want to buy yet.
        NotReady = "notReady",
        /// There is no money for it.
        NoBudget = "noBudget",
        /// Somebody else decides.
        WrongPerson = "wrongPerson",
        /// Address, name or company are not true.
        BadData = "badData",
        /// It works for a competitor.
        Competitor = "competitor",
        /// It is known already as another lead.
        Duplicate = "duplicate",
    }
}

impl TurnBackReason {
    /// Whether such a lead is never handed over again (product.md, section 6).
    pub fn excludes(self) -> bool {
        matches!(self, Self::Competitor | Self::Duplicate)
    }
}

/// What sales answered. It names nobody: a lead is told by its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeadAnswerFields {
    /// The lead's number among the identities of this workspace, as 16 hexadecimal digits.
    pub lead: String,
    /// What.
    pub answer: SalesAnswer,
    /// Why it was turned back; `None` for one that was accepted.
    #[serde(default)]
    pub reason: Option<TurnBackReason>,
    /// When.
    pub answered_at: Millis,
    /// When the lead had been handed over.
    pub handed_at: Millis,
    /// When sales was in touch with it, as far as no file tells.
    #[serde(default)]
    pub touched_at: Option<Millis>,
    /// What there is to say of it.
    #[serde(default)]
    pub note: String,
    /// Who answered.
    #[serde(default)]
    pub member_id: Option<MemberId>,
}

impl Fields for LeadAnswerFields {
    type Id = LeadAnswerId;
    const KIND: EntityKind = EntityKind::LeadAnswer;

    fn tidy(&mut self) {
        tidy_text(&mut self.note);
    }

    fn check(&self) -> Result<()> {
        require!(lead_number(&self.lead).is_some(), "lead", "This is no number of a lead.");
        let given_back = self.answer == SalesAnswer::TurnedBack;
        require!(
            given_back == self.reason.is_some(),
            "reason",
            "A lead is turned back for a reason, and accepted without one."
        );
        let after = self.handed_at <= self.answered_at;
        require!(after, "answeredAt", "A lead is answered after it was handed over.");
        let told = self.touched_at.is_none_or(|at| at <= self.answered_at);
        require!(told, "touchedAt", "The time of the call lies after the answer.");
        check_length("note", "The note", &self.note, TEXT_LIMIT)
    }

    fn title(&self) -> String {
        match self.answer {
            SalesAnswer::Accepted => "Accepted".to_owned(),
            SalesAnswer::TurnedBack => "Turned back".to_owned(),
        }
    }
}

/// Which leads go to whom. A list that is empty asks for nothing; rules are looked at in their order,
/// and the first that a lead meets holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RoutingRuleFields {
    /// Leads of one of these personas.
    #[serde(default)]
    pub persona_ids: Vec<PersonaId>,
    /// Leads of an account with one of these names or domains.
    #[serde(default)]
    pub accounts: Vec<String>,
    /// Leads of one of these countries.
    #[serde(default)]
    pub countries: Vec<String>,
    /// Who gets them.
    pub owner_id: MemberId,
}

impl Fields for RoutingRuleFields {
    type Id = RoutingRuleId;
    const KIND: EntityKind = EntityKind::RoutingRule;

    fn tidy(&mut self) {
        tidy_list(&mut self.accounts);
        tidy_list(&mut self.countries);
    }

    fn check(&self) -> Result<()> {
        for account in &self.accounts {
            check_length("accounts", "An account", account, LINE_LIMIT)?;
        }
        for country in &self.countries {
            check_length("countries", "A country", country, LINE_LIMIT)?;
        }
        Ok(())
    }

    fn title(&self) -> String {
        let told = self.accounts.iter().chain(&self.countries).cloned().collect::<Vec<_>>();
        if told.is_empty() { "Routing rule".to_owned() } else { told.join(", ") }
    }
}

impl RoutingRuleFields {
    /// Whether a lead of that persona, company, domain and country meets it.
    pub fn meets(&self, persona: Option<PersonaId>, account: [&str; 2], country: &str) -> bool {
        let of = |list: &[String], texts: &[&str]| {
            let folded: Vec<String> = texts.iter().map(|text| fold(text)).collect();
            let is =
                |one: &String| folded.iter().any(|text| !text.is_empty() && *text == fold(one));
            list.is_empty() || list.iter().any(is)
        };
        let personas = &self.persona_ids;
        (personas.is_empty() || persona.is_some_and(|id| personas.contains(&id)))
            && of(&self.accounts, &account)
            && of(&self.countries, &[country])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::EntityId;
    use crate::model::lead::lead_told;
    use uuid::Uuid;

    fn answer() -> LeadAnswerFields {
        LeadAnswerFields {
            lead: lead_told(0x7F),
            answer: SalesAnswer::Accepted,
            reason: None,
            answered_at: Millis(20),
            handed_at: Millis(10),
            touched_at: None,
            note: String::new(),
            member_id: None,
        }
    }

    #[test]
    fn an_answer_is_told_by_number_time_and_reason() {
        answer().check().unwrap();
        let named = LeadAnswerFields { lead: "ada@example.com".into(), ..answer() };
        let early = LeadAnswerFields { answered_at: Millis(9), ..answer() };
        let why = LeadAnswerFields { reason: Some(TurnBackReason::NotReady), ..answer() };
        let back = LeadAnswerFields { answer: SalesAnswer::TurnedBack, ..answer() };
        let later = LeadAnswerFields { touched_at: Some(Millis(21)), ..answer() };
        for fields in [named, early, why, back, later] {
            assert!(fields.check().is_err(), "{fields:?}");
        }
    }

    #[test]
    fn a_rule_asks_for_each_of_its_lists() {
        let persona = PersonaId::from_uuid(Uuid::from_u128(1));
        let rule = RoutingRuleFields {
            persona_ids: vec![persona],
            accounts: vec!["Northwind".into(), "acme.example".into()],
            countries: vec!["Germany".into()],
            owner_id: MemberId::from_uuid(Uuid::from_u128(2)),
        };
        assert!(rule.meets(Some(persona), ["northwind", ""], "GERMANY"));
        assert!(rule.meets(Some(persona), ["Acme Inc", "acme.example"], "germany"));
        assert!(!rule.meets(None, ["northwind", ""], "germany"), "no persona");
        assert!(!rule.meets(Some(persona), ["Other", ""], "germany"), "another account");
        assert!(!rule.meets(Some(persona), ["northwind", ""], ""), "no country");
        let all =
            RoutingRuleFields { persona_ids: vec![], accounts: vec![], countries: vec![], ..rule };
        assert!(all.meets(None, ["", ""], ""));
    }
}
