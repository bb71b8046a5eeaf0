//! What changed in programmes, and how mature the process is.

use super::Report;
use crate::export::document::{Block, Document};
use crate::export::words::{capital, date, question};
use crate::figure::{maturity_bars, maturity_history};
use crate::model::Word;

impl Report {
    pub(super) fn put_programmes(&self, into: &mut Document) {
        if self.agenda.programmes.is_empty() {
            return;
        }
        into.heading(1, "What changed in the programmes");
        for programme in &self.agenda.programmes {
            into.heading(2, programme.name.clone());
            let state = capital(programme.state.as_word());
            into.note(match programme.for_sales.as_str() {
                "" => format!("{state}."),
                told => format!("{state}. What sales must know: {told}"),
            });
            into.list(programme.notes.iter().map(|note| {
                let by = if note.author.is_empty() {
                    String::new()
                } else {
                    format!(" ({})", note.author)
                };
                format!("{}: {}{by}", date(note.noted_on), note.text)
            }));
        }
    }

    pub(super) fn put_maturity(&self, into: &mut Document) {
        into.heading(1, "Maturity of the demand process");
        if self.maturity.history.is_empty() {
            into.paragraph("Nobody has rated it yet.");
            return;
        }
        into.note("Four dimensions, each the mean of its rated questions from 0 to 4.");
        into.blocks.push(Block::Figure(maturity_bars(&self.maturity.bars)));
        if self.maturity.history.len() > 1 {
            into.heading(2, "Over time");
            into.blocks.push(Block::Figure(maturity_history(&self.maturity.history)));
        }
        if !self.maturity.next.is_empty() {
            into.heading(2, "What can change within a quarter");
            into.list(self.maturity.next.iter().map(|one| capital(question(*one))));
        }
    }
}
