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
mod erase;
mod export;
mod export_lead;
mod facts;
mod figure;
mod guard;
mod handoff;
mod import;
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

#[derive(Debug, Subcommand)]
enum Verb {
    New(new::New),
    Import(import::Import),
    Export(export::Export),
    ExportLead(export_lead::ExportLead),
    Copy(copy::Copy),
    Merge(merge::Merge),
    Ask(ask::Ask),
    Answers(answers::Answers),
    Coverage(coverage::Coverage),
    Consumption(consumption::ConsumptionVerb),
    Score(score::Score),
    Erase(erase::Erase),
    Quality(quality::Quality),
    Guard(guard::Guard),
    Queue(handoff::Queue),
    Sla(handoff::Sla),
    Report(report::Report),
    Figure(figure::FigureVerb),
    Call(call::Call),
    Verify(verify::Verify),
    Backup(backup::Backup),
    Restore(backup::Restore),
    #[command(name = READ_WORKBOOK, hide = true)]
    ReadWorkbook(workbook::ReadWorkbook),
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

fn answer(verb: Verb) -> ExitCode {
    let ran = match verb {
        Verb::New(new) => new.run(),
        Verb::Import(import) => import.run(),
        Verb::Export(export) => export.run(),
        Verb::ExportLead(export) => export.run(),
        Verb::Copy(copy) => copy.run(),
        Verb::Merge(merge) => merge.run(),
        Verb::Ask(ask) => ask.run(),
        Verb::Answers(answers) => answers.run(),
        Verb::Coverage(coverage) => coverage.run(),
        Verb::Consumption(consumption) => consumption.run(),
        Verb::Score(score) => score.run(),
        Verb::Erase(erase) => erase.run(),
        Verb::Quality(quality) => quality.run(),
        Verb::Guard(guard) => guard.run(),
        Verb::Queue(queue) => queue.run(),
        Verb::Sla(sla) => sla.run(),
        Verb::Report(report) => report.run(),
        Verb::Figure(figure) => figure.run(),
        Verb::Call(call) => call.run(),
        Verb::Verify(verify) => return verify.run(),
        Verb::Backup(backup) => backup.run(),
        Verb::Restore(restore) => restore.run(),
        Verb::ReadWorkbook(workbook) => return workbook.run(),
    };
    told(ran)
}
