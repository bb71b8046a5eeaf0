//! The playbook of a journey as one page: a page a stage when it is printed.
//!
//! The template escapes every text by itself, as that of the coverage does.

use super::words::capital;
use crate::coverage::{
    DialogueLine, Ledger, NeedStatus, PlaybookAsset, PlaybookPersona, PlaybookStage, Standing,
};
use crate::id::JourneyId;
use crate::model::{NeedKind, Word, link};
use askama::Template;
use std::io::{self, Write};

/// The playbook of a journey, ready to be written.
#[derive(Template)]
#[template(path = "playbook.html")]
pub struct PlaybookPage {
    workspace: String,
    journey: String,
    as_of: String,
    stages: Vec<Stage>,
}

impl std::fmt::Debug for PlaybookPage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PlaybookPage").field("journey", &self.journey).finish_non_exhaustive()
    }
}

struct Stage {
    name: String,
    exit_criterion: String,
    personas: Vec<Persona>,
}

struct Persona {
    name: String,
    role: String,
    weight: usize,
    challenges: Vec<String>,
    pieces: Vec<Piece>,
    lines: Vec<Line>,
}

struct Piece {
    title: String,
    /// Where it can be read, if that is an address that may be followed.
    address: Option<String>,
    format: String,
    takeaways: Vec<String>,
    answers: Vec<String>,
    next: String,
}

struct Line {
    text: String,
    kind: &'static str,
    /// What answers it, or why nothing does.
    said: String,
    is_open: bool,
}

/// Writes a playbook.
pub fn playbook(page: &PlaybookPage, out: &mut dyn Write) -> io::Result<()> {
    let text = page.render().map_err(io::Error::other)?;
    out.write_all(text.as_bytes())
}

impl PlaybookPage {
    /// The playbook of a journey; `None` where there is no such journey.
    pub fn of(ledger: &Ledger, journey: JourneyId) -> Option<Self> {
        let plan = ledger.architecture();
        let stages = ledger.playbook(journey)?;
        Some(Self {
            workspace: plan.workspace().map(|one| one.name.clone()).unwrap_or_default(),
            journey: plan.journeys.get(journey)?.name.clone(),
            as_of: ledger.as_of().format("%-d %B %Y").to_string(),
            stages: stages.into_iter().map(Stage::of).collect(),
        })
    }
}

impl Stage {
    fn of(stage: PlaybookStage) -> Self {
        Self {
            name: stage.name,
            exit_criterion: stage.exit_criterion,
            personas: stage.personas.into_iter().map(Persona::of).collect(),
        }
    }
}

impl Persona {
    fn of(persona: PlaybookPersona) -> Self {
        Self {
            name: persona.name,
            role: capital(persona.role.as_word()),
            weight: persona.weight.into(),
            challenges: persona.challenges,
            pieces: persona.assets.into_iter().map(Piece::of).collect(),
            lines: persona.dialogue.into_iter().map(Line::of).collect(),
        }
    }
}

impl Piece {
    fn of(asset: PlaybookAsset) -> Self {
        Self {
            address: link::parse(&asset.url).ok().map(String::from),
            title: asset.title,
            format: asset.format,
            takeaways: asset.takeaways,
            answers: asset.answers,
            next: asset.next,
        }
    }
}

impl Line {
    fn of(line: DialogueLine) -> Self {
        let titles = |standing: Standing| {
            let answers = line.answers.iter().filter(|answer| answer.standing == standing);
            answers.map(|answer| answer.title.as_str()).collect::<Vec<_>>().join(", ")
        };
        let said = match line.status {
            NeedStatus::Answered => format!("Answered by {}.", titles(Standing::Live)),
            NeedStatus::Planned => format!("An answer is planned: {}.", titles(Standing::Planned)),
            NeedStatus::Declined => line.declined.clone().unwrap_or_default(),
            NeedStatus::Open => "Nothing answers it yet.".to_owned(),
        };
        let kind = if line.kind == NeedKind::Objection { "objection" } else { "question" };
        Self { text: line.text, kind, said, is_open: line.status == NeedStatus::Open }
    }
}
