//! A plan and its history as text, ids replaced by the order in which they came: two runs of the
//! same work give the same text.

use serde::Serialize;
use serde_json::Value;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash, Hasher};
use throughline_core::demand::{LeadQuery, LeadRow, LeadSort, order, window};
use throughline_core::each_kind;
use throughline_core::error::Result;
use throughline_core::id::EntityId;
use throughline_core::model::{Architecture, Kept};
use throughline_core::plan::Plan;
use throughline_core::plan::log::{EditFilter, edits};
use uuid::Uuid;

/// A plan and its history as text, one entity or edit a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture(pub String);

impl Picture {
    /// A number that stands for it.
    pub fn print(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.0.hash(&mut hasher);
        hasher.finish()
    }

    /// The lines that only one of two has: `-` this one, `+` the other.
    pub fn differences(&self, other: &Self) -> String {
        let lines = |text: &Self| text.0.lines().map(str::to_owned).collect::<Vec<_>>();
        let (ours, theirs) = (lines(self), lines(other));
        let mut text = String::new();
        for line in ours.iter().filter(|line| !theirs.contains(line)) {
            let _ = writeln!(text, "- {line}");
        }
        for line in theirs.iter().filter(|line| !ours.contains(line)) {
            let _ = writeln!(text, "+ {line}");
        }
        text
    }
}

/// What a workspace holds: the plan, and every edit of its history.
pub fn picture(plan: &Plan) -> Picture {
    try_picture(plan).unwrap()
}

/// The same, of a workspace whose history may be damaged.
pub(super) fn try_picture(plan: &Plan) -> Result<Picture> {
    let mut drawing = Drawing::default();
    drawing.plan(&plan.view());
    let everything = EditFilter { limit: u32::MAX, ..EditFilter::default() };
    for edit in edits(plan, &everything, "")? {
        drawing.line("edit", &edit);
    }
    for lead in every_lead(plan)? {
        drawing.line("lead", &lead);
    }
    Ok(Picture(drawing.text))
}

fn every_lead(plan: &Plan) -> Result<Vec<LeadRow>> {
    if plan.view().batches.iter().next().is_none() {
        return Ok(Vec::new());
    }
    let query =
        LeadQuery { sort: Some(LeadSort::Name), limit: Some(1_000), ..LeadQuery::default() };
    Ok(window(plan, &query, &order(plan, &query)?)?.rows)
}

#[derive(Default)]
struct Drawing {
    names: HashMap<String, String>,
    text: String,
}

impl Drawing {
    fn plan(&mut self, plan: &Architecture) {
        each_kind!(F => self.name::<F>(plan));
        // A lead has another number in every workspace.
        for answer in plan.lead_answers.iter() {
            let name = format!("answered {}", self.names.len());
            self.names.entry(answer.lead.clone()).or_insert(name);
        }
        for mark in plan.advocates.iter() {
            let name = format!("advocate {}", self.names.len());
            self.names.entry(mark.lead.clone()).or_insert(name);
        }
        each_kind!(F => self.draw::<F>(plan));
    }

    fn name<F: Kept>(&mut self, plan: &Architecture) {
        for (at, entity) in F::table(plan).iter().enumerate() {
            let name = format!("{} {at}", F::KIND.noun());
            self.names.insert(entity.id.uuid().to_string(), name);
        }
    }

    fn draw<F: Kept + Serialize>(&mut self, plan: &Architecture) {
        for entity in F::table(plan).iter() {
            self.line(F::KIND.noun(), &**entity);
        }
    }

    fn name_gone(&mut self, frozen: &Value) {
        match frozen {
            Value::String(text) if Uuid::try_parse(text).is_ok() => {
                let name = format!("gone {}", self.names.len());
                self.names.entry(text.clone()).or_insert(name);
            }
            Value::Array(list) => list.iter().for_each(|one| self.name_gone(one)),
            Value::Object(fields) => fields.values().for_each(|one| self.name_gone(one)),
            _ => {}
        }
    }

    fn line(&mut self, kind: &str, thing: &impl Serialize) {
        let mut value = serde_json::to_value(thing).unwrap();
        self.rename(&mut value);
        let _ = writeln!(self.text, "{kind} {value}");
    }

    /// Gives ids the names of what they stand for. What was frozen is JSON within a text; it may name
    /// what is gone, by the order in which that is met.
    fn rename(&mut self, value: &mut Value) {
        match value {
            Value::String(text) if text.starts_with('{') => {
                if let Ok(mut frozen) = serde_json::from_str::<Value>(text) {
                    self.name_gone(&frozen);
                    self.rename(&mut frozen);
                    *value = frozen;
                }
            }
            Value::String(text) => {
                if let Some(name) = self.names.get(text.as_str()) {
                    text.clone_from(name);
                }
            }
            Value::Array(list) => list.iter_mut().for_each(|one| self.rename(one)),
            Value::Object(fields) => fields.values_mut().for_each(|one| self.rename(one)),
            _ => {}
        }
    }
}
