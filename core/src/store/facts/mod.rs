//! Facts in the store: segments with a row a column, what later files say of them, what their leads
//! and deals did, and the index that finds a row by its number. The bytes are `facts`' business.
//!
//! A batch is one file that was taken in. Its rows are told apart by its number; they count while
//! the plan has the batch.

pub(crate) mod erased;
pub(crate) mod runs;

use super::column::Column;
use super::engine::{Row, Session, Value};
use crate::error::Result;
use crate::facts::event::EventChunk;
use crate::facts::subject::Subject;
use crate::model::Word;

/// Every statement of these tables, for the test that prepares them on both engines.
pub(crate) const STATEMENTS: [&str; 19] = [
    NEXT,
    COUNT_ON,
    KEEP_SEGMENT,
    KEEP_COLUMN,
    KEEP_PATCH,
    KEEP_CHUNK,
    SEGMENTS,
    COLUMN,
    PATCHES,
    CHUNKS,
    HAS_ROWS,
    SEGMENT,
    DELETE_COLUMNS,
    DELETE_SEGMENTS,
    DELETE_PATCHES,
    DELETE_CHUNKS,
    FIGURE,
    KEEP_FIGURE,
    REACHABLE,
];

const NEXT: &str = "SELECT value FROM fact_counter WHERE name = $1";
const COUNT_ON: &str = "INSERT INTO fact_counter (name, value) VALUES ($1, $2)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value";
const KEEP_SEGMENT: &str = "INSERT INTO fact_segment (segment, batch, size, subject)
    VALUES ($1, $2, $3, $4)
    ON CONFLICT (segment) DO UPDATE SET size = excluded.size";
const KEEP_COLUMN: &str = "INSERT INTO fact_column (segment, field, data) VALUES ($1, $2, $3)
    ON CONFLICT (segment, field) DO UPDATE SET data = excluded.data";
const KEEP_PATCH: &str = "INSERT INTO fact_patch (segment, batch, data) VALUES ($1, $2, $3)
    ON CONFLICT (segment, batch) DO UPDATE SET data = excluded.data";
const KEEP_CHUNK: &str = "INSERT INTO event_chunk
    (segment, batch, part, size, slots, times, kinds, assets, channels, campaigns, marks)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ON CONFLICT (segment, batch, part) DO UPDATE SET size = excluded.size,
        slots = excluded.slots, times = excluded.times, kinds = excluded.kinds,
        assets = excluded.assets, channels = excluded.channels,
        campaigns = excluded.campaigns, marks = excluded.marks";
const SEGMENTS: &str = "SELECT segment, batch, size, subject FROM fact_segment ORDER BY segment";
const SEGMENT: &str = "SELECT segment, batch, size, subject FROM fact_segment WHERE segment = $1";
const COLUMN: &str = "SELECT data FROM fact_column WHERE segment = $1 AND field = $2";
const PATCHES: &str = "SELECT batch, data FROM fact_patch WHERE segment = $1 ORDER BY batch";
const CHUNKS: &str = "SELECT batch, size, slots, times, kinds, assets, channels, campaigns, marks
    FROM event_chunk WHERE segment = $1 ORDER BY batch, part";
const HAS_ROWS: &str = "SELECT CASE
    WHEN EXISTS (SELECT 1 FROM fact_segment WHERE batch = $1) THEN 1
    WHEN EXISTS (SELECT 1 FROM fact_patch WHERE batch = $1) THEN 1
    WHEN EXISTS (SELECT 1 FROM event_chunk WHERE batch = $1) THEN 1 ELSE 0 END";
const DELETE_COLUMNS: &str = "DELETE FROM fact_column
    WHERE segment IN (SELECT segment FROM fact_segment WHERE batch = $1)";
const DELETE_SEGMENTS: &str = "DELETE FROM fact_segment WHERE batch = $1";
const DELETE_PATCHES: &str = "DELETE FROM fact_patch WHERE batch = $1";
const DELETE_CHUNKS: &str = "DELETE FROM event_chunk WHERE batch = $1";
const FIGURE: &str = "SELECT stamp, data FROM fact_figure WHERE name = $1";
const KEEP_FIGURE: &str = "INSERT INTO fact_figure (name, stamp, data) VALUES ($1, $2, $3)
    ON CONFLICT (name) DO UPDATE SET stamp = excluded.stamp, data = excluded.data";
const REACHABLE: &str = "SELECT change.row_before, change.row_after FROM change
    JOIN edit ON edit.seq = change.edit_seq
    WHERE change.kind = $1 AND edit.state = 'undoable'";

const EVENT_COLUMNS: [&str; 11] = [
    "segment",
    "batch",
    "part",
    "size",
    "slots",
    "times",
    "kinds",
    "assets",
    "channels",
    "campaigns",
    "marks",
];

