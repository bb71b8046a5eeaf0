//! What was imported about accounts, deals and what is counted, as a table: filtered, a window of it.

use crate::error::Result;
use crate::facts::field::{
    AccountField, ChannelDayField, DealField, LeadField, SendField, StageCountField,
};
use crate::facts::subject::{FactField, Subject};
use crate::model::text::fold;
use crate::model::{FactKind, Millis, Word};
use crate::plan::Plan;
use crate::plan::facts::{Part, Wanted};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How many rows a window has unless told, and at most.
const USUAL: usize = 100;
const MOST: usize = 1_000;

/// Which rows, and which part of them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FactQuery {
    /// What they are about.
    pub subject: Subject,
    /// Only those of which something holds this.
    #[serde(default)]
    #[ts(as = "Option<String>")]
    pub text: String,
    /// The first row wanted, from 0.
    #[serde(default)]
    #[ts(as = "Option<usize>")]
    pub offset: usize,
    /// How many rows; 100 unless given, 1,000 at most.
    pub limit: Option<usize>,
}

/// One row as it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FactRow {
    /// Its number.
    pub key: u32,
    /// What each field says, in the order of the fields; a time is in epoch milliseconds.
    pub texts: Vec<String>,
}

/// A part of the rows about a subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FactRows {
    /// The fields of which any row says something, in the order of the rows' texts.
    pub fields: Vec<String>,
    /// All rows.
    pub all: usize,
    /// Those that pass.
    pub total: usize,
    /// The newest time in the files.
    pub as_of: Option<Millis>,
    /// The rows wanted.
    pub rows: Vec<FactRow>,
}

/// How many rows there are about each subject that has any.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FactCount {
    /// What they are about.
    pub subject: Subject,
    /// So many.
    pub rows: usize,
}

/// How many rows there are about each subject.
pub fn fact_counts(plan: &Plan) -> Result<Vec<FactCount>> {
    plan.read_facts(1, |facts, _| {
        let count =
            |subject: &Subject| FactCount { subject: *subject, rows: facts.count(*subject) };
        Ok(Subject::ALL.iter().map(count).filter(|one| one.rows > 0).collect())
    })
}

/// The rows about a subject.
pub fn fact_rows(plan: &Plan, query: &FactQuery) -> Result<FactRows> {
    match query.subject {
        Subject::Lead => list::<LeadField>(plan, query),
        Subject::Account => list::<AccountField>(plan, query),
        Subject::Deal => list::<DealField>(plan, query),
        Subject::Send => list::<SendField>(plan, query),
        Subject::ChannelDay => list::<ChannelDayField>(plan, query),
        Subject::StageCount => list::<StageCountField>(plan, query),
    }
}

fn list<F: FactField>(plan: &Plan, query: &FactQuery) -> Result<FactRows> {
    let view = plan.view();
    let newest = view.batches.iter().filter(|batch| is_about(batch.kind, F::SUBJECT));
    let limit = query.limit.unwrap_or(USUAL).min(MOST);
    let mut found = FactRows {
        fields: Vec::new(),
        all: 0,
        total: 0,
        as_of: newest.map(|batch| batch.as_of).max(),
        rows: Vec::new(),
    };
    let mut said = vec![false; F::ALL.len()];
    let text = fold(query.text.trim());
    plan.read_facts(1, |facts, sessions| {
        let wanted = Wanted { fields: F::ALL, events: false, history: None };
        facts.each(&mut *sessions[0], wanted, (0, 1), &mut |part| {
            look(&part, &text, (query.offset, limit), &mut said, &mut found);
        })
    })?;
    let places: Vec<usize> = (0..said.len()).filter(|at| said[*at]).collect();
    found.fields = places.iter().map(|at| F::WORDS[*at].to_owned()).collect();
    for row in &mut found.rows {
        row.texts = places.iter().map(|at| std::mem::take(&mut row.texts[*at])).collect();
    }
    Ok(found)
}

fn look(
    part: &Part,
    text: &str,
    (offset, limit): (usize, usize),
    said: &mut [bool],
    found: &mut FactRows,
) {
    let holds: Vec<Vec<bool>> = part
        .columns
        .iter()
        .map(|texts| texts.words.iter().map(|word| fold(word).contains(text)).collect())
        .collect();
    for (said, texts) in said.iter_mut().zip(&part.columns) {
        *said |= texts.codes.iter().any(|code| !texts.words.get(*code).is_empty());
    }
    for slot in part.slots() {
        let passes = text.is_empty()
            || holds
                .iter()
                .zip(&part.columns)
                .any(|(holds, texts)| holds[texts.codes[slot] as usize]);
        found.all += 1;
        if !passes {
            continue;
        }
        if found.total >= offset && found.rows.len() < limit {
            let key =
                crate::facts::FactKey::at(part.segment, u16::try_from(slot).unwrap_or_default());
            let texts = part.columns.iter().map(|texts| texts.get(slot).to_owned()).collect();
            found.rows.push(FactRow { key: key.0, texts });
        }
        found.total += 1;
    }
}

/// Whether a file of a kind speaks of a subject; moves may speak of leads and of deals.
fn is_about(kind: FactKind, subject: Subject) -> bool {
    match kind {
        FactKind::Leads | FactKind::Events => subject == Subject::Lead,
        FactKind::Moves => matches!(subject, Subject::Lead | Subject::Deal),
        FactKind::Accounts => subject == Subject::Account,
        FactKind::Deals => subject == Subject::Deal,
        FactKind::Sends => subject == Subject::Send,
        FactKind::ChannelDays => subject == Subject::ChannelDay,
        FactKind::StageCounts => subject == Subject::StageCount,
    }
}
