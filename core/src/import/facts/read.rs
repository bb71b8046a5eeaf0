//! Cuts a file into rows and finds who each is about.

use super::super::layout::{is_footer, is_total};
use super::super::sheet::{Rejection, Row};
use super::block::Block;
use super::field::LeadColumn;
use super::row::{Clock, Layout, Times};
use super::source::Rows;
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
    /// For each its moments.
    pub(super) times: Vec<Times>,
}

/// Finds the lead of every row.
#[derive(Debug)]
pub(super) struct Keying {
    layout: Layout,
    clock: Clock,
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
    pub(super) fn new(
        layout: Layout,
        clock: Clock,
        identities: Identities,
        index: Index,
        next: LeadKey,
    ) -> Self {
        let equals = HashMap::new();
        Self { layout, clock, identities, index, next, equals, anonymous: 0, no_addresses: 0 }
    }

    /// The next rows; `None` at the end.
    pub(super) fn next(&mut self, rows: &mut Rows<'_>) -> Result<Option<Keyed>> {
        let Some(mut block) = rows.next()? else { return Ok(None) };
        block.tidy();
        let rows = 0..block.lines.len();
        let who: Vec<Who> = rows.clone().map(|row| self.who(&mut block, row)).collect();
        let times = rows.map(|row| match who[row].kind {
            Kind::Nobody => Times::default(),
            _ => self.clock.read(&block, row),
        });
        let times = times.collect();
        // All at once: the index is far larger than what is close at hand, and looks that follow
        // each other need not wait for each other.
        let known = self.index.find_all(who.iter().map(|who| who.number))?;
        let known = who.iter().zip(known);
        let keys = known.map(|(who, known)| self.key(*who, known)).collect::<Result<_>>()?;
        Ok(Some(Keyed { block, keys, times }))
    }

    /// The leads that the file brought, and what was read of moments.
    pub(super) fn into_parts(self) -> (Index, Clock) {
        (self.index, self.clock)
    }

    /// Who a row is about.
    fn who(&mut self, block: &mut Block, row: usize) -> Who {
        let address = self.layout.place(LeadColumn::Email);
        if let Some(at) = address {
            block.lower(row, at);
        }
        let id = self.layout.cell(block, row, LeadColumn::ExternalId);
        let told = address.map_or("", |at| block.cell(row, at));
        let number = |identity| self.identities.number(identity);
        if is_address(told) {
            let ids = (number(Identity::Alias(id)), number(Identity::ExternalId(id)));
            let kind = if id.is_empty() { Kind::Address } else { Kind::AddressAndId(ids.0, ids.1) };
            return Who { number: number(Identity::Email(told)), kind };
        }
        let by_id = (!id.is_empty()).then(|| Who {
            number: number(Identity::Alias(id)),
            kind: Kind::Id(number(Identity::ExternalId(id))),
        });
        if by_id.is_none() && self.is_total(block, row) {
            return Who { number: 0, kind: Kind::Nobody };
        }
        if let Some(at) = address.filter(|_| !told.is_empty()) {
            self.no_addresses += 1;
            block.blank(row, at);
        }
        by_id.unwrap_or_else(|| self.anonymous(block, row))
    }

    /// A row that has neither address nor id.
    fn anonymous(&mut self, block: &Block, row: usize) -> Who {
        self.anonymous += 1;
        let cells = (0..self.layout.wanted.len()).map(|at| block.cell(row, at));
        let content = self.identities.content(cells);
        let ordinal = self.equals.entry(content).or_default();
        *ordinal += 1;
        let number = self.identities.number(Identity::Anonymous(content, *ordinal));
        Who { number, kind: Kind::Address }
    }

    /// Whether a row without address and id is one of totals, or a line below the table.
    fn is_total(&self, block: &Block, row: usize) -> bool {
        let cells = (0..self.layout.wanted.len()).map(|at| block.cell(row, at).to_owned());
        let row = Row { line: block.lines[row], file: None, cells: cells.collect() };
        is_total(&row) || is_footer(&row, self.layout.wanted.len())
    }

    /// The lead of a row, and whether the row is the first that tells of it. `known`: the lead of its
    /// number before the rows at hand.
    fn key(&mut self, who: Who, known: Option<LeadKey>) -> Result<Option<(LeadKey, bool)>> {
        let found = match known {
            Some(key) => Some(key),
            None if who.kind == Kind::Nobody => return Ok(None),
            None => self.index.find_new(who.number),
        };
        match (who.kind, found) {
            (Kind::AddressAndId(alias, _), Some(key)) => {
                self.note(alias, key)?;
                Ok(Some((key, false)))
            }
            (Kind::AddressAndId(alias, bare), None) => {
                // A lead known by its id alone tells its address.
                let by_id = self.index.find(bare)?;
                let key = self.bring(who.number, by_id);
                self.note(alias, key)?;
                Ok(Some((key, by_id.is_none())))
            }
            (Kind::Id(bare), None) => match self.index.find(bare)? {
                Some(key) => Ok(Some((key, false))),
                None => Ok(Some((self.bring(bare, None), true))),
            },
            (_, Some(key)) => Ok(Some((key, false))),
            (_, None) => Ok(Some((self.bring(who.number, None), true))),
        }
    }

    /// Another number by which a lead is found, unless it leads to one already.
    fn note(&mut self, number: u64, key: LeadKey) -> Result<()> {
        if self.index.find(number)?.is_none() {
            self.index.add(number, key);
        }
        Ok(())
    }

    /// Puts a lead under a number that is not there: the one told, else the next new one.
    fn bring(&mut self, number: u64, known: Option<LeadKey>) -> LeadKey {
        let key = known.unwrap_or_else(|| {
            let next = self.next;
            self.next = LeadKey(next.0.saturating_add(1));
            next
        });
        self.index.add(number, key);
        key
    }
}

/// Who a row is about, as numbers.
#[derive(Clone, Copy, Debug)]
struct Who {
    /// The number looked for first.
    number: u64,
    kind: Kind,
}

/// What else a row may be known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// An address, or nothing at all.
    Address,
    /// An address and an id: the numbers of the id beside an address, and of the id alone.
    AddressAndId(u64, u64),
    /// An id, which may be that of a lead with an address: the number of the id alone.
    Id(u64),
    /// It is a row of totals.
    Nobody,
}

/// Why a row whose lead has another address was left out.
pub(super) fn clash(line: u32) -> Rejection {
    Rejection::at(
        line,
        "Its address or id belongs to a lead with another e-mail address. Nothing of it was taken.",
    )
}
