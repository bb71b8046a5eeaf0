//! What somebody does with leads.

use super::acts::{Act, Done};
use base64::Engine;
use serde_json::json;
use std::collections::BTreeSet;
use throughline_core::id::EntityId;

impl Act<'_> {
    /// A file of leads.
    pub(super) fn import_leads(&mut self) -> Done {
        let list = super::leads::file(&mut self.dice, self.number);
        self.import_facts(&list)
    }

    fn import_facts(&self, list: &str) -> Done {
        let bytes = base64::engine::general_purpose::STANDARD.encode(list);
        self.call("import.begin", json!({}))?;
        self.call("import.piece", json!({ "name": "leads.csv", "bytes": bytes }))?;
        let preview = self.host.attempt("facts.read", json!({}))?;
        self.call("facts.apply", json!({ "mapping": preview["mapping"] }))
    }

    /// Two leads of those that are there, for good; where there are none, some come in.
    pub(super) fn erase_leads(&mut self) -> Done {
        let known = self.host.attempt("lead.list", json!({ "sort": "name", "limit": 1_000 }))?;
        let rows = known["rows"].as_array().cloned().unwrap_or_default();
        let keys: Vec<u64> = rows.iter().filter_map(|row| row["key"].as_u64()).collect();
        let chosen: BTreeSet<u64> = (0..2).filter_map(|_| self.dice.one(&keys)).collect();
        if chosen.is_empty() {
            return self.import_leads();
        }
        self.call("lead.erase", json!({ "keys": chosen }))
    }

    /// What marketing and sales promise each other from some month on.
    pub(super) fn agree(&mut self) -> Done {
        let (year, month) = (2020 + self.dice.below(8), self.dice.below(12) + 1);
        self.call(
            "agreement.create",
            json!({ "fields": {
                "startsOn": format!("{year}-{month:02}-01"),
                "marketing": { "leads": self.number, "accepted": 60, "context": ["email", "title"] },
                "marketingQuota": { "leads": 40, "revenue": { "minor": 100_000, "currency": "EUR" } },
                "notes": format!("Agreed at {}", self.number),
            }}),
        )
    }

    /// Leads of a persona go to a member.
    pub(super) fn route(&mut self) -> Done {
        let ids: Vec<_> = self.plan.personas.iter().map(|one| one.id.uuid()).collect();
        let members: Vec<_> = self.plan.members.iter().map(|one| one.id.uuid()).collect();
        let (persona, owner) = (self.dice.one(&ids), self.dice.one(&members));
        let personas: Vec<_> = persona.into_iter().collect();
        self.call(
            "routingRule.create",
            json!({ "fields": { "personaIds": personas, "countries": ["Germany"], "ownerId": owner } }),
        )
    }

    /// The first lead in the queue is answered; where nobody waits, somebody asks for a demo.
    pub(super) fn answer_lead(&mut self) -> Done {
        let queue = self.host.attempt("followUp.list", json!({}))?;
        let Some(key) = queue["rows"][0]["key"].as_u64() else { return self.ask_for_a_demo() };
        let answer = if self.dice.happens(50) {
            json!({ "key": key, "answer": "accepted" })
        } else {
            json!({ "key": key, "answer": "turnedBack", "reason": "notReady", "note": "Next year" })
        };
        self.call("followUp.answer", answer)
    }

    /// A lead speaks for us; where there is none to name, some come in.
    pub(super) fn mark_advocate(&mut self) -> Done {
        let known = self.host.attempt("lead.list", json!({ "sort": "name", "limit": 1_000 }))?;
        let rows = known["rows"].as_array().cloned().unwrap_or_default();
        let named = rows.iter().filter(|row| row["email"] != "");
        let keys: Vec<u64> = named.filter_map(|row| row["key"].as_u64()).collect();
        let Some(key) = self.dice.one(&keys) else { return self.import_leads() };
        let note = format!("Spoke for us at {}", self.number);
        self.call("advocate.mark", json!({ "key": key, "note": note }))
    }

    fn ask_for_a_demo(&mut self) -> Done {
        let (who, hour) = (self.dice.below(500), self.dice.below(20));
        self.import_facts(&format!(
            "Email,Activity Type,Activity Date\n\
             lead{who}@example.org,Demo,2026-02-28 {hour:02}:30:00\n"
        ))
    }
}
