//! Works on a workspace as the window does, and says after every answer what it was: what the
//! torture tests kill, starve and lie to.

use clap::Parser;
use std::io::{BufRead, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use throughline_core::file::outlive_size_limit;
use throughline_tests::host::TestHost;
use throughline_tests::work::{Said, Worker};

/// Works on a workspace.
#[derive(Debug, Parser)]
struct Asked {
    /// The workspace.
    file: PathBuf,
    /// What the work depends on.
    #[arg(long)]
    seed: u64,
    /// Makes the workspace.
    #[arg(long)]
    new: bool,
    /// Where its backups are kept.
    #[arg(long)]
    backups: PathBuf,
    /// How many acts were done before.
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// How many acts to do.
    #[arg(long, default_value_t = 1_000_000)]
    acts: u64,
    /// Waits for a line before every act.
    #[arg(long)]
    stepped: bool,
}

fn main() -> ExitCode {
    outlive_size_limit();
    let asked = Asked::parse();
    let host = TestHost::with_backups_in(&asked.backups);
    let opened = if asked.new {
        Worker::create_as(host, &asked.file, asked.seed)
    } else {
        Worker::open_as(host, &asked.file, asked.seed)
    };
    let worker = match opened {
        Ok(worker) => worker,
        Err(error) => {
            say(&format!("no {} {:?}: {}", asked.from, error.code, error.message));
            return ExitCode::FAILURE;
        }
    };
    say(&format!("ack {} open", asked.from));
    let mut lines = std::io::stdin().lock().lines();
    for number in asked.from + 1..=asked.from + asked.acts {
        if asked.stepped && lines.next().is_none() {
            break;
        }
        match worker.act(number) {
            Said::Done => say(&format!("ack {number} done")),
            Said::Refused => say(&format!("ack {number} refused")),
            Said::Failed(words) => say(&format!("no {number} {words}")),
        }
    }
    match worker.close() {
        Ok(()) => say("closed"),
        Err(error) => say(&format!("not closed {:?}: {}", error.code, error.message)),
    }
    ExitCode::SUCCESS
}

/// One write a line, so that a line is said whole or not at all.
fn say(line: &str) {
    let line = format!("{}\n", line.replace('\n', " "));
    let mut out = std::io::stdout().lock();
    if out.write_all(line.as_bytes()).and_then(|()| out.flush()).is_err() {
        // Whoever listened is gone, as somebody who closed the window.
    }
}
