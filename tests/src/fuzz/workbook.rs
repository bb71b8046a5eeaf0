//! Workbooks: archives of any bytes, and sound archives of any parts.

use serde_json::Value;
use std::cell::Cell;
use std::io::{Cursor, Write};
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;
use throughline_core::import::serve;
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// The parts of a workbook in the order in which an input may hold others, each with what it is
/// unless the input says otherwise.
const PARTS: [(&str, &str); 6] = [
    ("xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>"),
    ("xl/sharedStrings.xml", "<sst/>"),
    (
        "xl/styles.xml",
        "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
    ),
    (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
    ),
    (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/\
         officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         </Relationships>",
    ),
    (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/\
         officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/>\
         </Relationships>",
    ),
];

/// A workbook, as the process reads it that is made for it: whatever it holds, it is answered. An
/// input that is no archive is the parts of one, parted by zero bytes.
pub fn xlsx(bytes: &[u8]) {
    if bytes.starts_with(b"PK") {
        answers(bytes);
    } else {
        answers(&archive(bytes));
    }
}

fn archive(bytes: &[u8]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut said = bytes.split(|byte| *byte == 0);
    for (name, usual) in PARTS {
        let part = said.next().filter(|part| !part.is_empty()).unwrap_or(usual.as_bytes());
        archive.start_file(name, stored).unwrap();
        archive.write_all(part).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// What reads workbooks for us. It may panic: that ends its process, and whoever waits for it says
/// that the workbook could not be read.
const READER: &str = "calamine";

thread_local! {
    static READER_PANICKED: Cell<bool> = const { Cell::new(false) };
}

/// Has panics of the reader noted; all others are told, and end a fuzzer, as ever.
fn note_panics_of_reader() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let others = take_hook();
        set_hook(Box::new(move |panic| {
            if panic.location().is_some_and(|place| place.file().contains(READER)) {
                READER_PANICKED.set(true);
            } else {
                others(panic);
            }
        }));
    });
}

fn answers(workbook: &[u8]) {
    note_panics_of_reader();
    READER_PANICKED.set(false);
    let mut answer = Vec::new();
    let served = catch_unwind(AssertUnwindSafe(|| serve(workbook, None, &mut answer)));
    if READER_PANICKED.get() {
        return;
    }
    served.unwrap().unwrap();
    let answer = answer.strip_suffix(b"\n").unwrap();
    let last = answer.rsplit(|byte| *byte == b'\n').next().unwrap();
    let last: Value = serde_json::from_slice(last).unwrap();
    assert!(last == "end" || last.get("refused").is_some(), "{last}");
}
