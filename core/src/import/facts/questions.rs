//! What only a person can know of a file of facts.

use super::super::date::order_told;
use super::super::mapping::DATE_ORDER;
use super::super::preview::{Answer, Question};
use super::super::sheet::Sheet;
use super::activity::{happening, label};
use super::apply::{order, times, zone};
use super::column::FactColumn;
use super::mapping::{
    ACTIVITY, Columns, DAY, EVERY_ACTIVITY, EVERY_STAGE, FROM, KIND, LEFT_OUT, ZONE, kind_of,
};
use super::{kind, stages};
use crate::error::{Error, Result};
use crate::facts::subject::Subject;
use crate::model::EventKind;
use crate::model::{Architecture, FactKind, MappingFields, Word};

/// So many different activities of theirs are asked about at most.
const ASKED: usize = 40;

/// All that is asked, the first first.
pub(super) fn questions(
    head: &Sheet,
    columns: &Columns,
    mapping: &MappingFields,
    plan: &Architecture,
) -> Result<Vec<Question>> {
    let mut questions = vec![of_kind(mapping)];
    questions.extend(of_order(head, columns, mapping));
    questions.extend(of_zone(head, columns, mapping, plan)?);
    questions.extend(of_days(columns, mapping));
    questions.extend(of_activities(head, columns, mapping));
    questions.extend(stages::questions(head, columns, mapping, plan));
    Ok(questions)
}

fn option(value: &str, label: &str) -> Answer {
    Answer { value: value.to_owned(), label: label.to_owned() }
}

fn answer(mapping: &MappingFields, choice: &str) -> String {
    mapping.choices.get(choice).cloned().unwrap_or_default()
}

fn of_kind(mapping: &MappingFields) -> Question {
    let label = |kind: FactKind| match kind {
        FactKind::Leads => "Leads",
        FactKind::Accounts => "Accounts",
        FactKind::Events => "What leads did, a row an event",
        FactKind::Moves => "Stages that leads or deals reached",
        FactKind::Deals => "Deals",
        FactKind::Sends => "E-mails sent, a row a campaign",
        FactKind::ChannelDays => "Impressions or cost by channel or content",
        FactKind::StageCounts => "Counts by stage, without persons",
    };
    let options = FactKind::ALL.iter().map(|kind| option(kind.as_word(), label(*kind)));
    Question {
        choice: KIND.to_owned(),
        text: "What does this file hold?".to_owned(),
        options: options.collect(),
        answer: kind_of(mapping).as_word().to_owned(),
        required: true,
    }
}

fn of_order(head: &Sheet, columns: &Columns, mapping: &MappingFields) -> Option<Question> {
    let told = order_told(times(head, columns));
    if !told.is_open() && !mapping.choices.contains_key(DATE_ORDER) {
        return None;
    }
    let example = told.example.unwrap_or_default();
    let answer = order(head, columns, mapping).map_or("", |order| order.word());
    Some(Question {
        choice: DATE_ORDER.to_owned(),
        text: format!("In dates such as {example}, which comes first?"),
        options: vec![option("dayFirst", "The day"), option("monthFirst", "The month")],
        answer: answer.to_owned(),
        required: true,
    })
}

fn of_zone(
    head: &Sheet,
    columns: &Columns,
    mapping: &MappingFields,
    plan: &Architecture,
) -> Result<Option<Question>> {
    if !times(head, columns).any(|cell| cell.contains(':') && !has_offset(cell)) {
        return Ok(None);
    }
    Ok(Some(Question {
        choice: ZONE.to_owned(),
        text: "The times in this file say no time zone. Which one are they in?".to_owned(),
        options: Vec::new(),
        answer: zone(mapping, plan)?.name().to_owned(),
        required: false,
    }))
}

