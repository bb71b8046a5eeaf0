//! What is left of leads that were erased, and what erasing writes anew: columns, patches, chunks of
//! events and pages of the index.

use super::size;
use crate::error::{Error, Result};
use crate::facts::event::EventChunk;
use crate::model::Millis;
use crate::store::column::Column;
use crate::store::engine::{Row, Session, Value};

/// Every statement here, for the test that prepares them on both engines.
pub(crate) const STATEMENTS: [&str; 15] = [
    MARKS,
    KEEP_MARK,
    COUNT_LEADS,
    ROWS,
    KEEP_ROW,
    ROWS_OF_BATCH,
    DELETE_ROWS,
    COLUMNS,
    DELETE_COLUMN,
    DELETE_PATCH,
    PARTS,
    DELETE_PART,
    PAGES,
    DELETE_PAGE,
    DELETE_FIGURES,
];

const MARKS: &str = "SELECT secret, mark, first, at FROM erased_mark ORDER BY at, secret, mark";
const KEEP_MARK: &str = "INSERT INTO erased_mark (secret, mark, first, at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (secret, mark) DO NOTHING";
const COUNT_LEADS: &str = "SELECT count(*), max(at) FROM erased_mark WHERE first = 1";
const ROWS: &str = "SELECT segment, slot FROM erased_row ORDER BY segment, slot";
const KEEP_ROW: &str = "INSERT INTO erased_row (segment, slot) VALUES ($1, $2)
    ON CONFLICT (segment, slot) DO NOTHING";
const ROWS_OF_BATCH: &str = "SELECT fact_segment.batch, count(*) FROM erased_row
    JOIN fact_segment ON fact_segment.segment = erased_row.segment
    GROUP BY fact_segment.batch ORDER BY fact_segment.batch";
pub(super) const DELETE_ROWS: &str = "DELETE FROM erased_row
    WHERE segment IN (SELECT segment FROM fact_segment WHERE batch = $1)";
const COLUMNS: &str = "SELECT field, data FROM fact_column WHERE segment = $1 ORDER BY field";
const DELETE_COLUMN: &str = "DELETE FROM fact_column WHERE segment = $1 AND field = $2";
const DELETE_PATCH: &str = "DELETE FROM fact_patch WHERE segment = $1 AND batch = $2";
const PARTS: &str = "SELECT batch, part, size, slots, times, kinds, assets, channels, campaigns,
    marks FROM event_chunk WHERE segment = $1 ORDER BY batch, part";
const DELETE_PART: &str = "DELETE FROM event_chunk WHERE segment = $1 AND batch = $2 AND part = $3";
const PAGES: &str = "SELECT run, first, data FROM fact_page ORDER BY run, first";
const DELETE_PAGE: &str = "DELETE FROM fact_page WHERE run = $1 AND first = $2";
const DELETE_FIGURES: &str = "DELETE FROM fact_figure";

/// The tables with their columns, as a salvage copies them.
pub(crate) const TABLES: [(&str, &[&str]); 2] =
    [("erased_row", &["segment", "slot"]), ("erased_mark", &["secret", "mark", "first", "at"])];

/// A mark of a lead that was erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct MarkRow {
    /// What it was made with.
    pub(crate) secret: [u8; 16],
    /// The keyed hash.
    pub(crate) mark: [u8; 16],
    /// Whether it is the first of its lead's: so many leads there were.
    pub(crate) first: bool,
    /// When the lead was erased.
    pub(crate) at: Millis,
}

/// All marks.
pub(crate) fn marks(session: &mut dyn Session) -> Result<Vec<MarkRow>> {
    let mut marks = Vec::new();
    session.query(MARKS, &[], &mut |row| {
        marks.push(row_to_mark(row)?);
        Ok(())
    })?;
    Ok(marks)
}

/// Reads a row of the columns of [`TABLES`].
pub(crate) fn row_to_mark(row: &mut Row) -> Result<MarkRow> {
    Ok(MarkRow {
        secret: sixteen(row)?,
        mark: sixteen(row)?,
        first: i64::from_value(row.value()?)? == 1,
        at: Millis::from_value(row.value()?)?,
    })
}

fn sixteen(row: &mut Row) -> Result<[u8; 16]> {
    let damaged = |_| Error::Damaged("a mark of an erased lead is none".to_owned());
    row.bytes()?.try_into().map_err(damaged)
}

/// Keeps a mark; one that is there stays.
pub(crate) fn keep_mark(session: &mut dyn Session, row: &MarkRow) -> Result<()> {
    let values = [
        Value::Blob(row.secret.to_vec()),
        Value::Blob(row.mark.to_vec()),
        Value::Int(row.first.into()),
        Value::Int(row.at.0),
    ];
    session.execute(KEEP_MARK, &values).map(drop)
}

