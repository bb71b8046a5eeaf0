//! Which stage other tools mean: by its name, by the names it is known as, or as somebody said when a
//! file was imported.

use super::super::field::plain;
use super::super::preview::{Answer, Question};
use super::super::sheet::Sheet;
use super::column::FactColumn;
use super::mapping::{Columns, EVERY_STAGE, LEFT_OUT, STAGE, kind_of, resolve};
use crate::error::{Error, Result};
use crate::id::{EntityId, StageId};
use crate::model::{Architecture, FactKind, MappingFields, StageFields};
use crate::plan::Tx;
use std::collections::{BTreeMap, HashMap};

/// So many different stages of theirs are asked about at most.
const ASKED: usize = 40;

/// Stages by what they are called.
#[derive(Clone, Debug, Default)]
pub struct StageNames(HashMap<String, StageId>);

impl StageNames {
    /// Those of a plan: a name goes before what a stage is known as, an earlier journey before a
    /// later one.
    pub fn of(plan: &Architecture) -> Self {
        let mut names = HashMap::new();
        let stages = || {
            let journeys = plan.journeys.in_order();
            journeys.into_iter().flat_map(|journey| plan.stages_of(journey.id))
        };
        for stage in stages() {
            names.entry(plain(&stage.name)).or_insert(stage.id);
        }
        for stage in stages() {
            for name in &stage.known_as {
                names.entry(plain(name)).or_insert(stage.id);
            }
        }
        names.remove("");
        Self(names)
    }

    /// The stage that is called so.
    pub fn get(&self, name: &str) -> Option<StageId> {
        self.0.get(&plain(name)).copied()
    }

    /// Whether a stage of that name ends a deal, and then whether it is won.
    pub fn ends(name: &str) -> Option<bool> {
        Ending::told(name).map(|ending| ending == Ending::Won)
    }

    /// The stage whose name or initials these words have: "Marketing Qualified Lead" is MQL.
    fn like(&self, name: &str) -> Option<StageId> {
        let initials: String =
            plain(name).split(' ').filter_map(|word| word.chars().next()).collect();
        self.get(name).or_else(|| if initials.len() > 1 { self.get(&initials) } else { None })
    }
}

/// What becomes of a deal in a stage that ends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    Won,
    Lost,
}

impl Ending {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Won => "won",
            Self::Lost => "lost",
        }
    }

    /// What the name of a stage says.
    pub(super) fn told(stage: &str) -> Option<Self> {
        #[rustfmt::skip]
        const WON: &[&str] = &["won", "closed won", "closedwon", "customer", "gewonnen", "gagne", "ganado", "bookings"];
        #[rustfmt::skip]
        const LOST: &[&str] = &["lost", "closed lost", "closedlost", "verloren", "perdu", "perdido", "abandoned"];
        let name = plain(stage);
        let says = |words: &[&str]| {
            words.contains(&name.as_str())
                || name
                    .split(' ')
                    .next_back()
                    .is_some_and(|last| last.len() > 2 && words.contains(&last))
        };
        if says(WON) {
            Some(Self::Won)
        } else if says(LOST) {
            Some(Self::Lost)
        } else {
            None
        }
    }
}

/// What somebody said of stages of theirs.
#[derive(Clone, Debug, Default)]
pub(super) struct Told(BTreeMap<String, String>);

impl Told {
    pub(super) fn of(mapping: &MappingFields) -> Self {
        let prefix = format!("{STAGE}:");
        let told = mapping.choices.iter().filter_map(|(choice, answer)| {
            Some((plain(choice.strip_prefix(&prefix)?), answer.clone()))
        });
        Self(told.collect())
    }

    /// Whether a stage of theirs is left out.
    pub(super) fn leaves_out(&self, stage: &str) -> bool {
        self.0.get(&plain(stage)).is_some_and(|answer| answer == LEFT_OUT)
    }

    /// How a deal ends in a stage of theirs.
    pub(super) fn ending(&self, stage: &str) -> Option<Ending> {
        match self.0.get(&plain(stage)).map(String::as_str) {
            Some("won") => Some(Ending::Won),
            Some("lost") => Some(Ending::Lost),
            Some("") | None => Ending::told(stage),
            Some(_) => None,
        }
    }

    /// A stage of theirs as a move to it is kept: by its name, or as the ending that it is said to be.
    pub(super) fn kept<'a>(&self, stage: &'a str) -> &'a str {
        match self.0.get(&plain(stage)).map(String::as_str) {
            Some("won") => Ending::Won.word(),
            Some("lost") => Ending::Lost.word(),
            _ => stage,
        }
    }
}

