//! What goes out: tables that are read by spreadsheets, pages that are read by browsers.

use crate::fixture::{Sketch, day};
use crate::page::dangers;
use dom_query::Document;
use throughline_core::coverage::{Filter, Ledger};
use throughline_core::export::{self, Page};
use throughline_core::file::{arm, disarm};
use throughline_core::model::{AssetFields, Phase, Status, Word};

/// Texts parted by a zero byte, as they stand in cells or fields.
fn texts(bytes: &[u8]) -> Vec<String> {
    bytes.split(|byte| *byte == 0).map(|part| String::from_utf8_lossy(part).into_owned()).collect()
}

/// Any cells, written, read by another reader: the same cells, none of which opens a formula.
pub fn csv_out(bytes: &[u8]) {
    let cells = texts(bytes);
    let mut out = Vec::new();
    export::csv([cells.clone(), cells.clone()], &mut out).unwrap();
    let out = out.strip_prefix("\u{feff}".as_bytes()).unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(out);
    let records: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), 2);
    for record in records {
        assert_eq!(record.len(), cells.len());
        for (read, cell) in record.iter().zip(&cells) {
            assert_eq!(read, arm(cell));
            let opens = |c: char| "=+-@＝＋－＠".contains(c);
            assert!(!read.starts_with(['\t', '\r', '\n']), "{read:?}");
            assert!(!read.trim_start().starts_with(opens), "{read:?}");
            let mut back = read.to_owned();
            disarm(&mut back);
            assert_eq!(back, *cell);
        }
    }
}

/// Any texts in a plan: a page without a script, a handler, or an address that may not be followed.
pub fn html_out(bytes: &[u8]) {
    let texts = texts(bytes);
    let text = |at: usize| texts.get(at % texts.len()).map_or("", String::as_str);
    let name = |at: usize| format!("N{}", &text(at)[..text(at).floor_char_boundary(900)]);
    let mut plan = Sketch::new();
    let persona = plan.persona(&name(0), 3);
    let journey = plan.journey(&name(1));
    let stage = plan.stage(journey, &name(2), Phase::ALL[bytes.len() % Phase::ALL.len()]);
    let asset = plan.asset(&name(3), Status::Published);
    plan.edit::<AssetFields>(asset, |one| {
        text(4)[..text(4).floor_char_boundary(900)].clone_into(&mut one.url);
    });
    plan.place(asset, persona, stage);
    let ledger = Ledger::new(&plan.architecture, day("2026-06-30"));
    let page = Page::of(&ledger, journey, &Filter::default()).unwrap();
    let mut out = Vec::new();
    export::coverage(&page, &mut out).unwrap();
    let page = Document::from(String::from_utf8(out).unwrap());
    assert_eq!(dangers(&page), Vec::<String>::new());
}
