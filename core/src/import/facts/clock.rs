//! Reads the moments of rows.

use super::super::instant::{Instants, Unread};
use super::block::Block;
use super::column::FactColumn;
use super::layout::{Layout, TimeColumn};

/// So many lines are named.
const NAMED: usize = 1_000;

/// Reads the moments of rows, and keeps what could not be read.
#[derive(Debug)]
pub(super) struct Clock {
    columns: Vec<TimeColumn>,
    instants: Instants,
    /// The newest time that was read.
    pub(super) newest: Option<i64>,
    /// Lines with a time that is none, and which column it is in.
    pub(super) no_dates: Vec<(u32, FactColumn)>,
    /// How many there are.
    pub(super) no_dates_count: u64,
    /// Times whose day and month could be either way round.
    pub(super) open_dates: u64,
}

impl Clock {
    pub(super) fn new(layout: &Layout, instants: Instants) -> Self {
        Self {
            columns: layout.times.clone(),
            instants,
            newest: None,
            no_dates: Vec::new(),
            no_dates_count: 0,
            open_dates: 0,
        }
    }

    /// How many moments a row has.
    pub(super) fn width(&self) -> usize {
        self.columns.len()
    }

    /// Adds the moments of one row of a tidy block, in the order of the columns.
    pub(super) fn read(&mut self, block: &Block, row: usize, times: &mut Vec<Option<i64>>) {
        for at in 0..self.columns.len() {
            let TimeColumn { column, place, every, .. } = self.columns[at];
            let time = match (place, every) {
                (Some(place), _) => self.time(block.cell(row, place), column, block.lines[row]),
                (None, Some(day)) => Some(self.instants.midnight(day)),
                (None, None) => None,
            };
            if column.tells_as_of() {
                self.newest = self.newest.max(time);
            }
            times.push(time);
        }
    }

    fn time(&mut self, text: &str, column: FactColumn, line: u32) -> Option<i64> {
        if text.is_empty() {
            return None;
        }
        match self.instants.read(text) {
            Ok(at) => Some(at),
            Err(Unread::Open) => {
                self.open_dates += 1;
                None
            }
            Err(Unread::NoDate) => {
                self.no_dates_count += 1;
                if self.no_dates.len() < NAMED {
                    self.no_dates.push((line, column));
                }
                None
            }
        }
    }
}