/// The different stages that the first rows name.
fn named(head: &Sheet, columns: &Columns) -> Vec<String> {
    let cells = columns.get(FactColumn::Stage).into_iter().flat_map(|at| head.said(at));
    let entered = columns.entered.iter().map(|(_, stage)| stage.as_str());
    let mut found: Vec<String> = Vec::new();
    for stage in cells.chain(entered) {
        if found.len() < ASKED && !found.iter().any(|known| plain(known) == plain(stage)) {
            found.push(stage.to_owned());
        }
    }
    found
}

/// Says of stages of theirs that have the initials of ours which they are.
pub(super) fn guess(head: &Sheet, mapping: &mut MappingFields, plan: &Architecture) {
    let names = StageNames::of(plan);
    let Ok(columns) = resolve(head, mapping) else { return };
    for stage in named(head, &columns) {
        if names.get(&stage).is_none() {
            let like = names.like(&stage).map(|id| id.uuid().to_string());
            mapping.choices.extend(like.map(|id| (format!("{STAGE}:{stage}"), id)));
        }
    }
}

/// Asks which of our stages theirs are, where that is not known.
pub(super) fn questions(
    head: &Sheet,
    columns: &Columns,
    mapping: &MappingFields,
    plan: &Architecture,
) -> Vec<Question> {
    let names = StageNames::of(plan);
    let options = options(plan);
    let mut questions = Vec::new();
    if kind_of(mapping) == FactKind::StageCounts && !columns.has(FactColumn::Stage) {
        questions.push(Question {
            choice: EVERY_STAGE.to_owned(),
            text: "Which stage do these rows count?".to_owned(),
            options: options.clone(),
            answer: mapping.choices.get(EVERY_STAGE).cloned().unwrap_or_default(),
            required: true,
        });
    }
    for stage in named(head, columns) {
        let choice = format!("{STAGE}:{stage}");
        let told = mapping.choices.get(&choice);
        let known = names.get(&stage).is_some() || Ending::told(&stage).is_some();
        if told.is_some() || !known {
            questions.push(Question {
                text: format!("Which of your stages is \"{stage}\"?"),
                options: options.clone(),
                answer: told.cloned().unwrap_or_default(),
                required: false,
                choice,
            });
        }
    }
    questions
}

fn options(plan: &Architecture) -> Vec<Answer> {
    let option =
        |value: &str, label: &str| Answer { value: value.to_owned(), label: label.to_owned() };
    let several = plan.journeys.iter().count() > 1;
    let mut options = Vec::new();
    for journey in plan.journeys.in_order() {
        for stage in plan.stages_of(journey.id) {
            let label = if several {
                format!("{} ({})", stage.name, journey.name)
            } else {
                stage.name.clone()
            };
            options.push(option(&stage.id.uuid().to_string(), &label));
        }
    }
    options.extend([
        option("won", "Won"),
        option("lost", "Lost"),
        option(LEFT_OUT, "Leave it out"),
    ]);
    options
}

/// Keeps what stages are called elsewhere, as somebody said for this file.
pub(super) fn learn(tx: &mut Tx<'_>, mapping: &MappingFields) -> Result<()> {
    let prefix = format!("{STAGE}:");
    for (choice, answer) in &mapping.choices {
        let Some(theirs) = choice.strip_prefix(&prefix) else { continue };
        let Some(id) = stage_id(tx.view(), answer) else { continue };
        if StageNames::of(tx.view()).get(theirs) != Some(id) {
            tx.update(id, None, |stage: &mut StageFields| {
                stage.known_as.push(theirs.to_owned());
                Ok(())
            })?;
        }
    }
    Ok(())
}

/// The stage of an answer: its id, or what it is called.
pub(super) fn stage_id(plan: &Architecture, answer: &str) -> Option<StageId> {
    let found = plan.stages.iter().find(|stage| stage.id.uuid().to_string() == answer);
    found.map(|stage| stage.id).or_else(|| StageNames::of(plan).get(answer))
}

/// Takes back what was said of stages that are gone since.
pub(super) fn forget(mapping: &mut MappingFields, plan: &Architecture) {
    let is_gone = |answer: &str| answer.parse::<StageId>().is_ok_and(|id| !plan.stages.has(id));
    mapping.choices.retain(|_, answer| !is_gone(answer));
}

/// Fails where an answer is none of those there are.
pub(super) fn check(mapping: &MappingFields, plan: &Architecture) -> Result<()> {
    let prefix = format!("{STAGE}:");
    let asked = |choice: &str| choice == EVERY_STAGE || choice.starts_with(&prefix);
    let answers = mapping.choices.iter().filter(|(choice, _)| asked(choice));
    for (_, answer) in answers.filter(|(_, answer)| !answer.is_empty()) {
        let ends = ["won", "lost", LEFT_OUT].contains(&answer.as_str());
        if !ends && stage_id(plan, answer).is_none() {
            let message = format!("\"{answer}\" is no stage. Name one of yours, won, lost or -.");
            return Err(Error::invalid_field("mapping", message));
        }
    }
    Ok(())
}