/// The tables of facts with their columns, as a salvage copies them. How long the runs of the index are
/// is counted anew.
pub(crate) const TABLES: [(&str, &[&str]); 6] = [
    ("fact_counter", &["name", "value"]),
    ("fact_segment", &["segment", "batch", "size", "subject"]),
    ("fact_column", &["segment", "field", "data"]),
    ("fact_patch", &["segment", "batch", "data"]),
    ("event_chunk", &EVENT_COLUMNS),
    ("fact_page", &["run", "first", "data"]),
];

/// The statement that puts a row of a table of facts in as it is; one that is there stays.
pub(crate) fn insert_sql(table: &str, columns: &[&str]) -> String {
    let parameters: Vec<_> = (1..=columns.len()).map(|n| format!("${n}")).collect();
    let (columns, parameters) = (columns.join(", "), parameters.join(", "));
    format!("INSERT INTO {table} ({columns}) VALUES ({parameters}) ON CONFLICT DO NOTHING")
}

/// What numbers are given out for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counter {
    Batch,
    Segment,
    Run,
    /// 1 where something was erased and the file was not written anew since: bytes of it may be left
    /// between what is there.
    Unswept,
}

impl Counter {
    fn name(self) -> Value {
        let name = match self {
            Self::Batch => "batch",
            Self::Segment => "segment",
            Self::Run => "run",
            Self::Unswept => "unswept",
        };
        Value::Text(name.to_owned())
    }
}

/// The next number that was never given out, from 0.
pub(crate) fn next(session: &mut dyn Session, counter: Counter) -> Result<i64> {
    let mut next = 0;
    session.query(NEXT, &[counter.name()], &mut |row| {
        next = i64::from_value(row.value()?)?;
        Ok(())
    })?;
    Ok(next)
}

/// Says which number comes next.
pub(crate) fn count_on(session: &mut dyn Session, counter: Counter, next: i64) -> Result<()> {
    session.execute(COUNT_ON, &[counter.name(), Value::Int(next)]).map(drop)
}

/// A segment, the batch it came with, how many rows it holds, and what they are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SegmentRow {
    pub(crate) segment: u32,
    pub(crate) batch: i64,
    pub(crate) size: usize,
    pub(crate) subject: Subject,
}

/// Writes a segment, in place of what was written of it.
pub(crate) fn keep_segment(session: &mut dyn Session, row: SegmentRow) -> Result<()> {
    let size = Value::Int(i64::try_from(row.size).unwrap_or(i64::MAX));
    let subject = Value::Text(row.subject.as_word().to_owned());
    let values = [Value::Int(row.segment.into()), Value::Int(row.batch), size, subject];
    session.execute(KEEP_SEGMENT, &values).map(drop)
}

/// Writes a column of a segment, in place of what was written of it.
pub(crate) fn keep_column(
    session: &mut dyn Session,
    segment: u32,
    field: &str,
    data: Vec<u8>,
) -> Result<()> {
    let field = Value::Text(field.to_owned());
    session.execute(KEEP_COLUMN, &[Value::Int(segment.into()), field, Value::Blob(data)]).map(drop)
}

/// Writes what a batch says of a segment's rows, in place of what it said.
pub(crate) fn keep_patch(
    session: &mut dyn Session,
    segment: u32,
    batch: i64,
    data: Vec<u8>,
) -> Result<()> {
    let values = [Value::Int(segment.into()), Value::Int(batch), Value::Blob(data)];
    session.execute(KEEP_PATCH, &values).map(drop)
}

/// Writes some events of a segment, in place of those of the same part.
pub(crate) fn keep_chunk(
    session: &mut dyn Session,
    segment: u32,
    batch: i64,
    part: i64,
    chunk: EventChunk,
) -> Result<()> {
    let values = [
        Value::Int(segment.into()),
        Value::Int(batch),
        Value::Int(part),
        Value::Int(i64::try_from(chunk.size).unwrap_or(i64::MAX)),
        Value::Blob(chunk.slots),
        Value::Blob(chunk.times),
        Value::Blob(chunk.kinds),
        Value::Blob(chunk.assets),
        bytes_or_none(chunk.channels),
        bytes_or_none(chunk.campaigns),
        bytes_or_none(chunk.marks),
    ];
    session.execute(KEEP_CHUNK, &values).map(drop)
}

fn bytes_or_none(bytes: Vec<u8>) -> Value {
    if bytes.is_empty() { Value::Null } else { Value::Blob(bytes) }
}

