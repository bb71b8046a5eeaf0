//! Where else somebody is named: in the plan, which people wrote, and in what was done to it. That is
//! no record of a lead. It stays, and whoever erases is told of it.

use crate::each_kind;
use crate::error::Result;
use crate::id::{EntityId, EntityKind};
use crate::model::text::fold;
use crate::model::{Architecture, words};
use crate::plan::{Plan, Ruled};
use crate::store::history;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeSet;
use ts_rs::TS;
use uuid::Uuid;

words! {
    /// What of somebody stands somewhere.
    Mentioned {
        /// An address.
        Address = "address",
        /// A name of two words or more; one word is a word before it is somebody.
        Name = "name",
    }
}

/// A thing of the plan that names somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Mention {
    /// The kind of thing.
    pub kind: EntityKind,
    /// Its id.
    #[ts(type = "string")]
    pub id: Uuid,
    /// What it is called.
    pub title: String,
    /// What of somebody stands there.
    pub what: Mentioned,
}

/// What somebody is looked for by: folded.
struct Wanted {
    addresses: Vec<String>,
    names: Vec<String>,
}

impl Wanted {
    fn of(emails: &BTreeSet<String>, names: &BTreeSet<String>) -> Self {
        let names = names.iter().map(|name| fold(name.trim())).filter(|name| name.contains(' '));
        Self { addresses: emails.iter().map(|email| fold(email)).collect(), names: names.collect() }
    }

    fn is_empty(&self) -> bool {
        self.addresses.is_empty() && self.names.is_empty()
    }

    /// What of somebody stands in a text.
    fn look(&self, text: &str) -> Option<Mentioned> {
        let text = fold(text);
        if self.addresses.iter().any(|one| stands_in(&text, one)) {
            Some(Mentioned::Address)
        } else {
            self.names.iter().any(|one| stands_in(&text, one)).then_some(Mentioned::Name)
        }
    }

    fn look_in(&self, value: &Value) -> Option<Mentioned> {
        match value {
            Value::String(text) => self.look(text),
            Value::Array(all) => all.iter().filter_map(|one| self.look_in(one)).min(),
            Value::Object(all) => all.values().filter_map(|one| self.look_in(one)).min(),
            _ => None,
        }
    }
}

/// Whether a word stands in a text by itself, not as a part of a longer one.
fn stands_in(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// The things of the plan that name somebody, by addresses and names as files said them, and how many
/// edits of the history do. `except` = things that are theirs.
pub(crate) fn mentions(
    plan: &Plan,
    (emails, names): (&BTreeSet<String>, &BTreeSet<String>),
    except: &BTreeSet<Uuid>,
) -> Result<(Vec<Mention>, u64)> {
    let wanted = Wanted::of(emails, names);
    if wanted.is_empty() {
        return Ok((Vec::new(), 0));
    }
    let view = plan.view();
    let mut found = Vec::new();
    each_kind!(F => look_at::<F>(&view, &wanted, &mut found));
    found.retain(|mention| !except.contains(&mention.id));
    let mut edits = BTreeSet::new();
    plan.read_store(|session| {
        history::each_edit(session, &mut |edit| {
            if wanted.look(&edit.subject).is_some() {
                edits.insert(edit.seq);
            }
        })?;
        history::each_change(session, &mut |seq, change| {
            if except.contains(&change.id) {
                return;
            }
            let states = [change.before, change.after];
            let named = states.iter().flatten().any(|json| {
                serde_json::from_str(json).is_ok_and(|value| wanted.look_in(&value).is_some())
            });
            if named {
                edits.insert(seq);
            }
        })
    })?;
    Ok((found, edits.len() as u64))
}

fn look_at<F: Ruled>(plan: &Architecture, wanted: &Wanted, found: &mut Vec<Mention>) {
    for entity in F::table(plan).in_order() {
        let fields = serde_json::to_value(&entity.fields).unwrap_or_default();
        if let Some(what) = wanted.look_in(&fields) {
            let title = entity.fields.title_in(plan);
            found.push(Mention { kind: F::KIND, id: entity.id.uuid(), title, what });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_two_words_and_addresses_are_found_where_they_stand_alone() {
        let texts = |all: &[&str]| all.iter().map(|&one| one.to_owned()).collect();
        let wanted = Wanted::of(&texts(&["ada@x.example"]), &texts(&["Ada Kim", "May"]));
        for (text, what) in [
            ("Ask Ada@X.example.", Some(Mentioned::Address)),
            ("ADA KIM said so, ada@x.example too", Some(Mentioned::Address)),
            ("What Áda Kim said", Some(Mentioned::Name)),
            ("Ada Kimberley", None),
            ("ada@x.example2", None),
            ("In May", None),
        ] {
            assert_eq!(wanted.look(text), what, "{text}");
        }
    }
}
