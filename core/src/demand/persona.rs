//! Which persona a job title tells of.

use crate::id::PersonaId;
use crate::import::plain_words;
use crate::model::Architecture;
use std::collections::HashMap;

/// The title patterns of all personas.
#[derive(Clone, Debug)]
pub(super) struct Personas {
    /// The parts of each pattern that must follow each other, the longest pattern first.
    patterns: Vec<(Vec<String>, PersonaId)>,
    known: HashMap<String, Option<PersonaId>>,
}

impl Personas {
    pub(super) fn of(plan: &Architecture) -> Self {
        let mut patterns = Vec::new();
        for persona in plan.personas.in_order() {
            for pattern in &persona.title_patterns {
                let parts: Vec<String> = pattern.split('*').map(plain_words).collect();
                let length = parts.iter().map(String::len).sum::<usize>();
                if length > 0 {
                    patterns.push((length, framed(pattern, parts), persona.id));
                }
            }
        }
        // Stable: of two patterns as long as each other the one of the persona further up.
        patterns.sort_by_key(|(length, ..)| std::cmp::Reverse(*length));
        let patterns = patterns.into_iter().map(|(_, parts, id)| (parts, id)).collect();
        Self { patterns, known: HashMap::new() }
    }

    /// The persona of a title: that of the longest pattern it meets.
    pub(super) fn of_title(&mut self, title: &str) -> Option<PersonaId> {
        if let Some(known) = self.known.get(title) {
            return *known;
        }
        let words = format!(" {} ", plain_words(title));
        let meets = |parts: &[String]| {
            let mut rest = words.as_str();
            parts.iter().all(|part| match rest.find(part.as_str()) {
                Some(at) => {
                    rest = &rest[at + part.len()..];
                    true
                }
                None => false,
            })
        };
        let found = self.patterns.iter().find(|(parts, _)| meets(parts)).map(|(_, id)| *id);
        self.known.insert(title.to_owned(), found);
        found
    }
}

/// The parts of a pattern; its words are whole at its ends, and beside a `*` that stands apart.
fn framed(pattern: &str, parts: Vec<String>) -> Vec<String> {
    let raw: Vec<&str> = pattern.split('*').collect();
    let last = parts.len() - 1;
    let mut framed = Vec::new();
    for (at, part) in parts.into_iter().enumerate() {
        if part.is_empty() {
            continue;
        }
        let before = at == 0 || raw[at].starts_with(char::is_whitespace);
        let after = at == last || raw[at].ends_with(char::is_whitespace);
        let space = |is: bool| if is { " " } else { "" };
        framed.push(format!("{}{part}{}", space(before), space(after)));
    }
    framed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demand::test_plan::northwind;
    use crate::model::{DecisionRole, PersonaFields};
    use crate::plan::Plan;

    fn personas(patterns: &[(&str, &[&str])]) -> (Plan, Vec<PersonaId>) {
        let plan = northwind();
        let ids = patterns
            .iter()
            .map(|(name, patterns)| {
                let mut fields = PersonaFields::named(*name, DecisionRole::Influencer, 3);
                fields.title_patterns = patterns.iter().map(|one| (*one).to_owned()).collect();
                let op = crate::plan::Op::one(
                    crate::plan::Verb::Create,
                    crate::id::EntityKind::Persona,
                    *name,
                );
                let by = crate::plan::By::default();
                plan.transact(by, op, |tx| tx.create(fields)).unwrap().value.id
            })
            .collect();
        (plan, ids)
    }

    #[test]
    fn the_longest_pattern_wins_and_words_are_whole() {
        let (plan, ids) = personas(&[
            ("CFO", &["CFO", "chief * officer"]),
            ("CISO", &["Chief Information Security Officer", "*sec*"]),
        ]);
        let mut personas = Personas::of(&plan.view());
        for (title, persona) in [
            ("CFO", Some(ids[0])),
            ("Group CFO & Founder", Some(ids[0])),
            ("CFOs", None),
            ("Chief Financial Officer", Some(ids[0])),
            ("chief information security officer", Some(ids[1])),
            ("VP, DevSecOps", Some(ids[1])),
            ("Chief", None),
            ("", None),
        ] {
            assert_eq!(personas.of_title(title), persona, "{title}");
        }
    }
}
