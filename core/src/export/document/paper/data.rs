//! A document as the data its template reads.

use super::super::{Block, Document, Entry, Fact, Side, Signature, Table};
use super::Paper;
use crate::coverage::State;
use crate::export::words::{LEGEND, look};
use crate::figure::{Theme, colours, sign, svg};
use chrono::Datelike;
use serde_json::{Map, Value, json};
use std::io;

/// An entry longer than this may go on on the next page.
const LONG: usize = 600;
/// And a list longer than this.
const LONG_LIST: usize = 1_500;
/// A word longer than this is broken, for it would run over its edge.
const UNBROKEN: usize = 24;

/// The files beside the template: the document, its figures, the signs of states.
pub(super) fn files(document: &Document, paper: Paper) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut files: Vec<(String, Vec<u8>)> = LEGEND
        .iter()
        .map(|state| (sign_file(*state), sign(*state, Theme::Light).into_bytes()))
        .collect();
    let mut blocks: Vec<Value> =
        document.blocks.iter().map(|block| of_block(block, &mut files)).collect();
    for (value, held) in blocks.iter_mut().zip(held(&document.blocks)) {
        value["held"] = held.into();
    }
    let states: Map<String, Value> =
        LEGEND.iter().map(|state| (look(*state).class.to_owned(), of_state(*state))).collect();
    let day = document.as_of;
    let data = json!({
        "title": clean(&document.title),
        "workspace": clean(&document.workspace),
        "overline": clean(&document.overline),
        "day": [day.year(), day.month(), day.day()],
        "close": document.is_close,
        "paper": match paper { Paper::A4 => "a4", Paper::Letter => "us-letter" },
        "states": states,
        "legend": LEGEND.map(|state| look(state).class),
        "blocks": blocks,
    });
    files.push(("document.json".to_owned(), serde_json::to_vec(&data)?));
    Ok(files)
}

/// Which blocks stay on the page of what follows: those between a heading and the table or picture it
/// is of.
fn held(blocks: &[Block]) -> Vec<bool> {
    let mut held = vec![false; blocks.len()];
    let mut since_heading = None;
    for (at, block) in blocks.iter().enumerate() {
        match block {
            Block::Heading(..) => since_heading = Some(at),
            Block::Table(_) | Block::Figure(_) => {
                let from = since_heading.take().unwrap_or(at);
                held[from..at].fill(true);
            }
            Block::Facts(_) | Block::Sides(_) | Block::Signatures(_) | Block::PageBreak => {
                since_heading = None;
            }
            Block::Paragraph(_) | Block::Note(_) | Block::List(_) | Block::Legend => {}
        }
    }
    held
}

fn sign_file(state: State) -> String {
    format!("sign-{}.svg", look(state).class)
}

fn of_state(state: State) -> Value {
    let (colour, ground) = colours(state);
    json!({
        "word": look(state).word, "sign": sign_file(state), "colour": colour, "ground": ground,
    })
}

fn of_block(block: &Block, files: &mut Vec<(String, Vec<u8>)>) -> Value {
    match block {
        Block::Heading(level, text) => {
            json!({ "kind": "heading", "level": level, "text": clean(text) })
        }
        Block::Paragraph(text) => json!({ "kind": "paragraph", "text": clean(text) }),
        Block::Note(text) => json!({ "kind": "note", "text": clean(text) }),
        Block::List(items) => {
            let items: Vec<_> = items.iter().map(|item| clean(item)).collect();
            let breaks = items.iter().map(String::len).sum::<usize>() > LONG_LIST;
            json!({ "kind": "list", "items": items, "breaks": breaks })
        }
        Block::Sides(sides) => {
            json!({ "kind": "sides", "sides": sides.each_ref().map(of_side) })
        }
        Block::Facts(facts) => {
            let facts: Vec<_> = facts.iter().map(of_fact).collect();
            json!({ "kind": "facts", "facts": facts })
        }
        Block::Table(table) => of_table(table),
        Block::Figure(figure) => {
            let file = format!("figure-{}.svg", files.len());
            files.push((file.clone(), svg(figure, Theme::Light).into_bytes()));
            let alt = clean(&format!("{}. {}", figure.title, figure.summary));
            json!({ "kind": "figure", "file": file, "alt": alt })
        }
        Block::Legend => json!({ "kind": "legend" }),
        Block::Signatures(signatures) => {
            json!({ "kind": "signatures", "signatures": signatures.each_ref().map(of_signature) })
        }
        Block::PageBreak => json!({ "kind": "page" }),
    }
}

fn of_side(side: &Side) -> Value {
    let items: Vec<_> = side.items.iter().map(|item| clean(item)).collect();
    json!({ "title": clean(&side.title), "items": items })
}

fn of_signature(signature: &Signature) -> Value {
    json!({ "side": clean(&signature.side), "name": clean(&signature.name) })
}

fn of_fact(fact: &Fact) -> Value {
    json!({ "value": clean(&fact.value), "label": clean(&fact.label) })
}

fn of_table(table: &Table) -> Value {
    let columns: Vec<_> = table
        .columns
        .iter()
        .map(|column| {
            json!({ "name": column.name, "share": column.share, "number": column.is_number })
        })
        .collect();
    let row = |row: &Vec<Entry>| row.iter().map(of_entry).collect::<Vec<_>>();
    let rows: Vec<_> = table.rows.iter().map(row).collect();
    json!({ "kind": "table", "columns": columns, "rows": rows })
}

fn of_entry(entry: &Entry) -> Value {
    json!({
        "text": clean(&entry.text),
        "note": clean(&entry.note),
        "state": entry.state.map(|state| look(state).class),
        "strong": entry.is_strong,
        "breaks": entry.text.len() + entry.note.len() > LONG,
    })
}

/// A text as paper can hold it: without what is no letter and what turns the writing around, and
/// with places at which a word without end may break.
fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut run = 0;
    for letter in text.chars() {
        match letter {
            '\n' => clean.push('\n'),
            '\r' | '\t' => clean.push(' '),
            letter if letter.is_control() || turns(letter) => continue,
            letter => clean.push(letter),
        }
        run = if letter.is_whitespace() { 0 } else { run + 1 };
        if run == UNBROKEN {
            clean.push('\u{200b}');
            run = 0;
        }
    }
    clean
}

/// Marks that change the direction of what follows: in a title they hide what it says.
fn turns(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
