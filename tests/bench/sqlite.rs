//! The sqlite3 shell, kept open, so that only the statement is timed.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Instant;

use crate::table::milliseconds;

const END: &str = "-- end of answer --";

pub(crate) struct Shell {
    process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Shell {
    /// The shell on a database; `None` where it is not installed.
    pub(crate) fn open(database: &Path) -> Option<Self> {
        Command::new("sqlite3").arg("-version").output().ok()?;
        // Into a pipe it would keep its answers back until it ends.
        let mut process = Command::new("stdbuf")
            .args(["-oL", "sqlite3", "-batch"])
            .arg(database)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let (input, output) = (process.stdin.take()?, BufReader::new(process.stdout.take()?));
        Some(Self { process, input, output })
    }

    /// The lines that the statements answer.
    pub(crate) fn ask(&mut self, statements: &str) -> Vec<String> {
        writeln!(self.input, "{statements}\n.print '{END}'").unwrap();
        let lines = self.output.by_ref().lines().map(Result::unwrap);
        lines.take_while(|line| line != END).collect()
    }

    /// Milliseconds that the statements take; the last one's answer goes nowhere.
    pub(crate) fn time(&mut self, statements: &str) -> f64 {
        let start = Instant::now();
        self.ask(&format!(".once /dev/null\n{statements}"));
        milliseconds(start)
    }
}

impl Drop for Shell {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
