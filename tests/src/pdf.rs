//! A PDF as poppler reads it.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::page::words;

/// What a tool of poppler-utils says of a PDF, a space between words.
pub fn poppler(tool: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let mut program = Command::new(tool);
    program.args(arguments).arg("-").stdin(Stdio::piped()).stdout(Stdio::piped());
    if tool == "pdftotext" {
        program.arg("-");
    }
    let mut running = program.spawn().unwrap_or_else(|error| panic!("{tool}: {error}"));
    running.stdin.take().unwrap().write_all(pdf).unwrap();
    let said = running.wait_with_output().unwrap();
    assert!(said.status.success(), "{tool}: {said:?}");
    words(&String::from_utf8(said.stdout).unwrap())
}
