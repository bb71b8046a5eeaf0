//! The program under test: `hand`, which works on a workspace as the window does.

use crate::place::Place;
use crate::shim::Fault;
use std::io::{BufRead, BufReader, Lines, Write};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::time::Duration;

/// What it said, act by act.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heard {
    /// The last act that was answered as saved or refused by a rule; `None` = it never opened.
    pub(crate) acknowledged: Option<u64>,
    /// Acts that were answered as not saved, and in which words; 0 is the opening.
    pub(crate) failed: Vec<(u64, String)>,
    /// Acts that a rule refused.
    pub(crate) refused: Vec<u64>,
    /// How many acts were acknowledged.
    pub(crate) acts: u64,
    /// It closed the workspace in order.
    pub(crate) closed: bool,
    /// How it ended.
    pub(crate) status: ExitStatus,
}

impl Heard {
    fn line(&mut self, line: &str) {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let (number, words) = rest.split_once(' ').unwrap_or((rest, ""));
        match (word, number.parse()) {
            ("ack", Ok(number)) => {
                self.acts += u64::from(self.acknowledged.is_some());
                self.acknowledged = Some(number);
                self.refused.extend((words == "refused").then_some(number));
            }
            ("no", Ok(number)) => self.failed.push((number, words.to_owned())),
            _ => self.closed |= line == "closed",
        }
    }

    /// Whether it ended by itself, that is neither by a signal nor by a panic.
    pub(crate) fn ended_well(&self) -> bool {
        matches!(self.status.code(), Some(0 | 1))
    }

    /// The signal that ended it.
    pub(crate) fn signal(&self) -> Option<i32> {
        self.status.signal()
    }
}

/// How it is to be run.
#[derive(Debug)]
pub(crate) struct Hand {
    command: Command,
}

impl Hand {
    /// On the workspace of a place, as whoever has the seed.
    pub(crate) fn on(place: &Place, seed: u64) -> Self {
        Self::started_by(Command::new(env!("CARGO_BIN_EXE_hand")), place, seed)
    }

    /// The same, by way of another program that is given the rest of the command.
    pub(crate) fn through(program: &[&str], place: &Place, seed: u64) -> Self {
        let mut command = Command::new(program[0]);
        command.args(&program[1..]).arg(env!("CARGO_BIN_EXE_hand"));
        Self::started_by(command, place, seed)
    }

    fn started_by(mut command: Command, place: &Place, seed: u64) -> Self {
        command.arg(place.file()).args(["--seed", &seed.to_string()]);
        command.arg("--backups").arg(place.backups());
        command.env("TMPDIR", place.elsewhere()).env("XDG_DATA_HOME", place.elsewhere());
        command.stdout(Stdio::piped()).stderr(Stdio::null()).stdin(Stdio::null());
        Self { command }
    }

    /// Makes the workspace instead of opening it.
    pub(crate) fn new_workspace(mut self) -> Self {
        self.command.arg("--new");
        self
    }

    /// After so many acts.
    pub(crate) fn from(mut self, acts: u64) -> Self {
        self.command.args(["--from", &acts.to_string()]);
        self
    }

    /// So many acts and no more.
    pub(crate) fn acts(mut self, acts: u64) -> Self {
        self.command.args(["--acts", &acts.to_string()]);
        self
    }

    /// Under a fault.
    pub(crate) fn under(mut self, fault: &Fault, place: &Place) -> Self {
        fault.befall(&mut self.command, place);
        self
    }

    /// Runs it to its end.
    pub(crate) fn run(self) -> Heard {
        self.start().hear()
    }

    /// Starts it.
    pub(crate) fn start(mut self) -> Running {
        let mut child = self.command.spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Running { child, lines, heard: Heard::default() }
    }

    /// Starts it and waits until it has opened; every act waits for [`Running::step`].
    pub(crate) fn start_stepped(self) -> Running {
        let mut running = self.start_stepped_at_once();
        running.wait_until_open();
        running
    }

    /// The same, without waiting.
    pub(crate) fn start_stepped_at_once(mut self) -> Running {
        self.command.arg("--stepped").stdin(Stdio::piped());
        self.start()
    }
}

/// It, at work.
#[derive(Debug)]
pub(crate) struct Running {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    /// What it said so far.
    pub(crate) heard: Heard,
}

impl Running {
    fn next_line(&mut self) -> bool {
        let Some(Ok(line)) = self.lines.next() else { return false };
        self.heard.line(&line);
        true
    }

    /// Waits until it has opened, or could not.
    pub(crate) fn wait_until_open(&mut self) {
        self.next_line();
    }

    /// Lets it do one act and hears what it says; whether that was saved.
    pub(crate) fn step(&mut self) -> bool {
        let failed = self.heard.failed.len();
        self.child.stdin.as_mut().unwrap().write_all(b"\n").unwrap();
        self.next_line() && self.heard.failed.len() == failed
    }

    /// Kills it some time after it said so many things, the first of which is that it has opened.
    pub(crate) fn kill(mut self, after: Duration, said: usize) -> Heard {
        for _ in 0..said {
            self.next_line();
        }
        std::thread::sleep(after);
        self.child.kill().unwrap();
        self.hear()
    }

    /// Hears it to its end.
    pub(crate) fn hear(mut self) -> Heard {
        drop(self.child.stdin.take());
        while self.next_line() {}
        self.heard.status = self.child.wait().unwrap();
        self.heard
    }
}
