//! Job titles that tell of no persona.

use super::persona::Personas;
use super::scan::scan;
use crate::error::Result;
use crate::facts::field::LeadField;
use crate::plan::Plan;
use crate::plan::facts::{Part, Wanted};
use serde::Serialize;
use std::collections::HashMap;
use ts_rs::TS;

/// How many titles are listed.
const LISTED: usize = 500;

/// A title, and how many leads have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TitleCount {
    /// The title.
    pub title: String,
    /// So many leads.
    pub leads: usize,
}

/// How far titles tell of personas.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnmatchedTitles {
    /// All leads.
    pub leads: usize,
    /// Leads whose title tells of a persona.
    pub matched: usize,
    /// Leads without a title.
    pub untitled: usize,
    /// Titles that tell of none, the most frequent first.
    pub titles: Vec<TitleCount>,
    /// How many more there are than are listed.
    pub more: usize,
}

/// Titles by how many leads have each.
#[derive(Default)]
struct Counts {
    leads: usize,
    titles: HashMap<String, usize>,
}

impl Counts {
    fn look(&mut self, part: &Part) {
        let Some(texts) = part.columns.first() else { return };
        let mut counts = vec![0_usize; texts.words.len()];
        for slot in part.slots() {
            counts[texts.codes[slot] as usize] += 1;
            self.leads += 1;
        }
        for (word, count) in texts.words.iter().zip(counts).filter(|(_, count)| *count > 0) {
            *self.titles.entry(word.to_owned()).or_default() += count;
        }
    }
}

/// The titles that tell of no persona.
pub fn unmatched(plan: &Plan) -> Result<UnmatchedTitles> {
    let view = plan.view();
    let wanted = Wanted { fields: &[LeadField::Title], events: false, history: None };
    let counts = scan(plan, wanted, Counts::default, Counts::look)?;
    let mut found = UnmatchedTitles::default();
    let mut titles: HashMap<String, usize> = HashMap::new();
    for one in counts {
        found.leads += one.leads;
        for (title, leads) in one.titles {
            *titles.entry(title).or_default() += leads;
        }
    }
    found.untitled = titles.remove("").unwrap_or_default();
    let mut personas = Personas::of(&view);
    for (title, leads) in titles {
        if personas.of_title(&title).is_some() {
            found.matched += leads;
        } else {
            found.titles.push(TitleCount { title, leads });
        }
    }
    found.titles.sort_by(|a, b| b.leads.cmp(&a.leads).then_with(|| a.title.cmp(&b.title)));
    found.more = found.titles.len().saturating_sub(LISTED);
    found.titles.truncate(LISTED);
    Ok(found)
}
