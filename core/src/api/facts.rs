//! Facts in: a file picked in a native dialog or dropped on the window is staged with the open
//! workspace; a preview is worked out from its head as often as the mapping changes, and it is taken
//! in once. The window never names a path.

use super::edit::Nothing;
use super::import::{ReadStaged, Run, Staging, UnderMapping, held, reading};
use super::{Context, FileKind, Open, keeping};
use crate::demand::{self, FactCount, FactQuery, FactRows, FunnelQuery};
use crate::error::{Error, Result};
use crate::import::facts::{self, FactInput, FactPreview, FactSource, FactsImported};
use crate::model::{FactKind, MappingFields, Word};
use crate::plan::Outcome;
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex};

/// The figures that are worked out as soon as facts came in.
const FIRST_SEEN: [demand::GapDimension; 2] =
    [demand::GapDimension::Industry, demand::GapDimension::Level];

/// A file that brought at least one row in so many has its figures worked out at once.
const PART: usize = 8;

const FACTS: FileKind = FileKind { name: "Table (CSV, TSV, XLSX)", ending: "csv" };

/// The file of facts that is staged.
pub(super) type StagedFacts = Mutex<Option<Arc<FactSource>>>;

/// Asks for a file in a native dialog and shows what it would be read as; none when thought better
/// of it.
pub(super) fn choose(context: Context<'_>, _: Nothing) -> Result<Option<FactPreview>> {
    let open = context.open()?;
    let Some(path) = context.host.pick_file("Import leads, deals or counts", FACTS) else {
        return Ok(None);
    };
    open.staging.clear();
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    stage(context, &open, name.unwrap_or_default(), FactInput::File(path), None).map(Some)
}

/// Reads the head of what was sent piece by piece.
pub(super) fn read(context: Context<'_>, request: ReadStaged) -> Result<FactPreview> {
    let open = context.open()?;
    let (name, input) = match held(&open.staging.facts).clone() {
        Some(source) => (source.name.clone(), source.input().clone()),
        None => sent(&open.staging)?,
    };
    stage(context, &open, name, input, request.sheet.as_deref())
}

fn sent(staging: &Staging) -> Result<(String, FactInput)> {
    let mut files = std::mem::take(&mut *held(&staging.files));
    match (files.pop(), files.is_empty()) {
        (Some((name, bytes)), true) => Ok((name, FactInput::Bytes(Arc::new(bytes)))),
        _ => Err(Error::Unreadable("Choose one file at a time.".to_owned())),
    }
}

fn stage(
    context: Context<'_>,
    open: &Open,
    name: String,
    input: FactInput,
    sheet: Option<&str>,
) -> Result<FactPreview> {
    let run = open.staging.start();
    let source = reading(context, &run, |reader| FactSource::open(name, input, sheet, reader))?;
    let source = Arc::new(source);
    let preview = facts::preview(&source, None, &open.plan.view())?;
    *held(&open.staging.facts) = Some(source);
    Ok(preview)
}

fn staged(open: &Open) -> Result<Arc<FactSource>> {
    let none = || Error::invalid("There is no file to import. Choose it again.");
    held(&open.staging.facts).clone().ok_or_else(none)
}

/// Shows what the staged file would be read as under a mapping.
pub(super) fn preview(context: Context<'_>, request: UnderMapping) -> Result<FactPreview> {
    let open = context.open()?;
    facts::preview(&*staged(&open)?, Some(request.mapping), &open.plan.view())
}

/// Takes the staged file in under a mapping: all of it in one change.
pub(super) fn apply(context: Context<'_>, request: UnderMapping) -> Result<Outcome<FactsImported>> {
    let open = context.open()?;
    let run = open.staging.start();
    let imported = take_in(context, &open, &*staged(&open)?, &request.mapping, &run)?;
    open.staging.clear();
    Ok(imported)
}

fn take_in(
    context: Context<'_>,
    open: &Open,
    source: &FactSource,
    mapping: &MappingFields,
    run: &Run,
) -> Result<Outcome<FactsImported>> {
    let by = context.by()?;
    let note = |done, total| run.note(done, total);
    keeping::keep_before_facts(context.host, open);
    let imported = facts::import(&open.plan, by, source, mapping, &note)?;
    let FactsImported { kind, tally, .. } = &imported.value;
    if is_much(open, tally.read) {
        work_out(open, *kind);
    }
    Ok(imported)
}

/// Works out what is looked at first after a file of a kind, so that it is at hand then. The file is in
/// whatever becomes of that: a fault is told when somebody asks for it.
fn work_out(open: &Open, kind: FactKind) {
    if kind.has_requests() {
        let _ = demand::consumption(&open.plan, &FIRST_SEEN, None);
    }
    if matches!(kind, FactKind::Moves | FactKind::Deals) {
        let _ = demand::funnel(&open.plan, &FunnelQuery::default());
        let _ = demand::prepare_kpis(&open.plan);
        let _ = demand::deals_of(&open.plan, None);
        let _ = open.prices.count(&open.plan);
    }
}

/// Whether a file of so many rows is a good part of what is known now. After a small one whoever asks
/// for figures waits for them, not whoever brings it in.
fn is_much(open: &Open, rows: u32) -> bool {
    let known = demand::fact_counts(&open.plan).unwrap_or_default();
    let all: usize = known.iter().map(|one| one.rows).sum();
    (rows as usize).saturating_mul(PART) >= all
}

/// The rows about accounts, deals or what is counted.
pub(super) fn rows(context: Context<'_>, request: FactQuery) -> Result<FactRows> {
    demand::fact_rows(&context.open()?.plan, &request)
}

/// How many rows there are about each subject.
pub(super) fn counts(context: Context<'_>, _: Nothing) -> Result<Vec<FactCount>> {
    demand::fact_counts(&context.open()?.plan)
}

/// A file as the terminal brings it in.
#[derive(Clone, Copy, Debug)]
pub struct FactsAsked<'a> {
    /// What it holds.
    pub kind: FactKind,
    /// What was told of its columns, as pairs of a column or a choice of ours and what it is.
    pub told: &'a [(String, String)],
    /// Say what would happen and change nothing.
    pub dry_run: bool,
}

/// Takes a file of facts in by a mapping partly told by hand, as the terminal does.
pub fn import_facts(
    context: Context<'_>,
    source: &FactSource,
    asked: &FactsAsked<'_>,
) -> Result<FactsImported> {
    let open = context.open()?;
    let kind = ("kind".to_owned(), asked.kind.as_word().to_owned());
    let told: Vec<_> = std::iter::once(kind).chain(asked.told.iter().cloned()).collect();
    let mapping = facts::with_told_columns(source, &told, &open.plan.view())?;
    if asked.dry_run {
        let go_on = |_, _| ControlFlow::Continue(());
        return facts::try_out(&open.plan, context.by()?, source, &mapping, &go_on);
    }
    Ok(take_in(context, &open, source, &mapping, &Run::default())?.value)
}
