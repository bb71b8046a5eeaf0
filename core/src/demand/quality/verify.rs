//! What to verify first: the leads whose score times the age of what is known of them is highest.

use super::census::since;
use super::flagged::rows;
use crate::demand::scan::scan;
use crate::demand::score::{FIELDS, Scores, Scoring, applied, counted_all};
use crate::demand::stamps::newest;
use crate::error::Result;
use crate::facts::FactKey;
use crate::facts::field::LeadField;
use crate::hygiene::age_days;
use crate::model::{Architecture, Millis, ProfileField};
use crate::plan::Plan;
use crate::plan::facts::{OneRow, Part, Wanted};
use serde::Serialize;
use std::cmp::Ordering;
use std::collections::HashMap;
use ts_rs::TS;

/// So many leads are named.
const NAMED: usize = 50;

/// A lead to verify.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct VerifyRow {
    /// Its number.
    pub key: u32,
    /// The e-mail address; empty where none is known.
    pub email: String,
    /// The name.
    pub name: String,
    /// The company.
    pub company: String,
    /// Its score under the model that is applied.
    pub score: f64,
    /// When what is known of it was last known to hold.
    pub since: Millis,
    /// Whether it was verified then; else it became a lead then.
    pub verified: bool,
    /// Days since then.
    pub days: u32,
    /// The share that is expected to hold, of what goes bad fastest, 0–1.
    pub valid: f64,
}

/// What to verify first.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VerifyList {
    /// As of when.
    pub as_of: Option<Millis>,
    /// Leads with a score above 0 and an age of a day or more: those that can be ranked.
    pub ranked: u64,
    /// Leads with a score above 0 of which nobody says since when what is known holds.
    pub undated: u64,
    /// The first 50, by score × age, the highest first.
    pub rows: Vec<VerifyRow>,
}

/// A lead and its place.
#[derive(Clone, Copy, Debug)]
struct Ranked {
    key: FactKey,
    score: f64,
    days: u32,
}

impl Ranked {
    fn weight(&self) -> f64 {
        self.score * f64::from(self.days)
    }

    fn before(&self, other: &Self) -> Ordering {
        other.weight().total_cmp(&self.weight()).then(self.key.cmp(&other.key))
    }
}

/// The first leads of one thread.
struct Ranking<'a> {
    scores: Scores<'a>,
    ranked: u64,
    undated: u64,
    first: Vec<Ranked>,
}

impl Ranking<'_> {
    fn look(&mut self, part: &Part, at: i64) {
        let Self { scores, ranked, undated, first } = self;
        let (verified, created) = (&part.columns[FIELDS.len()], &part.columns[FIELDS.len() + 1]);
        scores.look(part, at, &mut |slot, standings| {
            let score = standings[0].score;
            if score <= 0.0 {
                return;
            }
            let place = usize::from(slot);
            let Some((since, _)) = since(verified.get(place), created.get(place)) else {
                *undated += 1;
                return;
            };
            let days = age_days(since, at);
            if days > 0 {
                *ranked += 1;
                first.push(Ranked { key: FactKey::at(part.segment, slot), score, days });
            }
        });
        keep_first(first);
    }
}

fn keep_first(first: &mut Vec<Ranked>) {
    first.sort_unstable_by(Ranked::before);
    first.truncate(NAMED);
}

/// What to verify first at `at`: as of the newest time in the files unless given.
pub fn verify_first(plan: &Plan, at: Option<Millis>) -> Result<VerifyList> {
    let view = plan.view();
    let as_of = at.or_else(|| newest(&view));
    let Some(at) = as_of else {
        return Ok(VerifyList { as_of, ranked: 0, undated: 0, rows: Vec::new() });
    };
    let scoring = Scoring::of(plan)?;
    let model = applied(&view).recipe;
    let recipes = [&model];
    let counted = counted_all(&recipes);
    let mut fields = FIELDS.to_vec();
    fields.extend([LeadField::Verified, LeadField::Created]);
    let make = || Ranking {
        scores: Scores::new(&view, &scoring, &recipes, &counted),
        ranked: 0,
        undated: 0,
        first: Vec::new(),
    };
    let wanted = Wanted { fields: &fields, events: true, history: None };
    let found = scan(plan, wanted, make, |ranking, part| ranking.look(part, at.0))?;
    let ranked = found.iter().map(|one| one.ranked).sum();
    let undated = found.iter().map(|one| one.undated).sum();
    let mut first: Vec<Ranked> = found.into_iter().flat_map(|one| one.first).collect();
    keep_first(&mut first);
    Ok(VerifyList { as_of, ranked, undated, rows: named(plan, &view, &first)? })
}

fn named(plan: &Plan, view: &Architecture, first: &[Ranked]) -> Result<Vec<VerifyRow>> {
    let rates = view.workspace()?.quality.rates;
    let keys: Vec<FactKey> = first.iter().map(|one| one.key).collect();
    let places: HashMap<FactKey, Ranked> = first.iter().map(|one| (one.key, *one)).collect();
    rows(plan, &keys, |key, lead: &OneRow| {
        let Ranked { score, days, .. } = places[&key];
        let text = |field: LeadField| lead.get(field).to_owned();
        let told = since(lead.get(LeadField::Verified), lead.get(LeadField::Created));
        let (since, verified) = told.unwrap_or_default();
        let known = super::census::known(
            |field: ProfileField| lead.get(super::census::field_of(field)),
            &[],
        );
        VerifyRow {
            key: key.0,
            email: text(LeadField::Email),
            name: text(LeadField::Name),
            company: text(LeadField::Company),
            score,
            since: Millis(since),
            verified,
            days,
            valid: known.held().valid(&rates, days).unwrap_or(1.0),
        }
    })
}
