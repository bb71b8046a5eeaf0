//! Who is named in a plan, and what each is called without a name.

use crate::model::text::fold;
use crate::model::{Architecture, Role};
use std::collections::HashMap;

/// Everybody who is named where somebody is.
#[derive(Default)]
pub(super) struct People {
    /// What somebody is called, by the folded name or e-mail.
    called: HashMap<String, String>,
    /// Names as they are written, with what takes their place.
    written: Vec<(String, String)>,
    /// Those who are no members.
    others: usize,
}

impl People {
    /// The members by role and number, in their order; then whoever owns, says or was asked.
    pub(super) fn of(plan: &Architecture) -> Self {
        let mut people = Self::default();
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for member in plan.members.in_order() {
            let role = noun(member.role);
            let count = counts.entry(role).or_default();
            *count += 1;
            people.know(&member.name, format!("{role} {count}"));
        }
        for member in plan.members.in_order() {
            let called = people.called(&member.name);
            people.know(&member.email, called);
        }
        let owners = plan.assets.iter().map(|one| &one.owner);
        let owners = owners.chain(plan.programmes.iter().map(|one| &one.owner));
        let owners = owners.chain(plan.decisions.iter().map(|one| &one.owner));
        let authors = plan.insights.iter().map(|one| &one.author);
        let asked = plan.interviews.iter().map(|one| &one.who);
        owners.chain(authors).chain(asked).for_each(|name| people.meet(name));
        people
    }

    /// What somebody is called; nothing where nobody is named.
    pub(super) fn called(&self, name: &str) -> String {
        self.called.get(&fold(name)).cloned().unwrap_or_default()
    }

    /// Names as they are written, with what takes their place.
    pub(super) fn written(&self) -> impl Iterator<Item = (&str, &str)> {
        self.written.iter().map(|(name, called)| (name.as_str(), called.as_str()))
    }

    fn know(&mut self, name: &str, called: String) {
        if !name.is_empty() {
            self.called.entry(fold(name)).or_insert_with(|| called.clone());
            self.written.push((name.to_owned(), called));
        }
    }

    /// Somebody who may be a member, or be met already.
    fn meet(&mut self, name: &str) {
        if !name.is_empty() && !self.called.contains_key(&fold(name)) {
            self.others += 1;
            self.know(name, format!("Person {}", self.others));
        }
    }
}

fn noun(role: Role) -> &'static str {
    match role {
        Role::Strategist => "Strategist",
        Role::Reviewer => "Reviewer",
        Role::Sales => "Sales",
    }
}
