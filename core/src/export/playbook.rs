//! The playbook of a journey as one page: a page a stage when it is printed.
//!
//! The template escapes every text by itself, as that of the coverage does.

use super::document::{Block, Column, Document, Entry};
use super::words::capital;
use crate::coverage::{
    DialogueLine, Ledger, NeedStatus, PlaybookAsset, PlaybookPersona, PlaybookStage, Standing,
};
use crate::id::JourneyId;
use crate::model::{NeedKind, Word, link};
use askama::Template;
use chrono::NaiveDate;
use std::io::{self, Write};

/// The playbook of a journey, ready to be written.
#[derive(Template)]
#[template(path = "playbook.html")]
pub struct PlaybookPage {
    workspace: String,
    journey: String,
    as_of: String,
    day: NaiveDate,
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
            day: ledger.as_of(),
            stages: stages.into_iter().map(Stage::of).collect(),
        })
    }
}

impl PlaybookPage {
    /// The playbook as a document for paper: a page a stage.
    pub fn document(&self) -> Document {
        let mut document = Document {
            title: self.journey.clone(),
            workspace: self.workspace.clone(),
            overline: format!("{} · playbook as of {}", self.workspace, self.as_of),
            as_of: self.day,
            is_close: false,
            blocks: Vec::new(),
        };
        document.note(
            "What to use and what to say: content that moves the deal on, stage by stage, for each \
             who takes part in the decision.",
        );
        for (at, stage) in self.stages.iter().enumerate() {
            if at > 0 {
                document.blocks.push(Block::PageBreak);
            }
            stage.put(&mut document);
        }
        document
    }
}

impl Stage {
    fn put(&self, into: &mut Document) {
        into.heading(1, self.name.clone());
        if !self.exit_criterion.is_empty() {
            into.paragraph(format!("A deal leaves it when: {}", self.exit_criterion));
        }
        if self.personas.is_empty() {
            into.note("There is nothing to use here yet.");
        }
        for persona in &self.personas {
            persona.put(into);
        }
    }

    fn of(stage: PlaybookStage) -> Self {
        Self {
            name: stage.name,
            exit_criterion: stage.exit_criterion,
            personas: stage.personas.into_iter().map(Persona::of).collect(),
        }
    }
}

impl Persona {
    fn put(&self, into: &mut Document) {
        into.heading(2, format!("{} · {}, weight {} of 5", self.name, self.role, self.weight));
        if !self.challenges.is_empty() {
            into.note(format!("Keeps them awake: {}", self.challenges.join(" · ")));
        }
        if !self.pieces.is_empty() {
            let columns = [
                Column::text("Use", 7),
                Column::text("What to say", 9),
                Column::text("Then offer", 5),
            ];
            let rows: Vec<_> = self.pieces.iter().map(Piece::row).collect();
            let all = rows.len();
            into.table(&columns, rows, all);
        }
        if !self.lines.is_empty() {
            let columns = [Column::text("They ask", 9), Column::text("Answer", 9)];
            let rows: Vec<_> = self.lines.iter().map(Line::row).collect();
            let all = rows.len();
            into.table(&columns, rows, all);
        }
    }

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
    fn row(&self) -> Vec<Entry> {
        let said: Vec<String> = self.takeaways.iter().map(|one| format!("• {one}")).collect();
        let answers = if self.answers.is_empty() {
            String::new()
        } else {
            format!("Answers: {}", self.answers.join(" · "))
        };
        vec![
            Entry::strong(self.title.clone(), self.format.clone()),
            Entry::noted(said.join("\n"), answers),
            Entry::text(self.next.clone()),
        ]
    }

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
    fn row(&self) -> Vec<Entry> {
        vec![Entry::strong(self.text.clone(), capital(self.kind)), Entry::text(self.said.clone())]
    }

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
