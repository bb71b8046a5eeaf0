//! The index that finds a row by its number: runs of pages, each in ascending order.

use super::one_blob;
use crate::error::Result;
use crate::store::column::Column;
use crate::store::engine::{Session, Value};

/// Every statement here, for the test that prepares them on both engines.
pub(crate) const STATEMENTS: [&str; 10] = [
    RUNS,
    KEEP_RUN,
    COUNT_ANEW,
    SIEVE,
    SET_SIEVE,
    PAGES,
    PAGE_FOR,
    INSERT_PAGE,
    DELETE_PAGES,
    DELETE_RUN,
];

const RUNS: &str = "SELECT run, pages, CASE WHEN sieve IS NULL THEN 0 ELSE 1 END FROM fact_run
    ORDER BY run";
const KEEP_RUN: &str = "INSERT INTO fact_run (run, pages, sieve) VALUES ($1, $2, $3)";
const COUNT_ANEW: &str = "INSERT INTO fact_run (run, pages)
    SELECT run, count(*) FROM fact_page GROUP BY run";
const SIEVE: &str = "SELECT sieve FROM fact_run WHERE run = $1 AND sieve IS NOT NULL";
const SET_SIEVE: &str = "UPDATE fact_run SET sieve = $2 WHERE run = $1";
const PAGES: &str = "SELECT data FROM fact_page WHERE run = $1 ORDER BY first";
const PAGE_FOR: &str = "SELECT data FROM fact_page WHERE run = $1 AND first <= $2
    ORDER BY first DESC LIMIT 1";
const INSERT_PAGE: &str = "INSERT INTO fact_page (run, first, data) VALUES ($1, $2, $3)";
const DELETE_PAGES: &str = "DELETE FROM fact_page WHERE run = $1";
const DELETE_RUN: &str = "DELETE FROM fact_run WHERE run = $1";

/// A run of pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// Its number.
    pub(crate) number: i64,
    /// How many pages it had when it was written.
    pub(crate) pages: usize,
    /// Whether it has a sieve.
    pub(crate) has_sieve: bool,
}

/// All runs.
pub(crate) fn runs(session: &mut dyn Session) -> Result<Vec<Run>> {
    let mut runs = Vec::new();
    session.query(RUNS, &[], &mut |row| {
        let (number, pages) = (i64::from_value(row.value()?)?, i64::from_value(row.value()?)?);
        let pages = usize::try_from(pages).unwrap_or(0);
        runs.push(Run { number, pages, has_sieve: bool::from_value(row.value()?)? });
        Ok(())
    })?;
    Ok(runs)
}

/// Keeps that there is a run of so many pages, and its sieve, if it has one.
pub(crate) fn keep_run(
    session: &mut dyn Session,
    run: i64,
    pages: usize,
    sieve: Option<&[u8]>,
) -> Result<()> {
    let pages = Value::Int(i64::try_from(pages).unwrap_or(i64::MAX));
    let sieve = sieve.map_or(Value::Null, |bytes| Value::Blob(bytes.to_vec()));
    session.execute(KEEP_RUN, &[Value::Int(run), pages, sieve]).map(drop)
}

/// Keeps that there are the runs of which there are pages, none of them with a sieve.
pub(crate) fn count_anew(session: &mut dyn Session) -> Result<()> {
    session.execute(COUNT_ANEW, &[]).map(drop)
}

/// The sieve of a run.
pub(crate) fn sieve(session: &mut dyn Session, run: i64) -> Result<Option<Vec<u8>>> {
    one_blob(session, SIEVE, &[Value::Int(run)])
}

/// Gives a run another sieve.
pub(crate) fn set_sieve(session: &mut dyn Session, run: i64, sieve: &[u8]) -> Result<()> {
    session.execute(SET_SIEVE, &[Value::Int(run), Value::Blob(sieve.to_vec())]).map(drop)
}

/// Hands over every page of a run, in order.
pub(crate) fn each_page(
    session: &mut dyn Session,
    run: i64,
    each: &mut dyn FnMut(&[u8]) -> Result<()>,
) -> Result<()> {
    session.query(PAGES, &[Value::Int(run)], &mut |row| each(&row.bytes()?))
}

/// The page of a run on which a number would be.
pub(crate) fn page_for(
    session: &mut dyn Session,
    run: i64,
    number: i64,
) -> Result<Option<Vec<u8>>> {
    one_blob(session, PAGE_FOR, &[Value::Int(run), Value::Int(number)])
}

/// Writes a page of a run; `first` = its first number.
pub(crate) fn insert_page(
    session: &mut dyn Session,
    run: i64,
    first: i64,
    data: Vec<u8>,
) -> Result<()> {
    session.execute(INSERT_PAGE, &[Value::Int(run), Value::Int(first), Value::Blob(data)]).map(drop)
}

/// Deletes a run with its pages.
pub(crate) fn delete_run(session: &mut dyn Session, run: i64) -> Result<()> {
    session.execute(DELETE_PAGES, &[Value::Int(run)])?;
    session.execute(DELETE_RUN, &[Value::Int(run)]).map(drop)
}
