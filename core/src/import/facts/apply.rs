//! The one change that an import of facts is: all of the file, or nothing.

use super::super::date::{DayOrder, order_told};
use super::super::draft::Progress;
use super::super::instant::Instants;
use super::super::mapping::DATE_ORDER;
use super::super::sheet::{REJECTION_LIMIT, Rejection, Sheet, too_broken};
use super::clock::Clock;
use super::layout::Layout;
use super::mapping::{Columns, ZONE, resolve};
use super::read::{Keyed, Keying, clash};
use super::row::RowReader;
use super::source::FactSource;
use super::who::Naming;
use super::{notes, questions, stages};
use crate::error::{Error, Result};
use crate::id::EntityKind;
use crate::model::{Architecture, BatchFields, FactKind, MappingFields, Millis};
use crate::plan::facts::{Entry, FactWriter, Met, OwnEvent, Taking};
use crate::plan::{By, Op, Outcome, Plan, Tx, Verb};
use chrono_tz::Tz;
use serde::Serialize;
use std::sync::mpsc::sync_channel;
use ts_rs::TS;

/// How many blocks wait between the two threads: so many that cutting goes on while rows are compared
/// with what is known.
const WAITING: usize = 10;
/// So many rejected rows are named.
const NAMED: usize = 1_000;

/// What became of the rows of a file. Every row read is counted in exactly one of `added`,
/// `updated`, `unchanged`, `rejectedCount` and `erased`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FactTally {
    /// Rows of the file, its header, totals and footers left out.
    pub read: u32,
    /// Rows that made a lead, an account, a deal or a count.
    pub added: u32,
    /// Rows that told something new of one known already.
    pub updated: u32,
    /// Rows that told nothing new.
    pub unchanged: u32,
    /// Rows that could not be taken in, the first thousand.
    pub rejected: Vec<Rejection>,
    /// How many there are.
    pub rejected_count: u32,
    /// Events that are new.
    pub events: u32,
    /// Leads made that have neither an e-mail address nor an id.
    pub anonymous: u32,
    /// Rows left out because their lead was erased.
    pub erased: u32,
}

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FactsImported {
    /// What the file held.
    pub kind: FactKind,
    /// What became of the rows.
    #[serde(flatten)]
    pub tally: FactTally,
    /// The newest time in the file.
    pub as_of: Option<Millis>,
    /// What is worth knowing, in words.
    pub notes: Vec<String>,
}

/// What both threads need.
struct Job<'a> {
    source: &'a FactSource,
    layout: Layout,
    instants: Instants,
    progress: Progress<'a>,
}

/// What the reading thread leaves.
struct Cut {
    entries: Vec<Entry>,
    clock: Clock,
    naming: Naming,
}

/// What the writing thread collects.
#[derive(Default)]
struct Found {
    rows: u64,
    rejected: Vec<Rejection>,
    rejected_count: u64,
    replaced: u64,
}

/// Takes a file of facts in by a completed mapping, as one change that one undo takes back. The same
/// file again changes nothing.
pub fn import(
    plan: &Plan,
    by: By,
    source: &FactSource,
    mapping: &MappingFields,
    progress: Progress<'_>,
) -> Result<Outcome<FactsImported>> {
    let op = Op::one(Verb::Import, EntityKind::Batch, source.name.clone());
    plan.transact(by, op, |tx| take_in(tx, by, source, mapping, progress))
}

/// What an import would do; nothing is changed.
pub fn try_out(
    plan: &Plan,
    by: By,
    source: &FactSource,
    mapping: &MappingFields,
    progress: Progress<'_>,
) -> Result<FactsImported> {
    let op = Op::one(Verb::Import, EntityKind::Batch, source.name.clone());
    let mut found = None;
    let undone = plan.transact(by, op, |tx| -> Result<()> {
        found = Some(take_in(tx, by, source, mapping, progress)?);
        // Everything is taken back again.
        Err(Error::Cancelled)
    });
    match (found, undone) {
        (Some(found), Err(Error::Cancelled)) => Ok(found),
        (_, Err(fault)) => Err(fault),
        (_, Ok(_)) => Err(Error::Internal("a dry run was kept".to_owned())),
    }
}