/// All segments, whatever became of their batches.
pub(crate) fn segments(session: &mut dyn Session) -> Result<Vec<SegmentRow>> {
    let mut rows = Vec::new();
    session.query(SEGMENTS, &[], &mut |row| {
        rows.push(row_to_segment(row)?);
        Ok(())
    })?;
    Ok(rows)
}

/// One segment, whatever became of its batch.
pub(crate) fn segment(session: &mut dyn Session, segment: u32) -> Result<Option<SegmentRow>> {
    let mut found = None;
    session.query(SEGMENT, &[Value::Int(segment.into())], &mut |row| {
        found = Some(row_to_segment(row)?);
        Ok(())
    })?;
    Ok(found)
}

fn row_to_segment(row: &mut Row) -> Result<SegmentRow> {
    Ok(SegmentRow {
        segment: u32::from_value(row.value()?)?,
        batch: i64::from_value(row.value()?)?,
        size: size(row)?,
        subject: String::from_value(row.value()?)?.parse()?,
    })
}

fn size(row: &mut Row) -> Result<usize> {
    u32::from_value(row.value()?).map(|size| size as usize)
}

/// A column of a segment; `None` where nobody said anything in it.
pub(crate) fn column(
    session: &mut dyn Session,
    segment: u32,
    field: &str,
) -> Result<Option<Vec<u8>>> {
    let field = Value::Text(field.to_owned());
    one_blob(session, COLUMN, &[Value::Int(segment.into()), field])
}

/// What files said of a segment's rows later: batch and bytes.
pub(crate) fn patches(session: &mut dyn Session, segment: u32) -> Result<Vec<(i64, Vec<u8>)>> {
    let mut found = Vec::new();
    session.query(PATCHES, &[Value::Int(segment.into())], &mut |row| {
        found.push((i64::from_value(row.value()?)?, row.bytes()?));
        Ok(())
    })?;
    Ok(found)
}

/// What a segment's leads did, or its deals went through: batch and events.
pub(crate) fn chunks(session: &mut dyn Session, segment: u32) -> Result<Vec<(i64, EventChunk)>> {
    let mut found = Vec::new();
    session.query(CHUNKS, &[Value::Int(segment.into())], &mut |row| {
        let batch = i64::from_value(row.value()?)?;
        found.push((batch, erased::row_to_chunk(row)?));
        Ok(())
    })?;
    Ok(found)
}

/// Whether any row came with a batch.
pub(crate) fn has_rows(session: &mut dyn Session, batch: i64) -> Result<bool> {
    let mut has = false;
    session.query(HAS_ROWS, &[Value::Int(batch)], &mut |row| {
        has = bool::from_value(row.value()?)?;
        Ok(())
    })?;
    Ok(has)
}

/// Deletes all rows that came with a batch.
pub(crate) fn delete_batch(session: &mut dyn Session, batch: i64) -> Result<()> {
    let all = [erased::DELETE_ROWS, DELETE_COLUMNS, DELETE_SEGMENTS, DELETE_PATCHES, DELETE_CHUNKS];
    for sql in all {
        session.execute(sql, &[Value::Int(batch)])?;
    }
    Ok(())
}

/// What is written in the history of batches that undo could bring back, as JSON. What redo could
/// bring again is not among it: whoever asks is about to settle that.
pub(crate) fn reachable_batches(session: &mut dyn Session) -> Result<Vec<String>> {
    let mut found = Vec::new();
    session.query(REACHABLE, &[Value::Text("batch".to_owned())], &mut |row| {
        let before: Option<String> = Column::from_value(row.value()?)?;
        found.extend(before);
        let after: Option<String> = Column::from_value(row.value()?)?;
        found.extend(after);
        Ok(())
    })?;
    Ok(found)
}

/// A figure that was kept, and of which stamp.
pub(crate) fn figure(session: &mut dyn Session, name: &str) -> Result<Option<(String, String)>> {
    let mut found = None;
    session.query(FIGURE, &[Value::Text(name.to_owned())], &mut |row| {
        found = Some((String::from_value(row.value()?)?, String::from_value(row.value()?)?));
        Ok(())
    })?;
    Ok(found)
}

/// Keeps a figure in place of the one of that name.
pub(crate) fn keep_figure(
    session: &mut dyn Session,
    name: &str,
    stamp: &str,
    data: String,
) -> Result<()> {
    let (name, stamp) = (Value::Text(name.to_owned()), Value::Text(stamp.to_owned()));
    session.execute(KEEP_FIGURE, &[name, stamp, Value::Text(data)]).map(drop)
}

fn one_blob(session: &mut dyn Session, sql: &str, values: &[Value]) -> Result<Option<Vec<u8>>> {
    let mut found = None;
    session.query(sql, values, &mut |row| {
        found = Some(row.bytes()?);
        Ok(())
    })?;
    Ok(found)
}
