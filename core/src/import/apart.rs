//! Workbooks are read in a process of their own, which may die: a few kilobytes can make the reader
//! of a workbook ask for more memory than there is, and that ends a process without a word.
//!
//! Core knows no program: whoever runs it gives one ([`Reader::workbooks`]) that hands its standard
//! input and output to [`serve`] and keeps itself within limits. What it answers is believed no more
//! than a file is.

use super::draft::Progress;
use super::sheet::Sheet;
use super::source::{FILE_LIMIT, bounded};
use super::workbook;
use crate::error::{Error, Result};
use std::io::{Read, Write};
use std::ops::ControlFlow;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

mod wire;

/// The longest that a workbook is waited for. The reader's own limit is in time of work; this one
/// is for a reader that waits for something.
const PATIENCE: Duration = Duration::from_secs(90);

/// How often is looked whether reading is still wanted.
const LOOK: Duration = Duration::from_millis(20);

/// What reading a file takes besides the file.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// Gives the program that reads a workbook; the name of a sheet is added as `--sheet=…`.
    pub workbooks: &'a dyn Fn() -> Result<Command>,
    /// Told how far reading is, in bytes, rows or files; ends it.
    pub progress: Progress<'a>,
}

impl std::fmt::Debug for Reader<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader").finish_non_exhaustive()
    }
}

impl Reader<'_> {
    /// Fails once reading is no longer wanted.
    pub(super) fn go_on(&self, done: usize, total: usize) -> Result<()> {
        match (self.progress)(done, total) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Error::Cancelled),
        }
    }
}

/// The side of the process of its own: reads a workbook and answers with one sheet of it, or with
/// why there is none.
pub fn serve(input: impl Read, sheet: Option<&str>, output: impl Write) -> std::io::Result<()> {
    let mut bytes = Vec::new();
    input.take(FILE_LIMIT).read_to_end(&mut bytes)?;
    let read = workbook::read(&bytes, sheet).and_then(bounded);
    drop(bytes);
    wire::tell(read, output)
}

/// Has a workbook read.
pub(super) fn read(bytes: &[u8], sheet: Option<&str>, reader: &Reader<'_>) -> Result<Sheet> {
    let mut program = (reader.workbooks)()?;
    program.args(sheet.map(|name| format!("--sheet={name}")));
    program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let child = program.spawn().map_err(|_| {
        Error::Unreadable(
            "The part of Throughline that reads workbooks could not be started. Start Throughline \
             again, or save the sheet as CSV and import that."
                .to_owned(),
        )
    })?;
    follow(child, bytes, PATIENCE, reader)
}

/// Feeds the process, takes in what it answers, and ends it: when that is done, when it takes too
/// long, or when it is no longer wanted.
fn follow(
    mut child: Child,
    bytes: &[u8],
    patience: Duration,
    reader: &Reader<'_>,
) -> Result<Sheet> {
    let (input, output) = (child.stdin.take(), child.stdout.take());
    let (Some(input), Some(output)) = (input, output) else { return Err(died()) };
    let far = wire::Far::default();
    let read = std::thread::scope(|scope| {
        scope.spawn(move || feed(input, bytes));
        let (done, is_done) = channel();
        let far = &far;
        let gathering = scope.spawn(move || {
            let sheet = wire::gather(output, far);
            let _ = done.send(());
            sheet
        });
        let wanted = wait(&is_done, patience, || {
            let (done, total) = far.read();
            reader.go_on(done, total)
        });
        // Its pipes close with it, so both threads end, whatever it was about.
        let _ = child.kill();
        let read = gathering.join().unwrap_or_else(|_| Err(died()));
        wanted.and(read)
    });
    let _ = child.wait();
    read
}

/// A process that has seen enough closes its ear: what it answers tells why.
fn feed(mut input: ChildStdin, bytes: &[u8]) {
    let _ = input.write_all(bytes);
}

fn wait(
    is_done: &Receiver<()>,
    patience: Duration,
    mut go_on: impl FnMut() -> Result<()>,
) -> Result<()> {
    let mut waited = Duration::ZERO;
    while waited < patience {
        match is_done.recv_timeout(LOOK) {
            Err(RecvTimeoutError::Timeout) => waited += LOOK,
            Ok(()) | Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
        go_on()?;
    }
    Err(died())
}

/// However it ended: what can be done about it is the same.
fn died() -> Error {
    Error::Unreadable(
        "This workbook could not be read: it takes more memory or time than a list of content \
         does, or it is damaged. Save it anew in a spreadsheet program and try that; a list of \
         content can be saved as CSV too."
            .to_owned(),
    )
}

#[cfg(test)]
#[path = "apart_tests.rs"]
mod tests;
