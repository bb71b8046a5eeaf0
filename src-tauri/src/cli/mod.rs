//! The command line: the same commands as the window, for a terminal and for other programs.
//!
//! Answers go to stdout; errors go to stderr as `{"code", "message", "field"}`, with exit code 1.

mod answers;
mod ask;
mod backup;
mod call;
mod consumption;
mod copy;
mod coverage;
mod deals;
mod erase;
mod export;
mod export_lead;
mod facts;
mod figure;
mod funnel;
mod gaps;
mod guard;
mod handoff;
mod import;
mod kpi;
mod merge;
mod new;
mod quality;
mod report;
mod said;
mod score;
mod verify;
mod workbook;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub(crate) use said::fail;
use said::{Said, json, told};
pub(crate) use workbook::READ_WORKBOOK;

/// Plan which content serves which buyer at which stage of the deal.
///
/// Without a verb the window opens.
#[derive(Debug, Parser)]
#[command(name = "throughline", version, args_conflicts_with_subcommands = true)]
struct Line {
    /// The workspace to open in the window.
    workspace: Option<PathBuf>,
    #[command(subcommand)]
    verb: Option<Verb>,
}

/// The verbs that say something or fail, each by its name.
macro_rules! verbs {
    ($($name:ident: $verb:ty),* $(,)?) => {
        #[derive(Debug, Subcommand)]
        enum Verb {
            $($name($verb),)*
            Verify(verify::Verify),
            #[command(name = READ_WORKBOOK, hide = true)]
            ReadWorkbook(workbook::ReadWorkbook),
        }

        fn answer(verb: Verb) -> ExitCode {
            match verb {
                $(Verb::$name(verb) => told(verb.run()),)*
                Verb::Verify(verify) => verify.run(),
                Verb::ReadWorkbook(workbook) => workbook.run(),
            }
        }
    };
}

verbs! {
    New: new::New,
    Import: import::Import,
    Export: export::Export,
    ExportLead: export_lead::ExportLead,
    Copy: copy::Copy,
    Merge: merge::Merge,
    Ask: ask::Ask,
    Answers: answers::Answers,
    Coverage: coverage::Coverage,
    Gaps: gaps::Gaps,
    Consumption: consumption::ConsumptionVerb,
    Funnel: funnel::Funnel,
    Deals: deals::Deals,
    Kpi: kpi::Kpi,
    Score: score::Score,
    Quality: quality::Quality,
    Guard: guard::Guard,
    Erase: erase::Erase,
    Queue: handoff::Queue,
    Sla: handoff::Sla,
    Report: report::Report,
    Figure: figure::FigureVerb,
    Call: call::Call,
    Backup: backup::Backup,
    Restore: backup::Restore,
}

/// What a start of the program is for.
#[derive(Debug)]
pub(crate) enum Wish {
    /// Open the window, on this workspace if one is named.
    Window(Option<PathBuf>),
    /// Nothing further: the line is answered.
    Done(ExitCode),
}

/// Reads the arguments and answers what needs no window.
pub(crate) fn read(args: impl IntoIterator<Item = OsString>) -> Wish {
    match Line::try_parse_from(args) {
        Ok(Line { verb: Some(verb), .. }) => Wish::Done(answer(verb)),
        Ok(Line { workspace, verb: None }) => Wish::Window(workspace),
        Err(advice) => {
            let _ = advice.print();
            Wish::Done(if advice.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS })
        }
    }
}

/// The workspace that a line asks the window to open.
pub(crate) fn workspace_of(line: Vec<String>) -> Option<PathBuf> {
    Line::try_parse_from(line).ok()?.workspace
}