fn take_in(
    tx: &mut Tx<'_>,
    by: By,
    source: &FactSource,
    mapping: &MappingFields,
    progress: Progress<'_>,
) -> Result<FactsImported> {
    let mut job = Job::of(source, mapping, tx.view(), progress)?;
    job.layout.erased = tx.erased()?;
    let subject = job.layout.subject;
    let mut writer = tx.take_facts(subject)?;
    let number = writer.batch();
    let mut reader = RowReader::new(&job.layout);
    let (found, mut cut) = job.run(&mut writer, &mut reader)?;
    let as_of = cut.clock.newest.map(Millis);
    let taking = writer.finish(as_of.unwrap_or(by.at), std::mem::take(&mut cut.entries))?;
    let tally = told(&taking, &found, &cut);
    let notes = notes::told(&job.layout, &cut.clock, &cut.naming, &reader.misread);
    let notes = notes.into_iter().chain(notes::replaced(found.replaced)).collect();
    if taking.added + taking.updated > 0 || taking.restated {
        let kind = job.layout.kind;
        let batch = batch(number, kind, source, as_of.unwrap_or(by.at), &tally, &taking);
        stages::learn(tx, mapping)?;
        tx.create(batch)?;
        super::super::apply::remember(tx, mapping, false)?;
    }
    Ok(FactsImported { kind: job.layout.kind, tally, as_of, notes })
}

fn batch(
    number: i64,
    kind: FactKind,
    source: &FactSource,
    as_of: Millis,
    tally: &FactTally,
    taking: &Taking,
) -> BatchFields {
    let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    BatchFields {
        number,
        file: source.name.clone(),
        as_of,
        rows: tally.read.into(),
        added: whole(taking.added),
        updated: whole(taking.known_updated),
        events: whole(taking.events),
        builds_on: taking.builds_on.iter().copied().collect(),
        kind,
    }
}

impl<'a> Job<'a> {
    fn of(
        source: &'a FactSource,
        mapping: &MappingFields,
        plan: &Architecture,
        progress: Progress<'a>,
    ) -> Result<Self> {
        let columns = resolve(&source.head, mapping)?;
        if columns.is_empty() {
            let message = "No column is mapped, so there is nothing to import. Map the columns \
                that say what the rows are about.";
            return Err(Error::invalid_field("mapping", message));
        }
        questions::check(&columns, mapping)?;
        stages::check(mapping, plan)?;
        let instants = Instants::of(zone(mapping, plan)?, order(&source.head, &columns, mapping));
        Ok(Self { source, layout: Layout::of(&columns, mapping, plan)?, instants, progress })
    }

    fn run(&self, writer: &mut FactWriter<'_>, reader: &mut RowReader<'_>) -> Result<(Found, Cut)> {
        let index = writer.index(self.source.rows())?;
        let first = writer.first_key();
        let clock = Clock::new(&self.layout, self.instants.clone());
        let mut keying = Keying::new(&self.layout, clock, index, first);
        let mut rows = self.source.rows_of(self.layout.wanted.clone())?;
        std::thread::scope(|scope| {
            let (send, receive) = sync_channel(WAITING);
            let cutting = scope.spawn(move || {
                loop {
                    let keyed = keying.next(&mut rows).transpose();
                    let Some(keyed) = keyed else { break };
                    let ended = keyed.is_err();
                    if send.send(keyed).is_err() || ended {
                        break;
                    }
                }
                drop(send);
                let (index, clock, naming) = keying.into_parts();
                Cut { entries: index.into_new(), clock, naming }
            });
            let mut found = Found::default();
            for keyed in receive {
                self.write(keyed?, writer, reader, &mut found)?;
            }
            let cut = cutting.join();
            let cut = cut.map_err(|_| Error::Internal("the reading thread ended early".into()))?;
            Ok((found, cut))
        })
    }

