//! A document as one page that needs nothing else.
//!
//! The template escapes every text by itself. What it takes as it is are the figures, whose writer
//! escapes every text too.

use super::{Block, Column, Document, Entry, Fact, Side, Signature};
use crate::coverage::State;
use crate::export::words::{LEGEND, Look, look};
use crate::figure::{Figure, Theme, Twin, sign, svg};
use askama::Template;
use std::io::{self, Write};

#[derive(Template)]
#[template(path = "report.html")]
struct DocumentPage<'a> {
    document: &'a Document,
    parts: Vec<Part<'a>>,
    contents: Vec<(usize, &'a str)>,
}

/// A block as the template takes it.
enum Part<'a> {
    Heading(u8, &'a str, usize),
    Paragraph(&'a str),
    Note(&'a str),
    List(&'a [String]),
    Sides(&'a [Side]),
    Facts(&'a [Fact]),
    Table(&'a [Column], Vec<Vec<Shown<'a>>>),
    Figure(Drawn),
    Legend(Vec<Chip>),
    Signatures(&'a [Signature]),
    PageBreak,
}

struct Shown<'a> {
    entry: &'a Entry,
    chip: Option<Chip>,
    is_number: bool,
}

struct Chip {
    look: Look,
    sign: String,
}

struct Drawn {
    svg: String,
    twin: Twin,
}

/// Writes a document as a page.
pub fn document_page(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    let parts: Vec<Part<'_>> =
        document.blocks.iter().enumerate().map(|(at, block)| part(at, block)).collect();
    let contents = parts.iter().filter_map(|part| match part {
        Part::Heading(1, text, at) => Some((*at, *text)),
        _ => None,
    });
    let page = DocumentPage { document, contents: contents.collect(), parts };
    out.write_all(page.render().map_err(io::Error::other)?.as_bytes())
}

fn part(at: usize, block: &Block) -> Part<'_> {
    match block {
        Block::Heading(level, text) => Part::Heading(*level, text, at),
        Block::Paragraph(text) => Part::Paragraph(text),
        Block::Note(text) => Part::Note(text),
        Block::List(items) => Part::List(items),
        Block::Sides(sides) => Part::Sides(sides),
        Block::Facts(facts) => Part::Facts(facts),
        Block::Table(table) => {
            let rows = table.rows.iter().map(|row| shown(&table.columns, row));
            Part::Table(&table.columns, rows.collect())
        }
        Block::Figure(figure) => Part::Figure(drawn(figure)),
        Block::Legend => Part::Legend(LEGEND.into_iter().map(chip).collect()),
        Block::Signatures(signatures) => Part::Signatures(signatures),
        Block::PageBreak => Part::PageBreak,
    }
}

fn shown<'a>(columns: &[Column], row: &'a [Entry]) -> Vec<Shown<'a>> {
    let shown = |(column, entry): (&Column, &'a Entry)| Shown {
        entry,
        chip: entry.state.map(chip),
        is_number: column.is_number,
    };
    columns.iter().zip(row).map(shown).collect()
}

fn chip(state: State) -> Chip {
    Chip { look: look(state), sign: sign(state, Theme::Page) }
}

fn drawn(figure: &Figure) -> Drawn {
    Drawn { svg: svg(figure, Theme::Page), twin: figure.twin() }
}
