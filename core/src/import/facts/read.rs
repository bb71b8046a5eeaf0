//! Cuts a file into rows and finds who or what each is about.

use super::super::sheet::Rejection;
use super::block::Block;
use super::clock::Clock;
use super::layout::Layout;
use super::source::Rows;
use super::who::{KnownBy, Naming, Who};
use crate::error::Result;
use crate::facts::FactKey;
use crate::facts::subject::Subject;
use crate::plan::facts::Index;

/// Rows with who each is about.
#[derive(Debug, Default)]
pub(super) struct Keyed {
    /// The rows.
    pub(super) block: Block,
    /// For each whom it is about, and whether the row is the first that tells of it; `None` where it
    /// is about nobody.
    pub(super) keys: Vec<Option<(FactKey, bool)>>,
    /// The moments of all rows, row by row.
    pub(super) times: Vec<Option<i64>>,
}

/// Finds whom every row is about.
#[derive(Debug)]
pub(super) struct Keying<'a> {
    layout: &'a Layout,
    clock: Clock,
    index: Index,
    next: FactKey,
    naming: Naming,
}

impl<'a> Keying<'a> {
    pub(super) fn new(layout: &'a Layout, clock: Clock, index: Index, next: FactKey) -> Self {
        Self { layout, clock, index, next, naming: Naming::default() }
    }

    /// The next rows; `None` at the end.
    pub(super) fn next(&mut self, rows: &mut Rows<'_>) -> Result<Option<Keyed>> {
        let Some(mut block) = rows.next()? else { return Ok(None) };
        block.tidy();
        let nameless = self.naming.nameless.len();
        let (who, times) = self.look_at(&mut block);
        block.rejected.extend(self.naming.nameless[nameless..].iter().map(|line| unnamed(*line)));
        // All at once: the index is far larger than what is close at hand, and looks that follow
        // each other need not wait for each other.
        let known = self.index.find_all(who.iter().map(|who| who.number))?;
        let known = who.iter().zip(known);
        let keys = known.map(|(who, known)| self.key(*who, known)).collect::<Result<_>>()?;
        Ok(Some(Keyed { block, keys, times }))
    }

    fn look_at(&mut self, block: &mut Block) -> (Vec<Who>, Vec<Option<i64>>) {
        let rows = block.lines.len();
        let width = self.clock.width();
        let mut who = Vec::with_capacity(rows);
        let mut times = Vec::with_capacity(rows * width);
        for row in 0..rows {
            // The moments of a lead's row are read once it is known to be about somebody.
            let first = times.len();
            if self.layout.subject != Subject::Lead {
                self.clock.read(block, row, &mut times);
            }
            let one = self.naming.who(self.layout, block, row, &times[first..]);
            if times.len() == first {
                match one.known_by {
                    KnownBy::Nobody => times.resize(first + width, None),
                    _ => self.clock.read(block, row, &mut times),
                }
            }
            who.push(one);
        }
        (who, times)
    }

    /// What the file brought, and what was read of moments.
    pub(super) fn into_parts(self) -> (Index, Clock, Naming) {
        (self.index, self.clock, self.naming)
    }

    /// Whom a row is about, and whether the row is the first that tells of it. `known`: the one of
    /// its number before the rows at hand.
    fn key(&mut self, who: Who, known: Option<FactKey>) -> Result<Option<(FactKey, bool)>> {
        if matches!(who.known_by, KnownBy::Nobody | KnownBy::Erased) {
            return Ok(None);
        }
        let found = known.or_else(|| self.index.find_new(who.number));
        match (who.known_by, found) {
            (KnownBy::Both(beside, _), Some(key)) => {
                self.note(beside, key)?;
                Ok(Some((key, false)))
            }
            (KnownBy::Both(beside, alone), None) => {
                // One known by the other alone tells what it is known by first.
                let by_other = self.index.find(alone)?;
                let key = self.bring(who.number, by_other);
                self.note(beside, key)?;
                Ok(Some((key, by_other.is_none())))
            }
            (KnownBy::Other(alone), None) => match self.index.find(alone)? {
                Some(key) => Ok(Some((key, false))),
                None => Ok(Some((self.bring(alone, None), true))),
            },
            (_, Some(key)) => Ok(Some((key, false))),
            (_, None) => Ok(Some((self.bring(who.number, None), true))),
        }
    }

    /// Another number by which one is found, unless it leads to one already.
    fn note(&mut self, number: u64, key: FactKey) -> Result<()> {
        if self.index.find(number)?.is_none() {
            self.index.add(number, key);
        }
        Ok(())
    }

    /// Puts one under a number that is not there: the one told, else the next new one.
    fn bring(&mut self, number: u64, known: Option<FactKey>) -> FactKey {
        let key = known.unwrap_or_else(|| {
            let next = self.next;
            self.next = FactKey(next.0.saturating_add(1));
            next
        });
        self.index.add(number, key);
        key
    }
}

/// Why a row whose lead has another address was left out.
pub(super) fn clash(line: u32) -> Rejection {
    Rejection::at(
        line,
        "Its address or id belongs to a lead with another e-mail address. Nothing of it was taken.",
    )
}

fn unnamed(line: u32) -> Rejection {
    Rejection::at(line, "It has neither an id nor a name, so nobody could tell what it is about.")
}
