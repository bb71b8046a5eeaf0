//! What is asked of leads, one or two fields at a time.

use super::decay::{Held, number};
use crate::model::{ProfileField, Word};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// So many fields are asked at once.
const AT_ONCE: usize = 2;

/// Which fields of a lead are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Known(u16);

impl Known {
    /// Those fields.
    pub fn of(fields: impl IntoIterator<Item = ProfileField>) -> Self {
        fields.into_iter().fold(Self(0), Self::with)
    }

    /// That field, too.
    #[must_use]
    pub fn with(self, field: ProfileField) -> Self {
        Self(self.0 | 1 << field as u16)
    }

    /// Without that field.
    #[must_use]
    pub fn without(self, field: ProfileField) -> Self {
        Self(self.0 & !(1 << field as u16))
    }

    /// Whether a field is known.
    pub fn has(self, field: ProfileField) -> bool {
        self.0 & 1 << field as u16 != 0
    }

    /// The groups of which something is known.
    pub fn held(self) -> Held {
        let known = ProfileField::ALL.iter().filter(|field| self.has(**field));
        Held::of(known.map(|field| field.group()))
    }
}

/// How far a lead's profile has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ProfileProgress {
    /// Fields of the plan that are known.
    pub known: usize,
    /// Fields of the plan.
    pub planned: usize,
    /// What to ask next: the first one or two that are missing, in the plan's order.
    pub next: Vec<ProfileField>,
}

impl ProfileProgress {
    /// How far a lead has come with a plan.
    pub fn of(plan: &[ProfileField], known: Known) -> Self {
        let missing = plan.iter().copied().filter(|field| !known.has(*field));
        Self {
            known: plan.iter().filter(|field| known.has(**field)).count(),
            planned: plan.len(),
            next: missing.take(AT_ONCE).collect(),
        }
    }
}

/// Leads by what is known of them: what completeness is worked out from, for any plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profiles {
    #[serde(with = "as_list")]
    counts: BTreeMap<Known, u64>,
}

mod as_list {
    use super::{BTreeMap, Known};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    type Counts = BTreeMap<Known, u64>;

    pub(super) fn serialize<S: Serializer>(counts: &Counts, to: S) -> Result<S::Ok, S::Error> {
        counts.iter().collect::<Vec<_>>().serialize(to)
    }

    pub(super) fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Counts, D::Error> {
        Vec::deserialize(from).map(|list: Vec<_>| list.into_iter().collect())
    }
}

/// A field of the plan over all leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "AskedField")]
pub struct Asked {
    /// The field.
    pub field: ProfileField,
    /// Leads of which it is known.
    pub known: u64,
    /// Leads that are to be asked for it next.
    pub next: u64,
}

/// How far the profiles of all leads have come.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ProfileStock {
    /// All leads.
    pub leads: u64,
    /// Leads of which all of the plan is known.
    pub complete: u64,
    /// Known of what is planned over all leads, 0–1; `None` = no leads.
    pub completeness: Option<f64>,
    /// The plan, field by field.
    pub fields: Vec<Asked>,
}

impl Profiles {
    /// One more lead.
    pub fn add(&mut self, known: Known) {
        *self.counts.entry(known).or_default() += 1;
    }

    /// Those of others, too.
    pub fn merge(&mut self, other: &Self) {
        for (known, leads) in &other.counts {
            *self.counts.entry(*known).or_default() += leads;
        }
    }

    /// How far they have come with a plan.
    pub fn stock(&self, plan: &[ProfileField]) -> ProfileStock {
        let mut fields: Vec<Asked> =
            plan.iter().map(|field| Asked { field: *field, known: 0, next: 0 }).collect();
        let (mut leads, mut complete) = (0, 0);
        for (known, count) in &self.counts {
            let progress = ProfileProgress::of(plan, *known);
            leads += count;
            complete += if progress.next.is_empty() { *count } else { 0 };
            for one in &mut fields {
                one.known += if known.has(one.field) { *count } else { 0 };
                one.next += if progress.next.contains(&one.field) { *count } else { 0 };
            }
        }
        let of = leads * plan.len() as u64;
        let known: u64 = fields.iter().map(|one| one.known).sum();
        let completeness = (of > 0).then(|| number(known) / number(of));
        ProfileStock { leads, complete, completeness, fields }
    }
}