    fn write(
        &self,
        keyed: Keyed,
        writer: &mut FactWriter<'_>,
        reader: &mut RowReader<'_>,
        found: &mut Found,
    ) -> Result<()> {
        let Keyed { block, keys, times } = keyed;
        let width = self.layout.times.len();
        for (row, key) in keys.iter().enumerate() {
            let Some((key, is_new)) = key else { continue };
            found.rows += 1;
            let said = reader.read(&block, row, &times[row * width..(row + 1) * width]);
            if *is_new {
                writer.add(said.texts());
                said.each_event(&self.layout, |event| writer.event(event));
                writer.end_row()?;
            } else {
                let mut events = Vec::new();
                said.each_event(&self.layout, |event| events.push(OwnEvent::of(event)));
                let line = block.lines[row];
                writer.meet(Met { key: *key, line, fields: said.filled(), events })?;
            }
        }
        found.take(&block.rejected, block.replaced.len())?;
        let done = usize::try_from(block.read).unwrap_or(usize::MAX);
        let total = usize::try_from(self.source.size).unwrap_or(usize::MAX);
        match (self.progress)(done.min(total), total) {
            std::ops::ControlFlow::Continue(()) => Ok(()),
            std::ops::ControlFlow::Break(()) => Err(Error::Cancelled),
        }
    }
}

fn told(taking: &Taking, found: &Found, cut: &Cut) -> FactTally {
    let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    let mut rejected = found.rejected.clone();
    rejected.extend(taking.clashes.iter().take(NAMED).map(|line| clash(*line)));
    rejected.sort_by_key(|one| one.line);
    rejected.truncate(NAMED);
    FactTally {
        read: small(found.rows + found.rejected_count + cut.naming.erased),
        added: small(taking.added),
        updated: small(taking.updated),
        unchanged: small(taking.unchanged),
        rejected,
        rejected_count: small(found.rejected_count + taking.clashes.len() as u64),
        events: small(taking.events),
        anonymous: small(cut.naming.anonymous),
        erased: small(cut.naming.erased),
    }
}

impl Found {
    fn take(&mut self, rejected: &[Rejection], replaced: usize) -> Result<()> {
        self.rejected_count += rejected.len() as u64;
        self.replaced += replaced as u64;
        let room = NAMED.saturating_sub(self.rejected.len());
        self.rejected.extend(rejected.iter().take(room).cloned());
        if self.rejected_count > REJECTION_LIMIT as u64 && self.rejected_count > self.rows {
            return Err(too_broken(&self.rejected));
        }
        Ok(())
    }
}

/// The zone of times without an offset: the one told, else the workspace's.
pub(super) fn zone(mapping: &MappingFields, plan: &Architecture) -> Result<Tz> {
    let told = mapping.choices.get(ZONE).filter(|zone| !zone.is_empty());
    let name = told.map_or_else(
        || plan.workspace().map(|one| one.time_zone.clone()),
        |told| Ok(told.clone()),
    )?;
    name.parse().map_err(|_| {
        Error::invalid_field(
            "mapping",
            format!("\"{name}\" is not a time zone. Use a name such as Europe/Berlin."),
        )
    })
}

/// Whether day or month comes first: as told, else as the first rows show.
pub(super) fn order(head: &Sheet, columns: &Columns, mapping: &MappingFields) -> Option<DayOrder> {
    let told = mapping.choices.get(DATE_ORDER).and_then(|word| DayOrder::of_word(word));
    told.or_else(|| order_told(times(head, columns)).order())
}

/// The cells of the first rows that should hold times.
pub(super) fn times<'a>(head: &'a Sheet, columns: &'a Columns) -> impl Iterator<Item = &'a str> {
    columns.all().filter(|(column, _)| column.is_time()).flat_map(|(_, at)| head.said(at))
}