/// Whether a time says how far from Greenwich it is.
fn has_offset(cell: &str) -> bool {
    let time = cell.split_once(':').map_or("", |(_, time)| time).trim_end();
    time.ends_with(['Z', 'z', ')'])
        || time.contains(['+', '-'])
        || time.ends_with("UTC")
        || time.ends_with("GMT")
}

/// The days of what is counted, where no column tells them.
fn of_days(columns: &Columns, mapping: &MappingFields) -> Vec<Question> {
    let counted = matches!(
        kind::subject(kind_of(mapping), columns),
        Subject::Send | Subject::ChannelDay | Subject::StageCount
    );
    if !counted || columns.has(FactColumn::Happened) {
        return Vec::new();
    }
    let asked = |choice: &str, text: &str, required: bool| Question {
        choice: choice.to_owned(),
        text: text.to_owned(),
        options: Vec::new(),
        answer: answer(mapping, choice),
        required,
    };
    let mut questions = vec![asked(DAY, "Until which day do these rows count?", true)];
    if kind_of(mapping) == FactKind::ChannelDays {
        let text = "From which day on? Leave it blank where it is that one day.";
        questions.push(asked(FROM, text, false));
    }
    questions
}

fn of_activities(head: &Sheet, columns: &Columns, mapping: &MappingFields) -> Vec<Question> {
    if kind_of(mapping) != FactKind::Events {
        return Vec::new();
    }
    let kinds = EventKind::ALL.iter().filter(|kind| **kind != EventKind::Move);
    let mut options: Vec<Answer> = kinds.map(|kind| option(kind.as_word(), label(*kind))).collect();
    let Some(at) = columns.get(FactColumn::Activity) else {
        return vec![Question {
            choice: EVERY_ACTIVITY.to_owned(),
            text: "What did the people in this file do?".to_owned(),
            options,
            answer: answer(mapping, EVERY_ACTIVITY),
            required: true,
        }];
    };
    options.push(option(LEFT_OUT, "Leave it out"));
    let mut questions: Vec<Question> = Vec::new();
    for word in head.said(at) {
        let choice = format!("{ACTIVITY}:{word}");
        let told = mapping.choices.contains_key(&choice);
        let asked = questions.iter().any(|question| question.choice == choice);
        if asked || !told && happening(word).is_some() || questions.len() >= ASKED {
            continue;
        }
        questions.push(Question {
            text: format!("What does \"{word}\" say happened?"),
            options: options.clone(),
            answer: answer(mapping, &choice),
            required: false,
            choice,
        });
    }
    questions
}

/// Fails where something is not answered without which nothing can be taken in.
pub(super) fn check(columns: &Columns, mapping: &MappingFields) -> Result<()> {
    let kind = kind_of(mapping);
    let unanswered = |choice: &str| answer(mapping, choice).is_empty();
    let missing = |message: &str| Err(Error::invalid_field("mapping", message));
    if kind == FactKind::Events {
        if !columns.has(FactColumn::Activity) && unanswered(EVERY_ACTIVITY) {
            return missing("Say what the people in this file did (everyActivity).");
        }
        if !columns.has(FactColumn::Happened) {
            return missing("Map the column that says when it happened.");
        }
    }
    let tells_moves = columns.has(FactColumn::Stage) && columns.has(FactColumn::Happened);
    if kind == FactKind::Moves && columns.entered.is_empty() && !tells_moves {
        return missing("Map the columns that say which stage was reached, and when.");
    }
    if kind == FactKind::StageCounts && !columns.has(FactColumn::Stage) && unanswered(EVERY_STAGE) {
        return missing("Say which stage these rows count (everyStage).");
    }
    if of_days(columns, mapping).iter().any(|question| question.required && unanswered(DAY)) {
        return missing("Say which day these rows count (day).");
    }
    let days = [DAY, FROM].map(|choice| answer(mapping, choice));
    if days.iter().any(|day| !day.is_empty() && day.parse::<chrono::NaiveDate>().is_err()) {
        return missing("A day is written as year-month-day, as in 2026-01-31.");
    }
    Ok(())
}
