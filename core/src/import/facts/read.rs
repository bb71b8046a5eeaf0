//! Cuts a file into rows and finds who each is about.

use super::super::layout::{is_footer, is_total};
use super::super::sheet::{Rejection, Row};
use super::field::LeadColumn;
use super::row::{Layout, said};
use super::source::Rows;
use super::stream::Block;
use crate::error::Result;
use crate::facts::LeadKey;
use crate::facts::identity::{Identities, Identity, is_address};
use crate::plan::facts::Index;
use std::collections::HashMap;

/// Rows with who each is about.
#[derive(Debug, Default)]
pub(super) struct Keyed {
    /// The rows.
    pub(super) block: Block,
    /// For each the lead, and whether the row is the first that tells of it; `None` where it is
    /// about nobody.
    pub(super) keys: Vec<Option<(LeadKey, bool)>>,
}

/// Finds the lead of every row.
#[derive(Debug)]
pub(super) struct Keying {
    layout: Layout,
    identities: Identities,
    index: Index,
    next: LeadKey,
    /// How often a row without address and id came, by what it says.
    equals: HashMap<u64, u32>,
    /// Rows that have neither address nor id.
    pub(super) anonymous: u64,
    /// What stands in the column of addresses and is none.
    pub(super) no_addresses: u64,
}

impl Keying {
    pub(super) fn new(layout: Layout, identities: Identities, index: Index, next: LeadKey) -> Self {
        let equals = HashMap::new();
        Self { layout, identities, index, next, equals, anonymous: 0, no_addresses: 0 }
    }

    /// The next rows; `None` at the end.
    pub(super) fn next(&mut self, rows: &mut Rows<'_>) -> Result<Option<Keyed>> {
        let Some(mut block) = rows.next()? else { return Ok(None) };
        let mut keys = Vec::with_capacity(block.lines.len());
        for row in 0..block.lines.len() {
            keys.push(self.key(&mut block, row)?);
        }
        Ok(Some(Keyed { block, keys }))
    }

    /// The leads that the file brought.
    pub(super) fn into_index(self) -> Index {
        self.index
    }

    /// The lead of a row; `None` where the row is about nobody.
    fn key(&mut self, block: &mut Block, row: usize) -> Result<Option<(LeadKey, bool)>> {
        let address = self.layout.place(LeadColumn::Email);
        if let Some(at) = address {
            block.lower(row, at);
        }
        let id =
            self.layout.place(LeadColumn::ExternalId).map_or("", |at| said(block.cell(row, at)));
        let told = address.map_or("", |at| said(block.cell(row, at)));
        if is_address(told) {
            return self.by_address(told, id).map(Some);
        }
        let by_id = if id.is_empty() { None } else { Some(self.by_id(id)?) };
        if by_id.is_none() && self.is_total(block, row) {
            return Ok(None);
        }
        if let Some(at) = address.filter(|_| !told.is_empty()) {
            self.no_addresses += 1;
            block.blank(row, at);
        }
        if by_id.is_some() {
            return Ok(by_id);
        }
        self.anonymous += 1;
        let cells = (0..self.layout.wanted.len()).map(|at| block.cell(row, at).trim());
        let content = self.identities.content(cells);
        let ordinal = self.equals.entry(content).or_default();
        *ordinal += 1;
        let number = self.identities.number(Identity::Anonymous(content, *ordinal));
        self.settle(number, None).map(Some)
    }

    /// Whether a row without address and id is one of totals, or a line below the table.
    fn is_total(&self, block: &Block, row: usize) -> bool {
        let cells = (0..self.layout.wanted.len()).map(|at| block.cell(row, at).to_owned());
        let row = Row { line: block.lines[row], file: None, cells: cells.collect() };
        is_total(&row) || is_footer(&row, self.layout.wanted.len())
    }

    fn by_address(&mut self, address: &str, id: &str) -> Result<(LeadKey, bool)> {
        let number = self.identities.number(Identity::Email(address));
        let alias = (!id.is_empty()).then(|| self.identities.number(Identity::Alias(id)));
        if let Some(key) = self.index.find(number)? {
            self.note_alias(alias, key)?;
            return Ok((key, false));
        }
        if !id.is_empty() {
            let bare = self.identities.number(Identity::ExternalId(id));
            if let Some(key) = self.index.find(bare)? {
                self.index.add(number, key);
                self.note_alias(alias, key)?;
                return Ok((key, false));
            }
        }
        self.settle(number, alias)
    }

    fn by_id(&mut self, id: &str) -> Result<(LeadKey, bool)> {
        if let Some(key) = self.index.find(self.identities.number(Identity::Alias(id)))? {
            return Ok((key, false));
        }
        self.settle(self.identities.number(Identity::ExternalId(id)), None)
    }

    fn note_alias(&mut self, alias: Option<u64>, key: LeadKey) -> Result<()> {
        if let Some(number) = alias
            && self.index.find(number)?.is_none()
        {
            self.index.add(number, key);
        }
        Ok(())
    }

    /// The lead of a number: the one that is there, or the next new one.
    fn settle(&mut self, number: u64, alias: Option<u64>) -> Result<(LeadKey, bool)> {
        if let Some(key) = self.index.find(number)? {
            return Ok((key, false));
        }
        let key = self.next;
        self.next = LeadKey(key.0.saturating_add(1));
        self.index.add(number, key);
        self.note_alias(alias, key)?;
        Ok((key, true))
    }
}

/// Why a row whose lead has another address was left out.
pub(super) fn clash(line: u32) -> Rejection {
    Rejection::at(
        line,
        "Its address or id belongs to a lead with another e-mail address. Nothing of it was taken.",
    )
}