/// How many leads were erased, and when the last one was.
pub(crate) fn leads(session: &mut dyn Session) -> Result<(u64, Option<Millis>)> {
    let mut found = (0, None);
    session.query(COUNT_LEADS, &[], &mut |row| {
        let count = i64::from_value(row.value()?)?;
        found = (u64::try_from(count).unwrap_or(0), Column::from_value(row.value()?)?);
        Ok(())
    })?;
    Ok(found)
}

/// The rows that were erased: segment and slot.
pub(crate) fn rows(session: &mut dyn Session) -> Result<Vec<(u32, u16)>> {
    let mut found = Vec::new();
    session.query(ROWS, &[], &mut |row| {
        let segment = u32::from_value(row.value()?)?;
        let slot = u16::try_from(u32::from_value(row.value()?)?).unwrap_or(u16::MAX);
        found.push((segment, slot));
        Ok(())
    })?;
    Ok(found)
}

/// Keeps that a row was erased.
pub(crate) fn keep_row(session: &mut dyn Session, segment: u32, slot: u16) -> Result<()> {
    session.execute(KEEP_ROW, &[Value::Int(segment.into()), Value::Int(slot.into())]).map(drop)
}

/// How many rows of each batch were erased.
pub(crate) fn rows_of_batches(session: &mut dyn Session) -> Result<Vec<(i64, u64)>> {
    let mut found = Vec::new();
    session.query(ROWS_OF_BATCH, &[], &mut |row| {
        let batch = i64::from_value(row.value()?)?;
        found.push((batch, u64::try_from(i64::from_value(row.value()?)?).unwrap_or(0)));
        Ok(())
    })?;
    Ok(found)
}

/// All columns of a segment with the words of their fields.
pub(crate) fn columns(session: &mut dyn Session, segment: u32) -> Result<Vec<(String, Vec<u8>)>> {
    let mut found = Vec::new();
    session.query(COLUMNS, &[Value::Int(segment.into())], &mut |row| {
        found.push((String::from_value(row.value()?)?, row.bytes()?));
        Ok(())
    })?;
    Ok(found)
}

pub(crate) fn delete_column(session: &mut dyn Session, segment: u32, field: &str) -> Result<()> {
    let values = [Value::Int(segment.into()), Value::Text(field.to_owned())];
    session.execute(DELETE_COLUMN, &values).map(drop)
}

pub(crate) fn delete_patch(session: &mut dyn Session, segment: u32, batch: i64) -> Result<()> {
    session.execute(DELETE_PATCH, &[Value::Int(segment.into()), Value::Int(batch)]).map(drop)
}

/// A chunk of events of a segment, its batch and its part of that.
#[derive(Debug)]
pub(crate) struct PartRow {
    pub(crate) batch: i64,
    pub(crate) part: i64,
    pub(crate) chunk: EventChunk,
}

/// All chunks of events of a segment.
pub(crate) fn parts(session: &mut dyn Session, segment: u32) -> Result<Vec<PartRow>> {
    let mut found = Vec::new();
    session.query(PARTS, &[Value::Int(segment.into())], &mut |row| {
        let (batch, part) = (i64::from_value(row.value()?)?, i64::from_value(row.value()?)?);
        found.push(PartRow { batch, part, chunk: row_to_chunk(row)? });
        Ok(())
    })?;
    Ok(found)
}

/// Reads a chunk of events from its size on.
pub(super) fn row_to_chunk(row: &mut Row) -> Result<EventChunk> {
    Ok(EventChunk {
        size: size(row)?,
        slots: row.bytes()?,
        times: row.bytes()?,
        kinds: row.bytes()?,
        assets: row.bytes()?,
        channels: row.bytes_if_any()?,
        campaigns: row.bytes_if_any()?,
        marks: row.bytes_if_any()?,
    })
}

pub(crate) fn delete_part(
    session: &mut dyn Session,
    segment: u32,
    batch: i64,
    part: i64,
) -> Result<()> {
    let values = [Value::Int(segment.into()), Value::Int(batch), Value::Int(part)];
    session.execute(DELETE_PART, &values).map(drop)
}

/// A page of the index.
#[derive(Debug)]
pub(crate) struct PageRow {
    pub(crate) run: i64,
    /// Its first number.
    pub(crate) first: i64,
    pub(crate) data: Vec<u8>,
}

/// Hands over every page of the index.
pub(crate) fn each_page_of_all(
    session: &mut dyn Session,
    each: &mut dyn FnMut(PageRow) -> Result<()>,
) -> Result<()> {
    session.query(PAGES, &[], &mut |row| {
        let (run, first) = (i64::from_value(row.value()?)?, i64::from_value(row.value()?)?);
        each(PageRow { run, first, data: row.bytes()? })
    })
}

pub(crate) fn delete_page(session: &mut dyn Session, run: i64, first: i64) -> Result<()> {
    session.execute(DELETE_PAGE, &[Value::Int(run), Value::Int(first)]).map(drop)
}

/// Deletes all figures that were kept.
pub(crate) fn delete_figures(session: &mut dyn Session) -> Result<()> {
    session.execute(DELETE_FIGURES, &[]).map(drop)
}
