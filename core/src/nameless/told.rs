//! What each kind tells of people: fields that name somebody, and texts in which somebody may be
//! named. Every kind says so itself, so that a new one cannot be forgotten.

use super::people::People;
use crate::model::{
    AdvocateFields, AgreementFields, AssetFields, BatchFields, DecisionFields, ExclusionFields,
    FormatFields, InsightFields, InterviewFields, JourneyFields, LeadAnswerFields, LeadDefinitions,
    MappingFields, MemberFields, NeedFields, NextStep, PersonaFields, PlacementFields,
    ProgrammeFields, ProgrammeNoteFields, RatingFields, ReadingFields, ReviewFields,
    RoutingRuleFields, ScoringModelFields, SnapshotFields, StageFields, TriggerFields,
    VerdictFields, WorkspaceFields,
};
use serde_json::Value;

/// Fields that may tell of people.
pub(super) trait Told {
    /// Calls those who are named by what they are called without a name, and leaves out what was
    /// said in confidence.
    fn call(&mut self, _people: &People) {}
    /// Every text in which somebody may be named.
    fn texts(&mut self, each: &mut dyn FnMut(&mut String));
}

/// Hands single texts and lists of texts over.
macro_rules! texts {
    ($fields:ident: $($text:ident),*; $($list:ident),*) => {
        fn texts(&mut self, _each: &mut dyn FnMut(&mut String)) {
            let $fields = self;
            $(_each(&mut $fields.$text);)*
            $($fields.$list.iter_mut().for_each(&mut *_each);)*
        }
    };
}

fn of_step(step: &mut NextStep, each: &mut dyn FnMut(&mut String)) {
    each(&mut step.text);
    each(&mut step.url);
}

impl Told for WorkspaceFields {
    texts!(one: name;);
}

impl Told for MemberFields {
    fn call(&mut self, people: &People) {
        self.name = people.called(&self.name);
        self.email.clear();
    }
    fn texts(&mut self, _each: &mut dyn FnMut(&mut String)) {}
}

impl Told for FormatFields {
    texts!(one: name;);
}

impl Told for PersonaFields {
    texts!(one: name, notes; title_patterns, challenges, goals, channels);
}

impl Told for InterviewFields {
    fn call(&mut self, people: &People) {
        self.who = people.called(&self.who);
        self.notes.clear();
    }
    fn texts(&mut self, _each: &mut dyn FnMut(&mut String)) {}
}

impl Told for InsightFields {
    fn call(&mut self, people: &People) {
        self.author = people.called(&self.author);
    }
    texts!(one: text;);
}

impl Told for TriggerFields {
    texts!(one: name, description, signal;);
}

impl Told for JourneyFields {
    texts!(one: name;);
}

impl Told for StageFields {
    texts!(one: name, exit_criterion; known_as);
}

impl Told for AssetFields {
    fn call(&mut self, people: &People) {
        self.owner = people.called(&self.owner);
    }
    fn texts(&mut self, each: &mut dyn FnMut(&mut String)) {
        for text in [&mut self.title, &mut self.url, &mut self.external_id, &mut self.summary] {
            each(text);
        }
        self.themes.iter_mut().chain(&mut self.takeaways).for_each(&mut *each);
        of_step(&mut self.maintain, each);
        of_step(&mut self.deepen, each);
    }
}

impl Told for PlacementFields {
    fn texts(&mut self, each: &mut dyn FnMut(&mut String)) {
        let steps = self.maintain.iter_mut().chain(&mut self.deepen);
        steps.for_each(|step| of_step(step, each));
    }
}

impl Told for VerdictFields {
    texts!(one: reason;);
}

impl Told for ExclusionFields {
    texts!(one: reason;);
}

impl Told for NeedFields {
    texts!(one: text; declined);
}

impl Told for BatchFields {
    fn texts(&mut self, _each: &mut dyn FnMut(&mut String)) {}
}

impl Told for LeadAnswerFields {
    texts!(one: note;);
}

impl Told for AdvocateFields {
    texts!(one: note;);
}

impl Told for RoutingRuleFields {
    texts!(one: ; accounts);
}

impl Told for AgreementFields {
    fn call(&mut self, people: &People) {
        self.marketing_signer = people.called(&self.marketing_signer);
        self.sales_signer = people.called(&self.sales_signer);
    }
    fn texts(&mut self, each: &mut dyn FnMut(&mut String)) {
        let LeadDefinitions { inquiry, mql, sal, warm, hot } = &mut self.definitions;
        let texts = [inquiry, mql, sal, warm, hot, &mut self.profile.notes, &mut self.notes];
        texts.into_iter().for_each(each);
    }
}

impl Told for ScoringModelFields {
    fn texts(&mut self, each: &mut dyn FnMut(&mut String)) {
        each(&mut self.name);
        self.recipe.groups.iter_mut().for_each(|group| each(&mut group.name));
        for rule in &mut self.recipe.rules {
            each(&mut rule.name);
            each(&mut rule.matches.content);
            rule.matches.channels.iter_mut().for_each(&mut *each);
        }
        self.recipe.fields.iter_mut().flat_map(|rule| &mut rule.values).for_each(each);
    }
}

impl Told for MappingFields {
    fn texts(&mut self, _each: &mut dyn FnMut(&mut String)) {}
}

impl Told for ReadingFields {
    texts!(one: ; takeaways);
}

impl Told for ProgrammeFields {
    fn call(&mut self, people: &People) {
        self.owner = people.called(&self.owner);
    }
    texts!(one: name, goal, for_sales; campaigns);
}

impl Told for ProgrammeNoteFields {
    texts!(one: text;);
}

impl Told for RatingFields {
    texts!(one: evidence;);
}

impl Told for SnapshotFields {
    fn texts(&mut self, each: &mut dyn FnMut(&mut String)) {
        each(&mut self.name);
        let Ok(figures) = serde_json::from_str::<Value>(&self.figures) else { return };
        let mut bare = figures.clone();
        of_figures(&mut bare, each);
        if bare != figures {
            self.figures = bare.to_string();
        }
    }
}

/// Figures name what they count; whatever else is text in them is one of our words.
fn of_figures(figures: &mut Value, each: &mut dyn FnMut(&mut String)) {
    match figures {
        Value::Array(all) => all.iter_mut().for_each(|one| of_figures(one, each)),
        Value::Object(fields) => fields.iter_mut().for_each(|(key, value)| match value {
            Value::String(text) if matches!(key.as_str(), "name" | "text") => each(text),
            other => of_figures(other, each),
        }),
        _ => {}
    }
}

impl Told for ReviewFields {
    fn call(&mut self, _people: &People) {
        self.notes.clear();
    }
    texts!(one: name;);
}

impl Told for DecisionFields {
    fn call(&mut self, people: &People) {
        self.owner = people.called(&self.owner);
    }
    texts!(one: text;);
}
