//! What one row says, read by the mapping: the lead's fields, and what the lead did.

use super::super::instant::{Instants, Unread};
use super::block::Block;
use super::field::LeadColumn;
use crate::facts::event::EventKind;
use crate::facts::field::{FIELDS, LeadField};
use crate::file::disarm;
use crate::model::{LINE_LIMIT, Word};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Where the wanted cells of a block's rows are.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    /// The columns of the file that are wanted, in ascending order.
    pub(super) wanted: Vec<usize>,
    at: [Option<usize>; LeadColumn::ALL.len()],
}

impl Layout {
    pub(super) fn of(columns: &BTreeMap<LeadColumn, usize>) -> Self {
        let mut wanted: Vec<usize> = columns.values().copied().collect();
        wanted.sort_unstable();
        wanted.dedup();
        let place =
            |column: LeadColumn| columns.get(&column).and_then(|at| wanted.binary_search(at).ok());
        let mut at = [None; LeadColumn::ALL.len()];
        for column in LeadColumn::ALL {
            at[*column as usize] = place(*column);
        }
        Self { wanted, at }
    }

    /// The place of a column among the wanted ones.
    pub(super) fn place(&self, column: LeadColumn) -> Option<usize> {
        self.at[column as usize]
    }

    /// The cell of a row in a column; empty where the file has no such column.
    pub(super) fn cell<'a>(&self, block: &'a Block, row: usize, column: LeadColumn) -> &'a str {
        self.place(column).map_or("", |at| block.cell(row, at))
    }
}

/// A row, read.
#[derive(Debug, Default)]
pub(super) struct Said<'a> {
    texts: [Cow<'a, str>; FIELDS],
    /// What the lead did, and when.
    pub(super) events: [Option<(EventKind, i64)>; 2],
    /// The content it did it with.
    pub(super) asset: Cow<'a, str>,
}

impl Said<'_> {
    /// The lead's fields.
    pub(super) fn fields(&self) -> [&str; FIELDS] {
        let mut fields = [""; FIELDS];
        for (field, text) in fields.iter_mut().zip(&self.texts) {
            *field = text;
        }
        fields
    }

    /// The fields that it says something of.
    pub(super) fn filled(&self) -> Vec<(LeadField, String)> {
        let all = LeadField::ALL.iter().zip(&self.texts);
        let filled = all.filter(|(_, text)| !text.is_empty());
        filled.map(|(field, text)| (*field, text.clone().into_owned())).collect()
    }
}

/// The moments of a row: when the lead was made, when it requested and when it opened something.
pub(super) type Times = [Option<i64>; 3];

/// Reads the moments of rows, and keeps what could not be read.
#[derive(Debug)]
pub(super) struct Clock {
    /// The columns that hold moments, and where they are.
    places: [(LeadColumn, Option<usize>); 3],
    instants: Instants,
    /// The newest time that was read.
    pub(super) newest: Option<i64>,
    /// Lines with a time that is none, and which column it is in.
    pub(super) no_dates: Vec<(u32, LeadColumn)>,
    /// How many there are.
    pub(super) no_dates_count: u64,
    /// Times whose day and month could be either way round.
    pub(super) open_dates: u64,
}

/// So many lines are named.
const NAMED: usize = 1_000;

impl Clock {
    pub(super) fn new(layout: &Layout, instants: Instants) -> Self {
        let columns = [LeadColumn::Created, LeadColumn::Requested, LeadColumn::Opened];
        Self {
            places: columns.map(|column| (column, layout.place(column))),
            instants,
            newest: None,
            no_dates: Vec::new(),
            no_dates_count: 0,
            open_dates: 0,
        }
    }

    /// The moments of one row of a tidy block.
    pub(super) fn read(&mut self, block: &Block, row: usize) -> Times {
        self.places.map(|(column, place)| {
            let text = place.map_or("", |place| block.cell(row, place));
            if text.is_empty() { None } else { self.time(text, column, block.lines[row]) }
        })
    }

    fn time(&mut self, text: &str, column: LeadColumn, line: u32) -> Option<i64> {
        match self.instants.read(text) {
            Ok(at) => {
                self.newest = self.newest.max(Some(at));
                Some(at)
            }
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

/// Reads the texts of rows.
#[derive(Debug)]
pub(super) struct RowReader {
    layout: Layout,
    /// The fields that a cell fills as it is, and where those cells are.
    plain: Vec<(LeadField, usize)>,
    /// Texts that were cut to what a line holds.
    pub(super) cut: u64,
}

impl RowReader {
    pub(super) fn new(layout: Layout) -> Self {
        let plain = LeadColumn::ALL.iter().filter(|column| !column.is_time());
        let plain = plain.filter_map(|column| Some((column.field()?, layout.place(*column)?)));
        Self { plain: plain.collect(), layout, cut: 0 }
    }

    /// Reads one row of a tidy block, whose moments are known.
    pub(super) fn read<'a>(&mut self, block: &'a Block, row: usize, times: Times) -> Said<'a> {
        let mut read = Said::default();
        for at in 0..self.plain.len() {
            let (field, place) = self.plain[at];
            read.texts[field.at()] = self.text(block.cell(row, place));
        }
        self.name(block, row, &mut read);
        let [created, requested, opened] = times;
        if let Some(created) = created {
            read.texts[LeadField::Created.at()] = Cow::Owned(created.to_string());
        }
        read.events =
            [requested.map(|at| (EventKind::Request, at)), opened.map(|at| (EventKind::Open, at))];
        read.asset = self.text(self.layout.cell(block, row, LeadColumn::Content));
        read
    }

    fn name(&mut self, block: &Block, row: usize, read: &mut Said<'_>) {
        if !read.texts[LeadField::Name.at()].is_empty() {
            return;
        }
        let first = self.layout.cell(block, row, LeadColumn::FirstName);
        let last = self.layout.cell(block, row, LeadColumn::LastName);
        if !first.is_empty() || !last.is_empty() {
            let name = format!("{first} {last}");
            read.texts[LeadField::Name.at()] = Cow::Owned(self.text(name.trim()).into_owned());
        }
    }

    /// A text as it is kept: no longer than a line, without the mark against formulas.
    fn text<'a>(&mut self, text: &'a str) -> Cow<'a, str> {
        let mut end = text.len();
        if end > LINE_LIMIT {
            end = LINE_LIMIT;
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            self.cut += 1;
        }
        let text = &text[..end];
        if text.starts_with('\'') {
            let mut owned = text.to_owned();
            disarm(&mut owned);
            return Cow::Owned(owned);
        }
        Cow::Borrowed(text)
    }
}
