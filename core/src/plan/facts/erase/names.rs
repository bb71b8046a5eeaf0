//! What leads are known as: everything that any file ever said of who they are, whether it counts
//! now or could come to count again.

use super::super::read::texts_of;
use crate::error::Result;
use crate::facts::FactKey;
use crate::facts::erased::Erased;
use crate::facts::field::LeadField;
use crate::facts::patch::Patch;
use crate::facts::subject::{FactField, Subject};
use crate::facts::texts::Texts;
use crate::model::text::fold;
use crate::store::engine::Session;
use crate::store::facts::{self, SegmentRow};
use std::collections::{BTreeMap, BTreeSet};

/// What a lead was ever said to be known as.
#[derive(Debug, Default)]
pub(super) struct Said<'a> {
    /// Addresses.
    pub(super) emails: Vec<&'a str>,
    /// Ids of tools.
    pub(super) ids: Vec<&'a str>,
    /// Names.
    pub(super) names: Vec<&'a str>,
}

impl Said<'_> {
    fn clear(&mut self) {
        self.emails.clear();
        self.ids.clear();
        self.names.clear();
    }

    /// Whether it was erased.
    pub(super) fn is_in(&self, erased: &Erased) -> bool {
        let by_address = self.emails.iter().any(|email| erased.has_lead(email, ""));
        by_address || self.emails.is_empty() && self.ids.iter().any(|id| erased.has_lead("", id))
    }
}

/// What one row says of whom it is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) emails: BTreeSet<String>,
    pub(super) ids: BTreeSet<String>,
}

/// Some people: the rows about them, and what they are known as.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct People {
    pub(super) rows: BTreeMap<FactKey, Row>,
    pub(super) emails: BTreeSet<String>,
    pub(super) names: BTreeSet<String>,
    ids: BTreeSet<String>,
    /// Ids of theirs, folded, that other leads have too.
    pub(super) shared: BTreeSet<String>,
}

impl People {
    /// Whoever some rows are about: with all further rows that have one of their addresses, or have
    /// none and one of their ids.
    pub(super) fn of(session: &mut dyn Session, keys: BTreeSet<FactKey>) -> Result<Self> {
        let mut people = Self::default();
        people.rows.extend(keys.into_iter().map(|key| (key, Row::default())));
        loop {
            let mut found = Self::default();
            each_lead(session, &mut |key, said| {
                if people.rows.contains_key(&key) || people.has(said) {
                    found.add(key, said);
                } else {
                    found.shared.extend(said.ids.iter().map(|id| fold(id)));
                }
            })?;
            let ids: BTreeSet<String> = found.ids.iter().map(|id| fold(id)).collect();
            found.shared.retain(|id| ids.contains(id));
            if found == people {
                return Ok(found);
            }
            people = found;
        }
    }

    fn has(&self, said: &Said<'_>) -> bool {
        let by_address = said.emails.iter().any(|email| self.emails.contains(*email));
        by_address || said.emails.is_empty() && said.ids.iter().any(|id| self.ids.contains(*id))
    }

    fn add(&mut self, key: FactKey, said: &Said<'_>) {
        let owned = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect();
        let row = Row { emails: owned(&said.emails), ids: owned(&said.ids) };
        self.emails.extend(row.emails.iter().cloned());
        self.ids.extend(row.ids.iter().cloned());
        self.names.extend(said.names.iter().map(|&name| name.to_owned()));
        self.rows.insert(key, row);
    }
}

/// Hands over every row about a lead in the store with what it was ever said to be known as.
pub(super) fn each_lead(
    session: &mut dyn Session,
    each: &mut dyn FnMut(FactKey, &Said<'_>),
) -> Result<()> {
    let leads = facts::segments(session)?.into_iter().filter(|row| row.subject == Subject::Lead);
    for row in leads.collect::<Vec<_>>() {
        Columns::of(session, row)?.each(&mut *each);
    }
    Ok(())
}

/// The fields that tell who leads are.
const FIELDS: [LeadField; 3] = [LeadField::Email, LeadField::ExternalId, LeadField::Name];

/// What a segment says in those fields.
struct Columns {
    segment: u32,
    texts: [Texts; FIELDS.len()],
    /// What later files said, by slot.
    patched: BTreeMap<u16, [Vec<String>; FIELDS.len()]>,
}

impl Columns {
    fn of(session: &mut dyn Session, row: SegmentRow) -> Result<Self> {
        let mut patched = BTreeMap::<u16, [Vec<String>; FIELDS.len()]>::new();
        for (_, bytes) in facts::patches(session, row.segment)? {
            let patch = Patch::read(&bytes)?;
            for slot in patch.slots() {
                for (at, field) in FIELDS.iter().enumerate() {
                    if let Some(text) = patch.get(slot, field.at()) {
                        patched.entry(slot).or_default()[at].push(text.to_owned());
                    }
                }
            }
        }
        let mut texts: [Texts; FIELDS.len()] = Default::default();
        for (texts, field) in texts.iter_mut().zip(FIELDS) {
            *texts = texts_of(session, row, field.at())?;
        }
        Ok(Self { segment: row.segment, texts, patched })
    }

    fn each(&self, each: &mut dyn FnMut(FactKey, &Said<'_>)) {
        // One for all rows: there are many.
        let mut said = Said::default();
        for slot in 0..self.texts[0].codes.len() {
            let short = u16::try_from(slot).unwrap_or(u16::MAX);
            let later = self.patched.get(&short);
            said.clear();
            let all = [&mut said.emails, &mut said.ids, &mut said.names];
            for (at, (all, texts)) in all.into_iter().zip(&self.texts).enumerate() {
                all.extend(Some(texts.get(slot)).filter(|text| !text.is_empty()));
                all.extend(later.into_iter().flat_map(|later| &later[at]).map(String::as_str));
            }
            each(FactKey::at(self.segment, short), &said);
        }
    }
}
