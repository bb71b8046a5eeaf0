//! Who or what a row is about, as numbers.

use super::super::layout::{is_footer, is_total};
use super::super::sheet::Row;
use super::block::Block;
use super::column::FactColumn;
use super::layout::Layout;
use crate::facts::erased::KnownAs;
use crate::facts::identity::{Identity, is_address};
use crate::facts::subject::Subject;
use crate::model::text::fold;
use std::collections::HashMap;

/// Who a row is about, as numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Who {
    /// The number looked for first.
    pub(super) number: u64,
    pub(super) known_by: KnownBy,
}

/// What else a row may be known by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KnownBy {
    /// What it is known by first, or nothing at all.
    First,
    /// That and what it is known by otherwise: the numbers of the other beside the first, and of the
    /// other alone.
    Both(u64, u64),
    /// The other alone, which may be that of one with a first: the number of the other alone.
    Other(u64),
    /// It is a row of totals, or says of nothing what it is about.
    Nobody,
    /// It is about a lead that was erased: its moments tell as of when the file speaks, and nothing
    /// else of it counts.
    Erased,
}

/// Tells who rows are about.
#[derive(Debug, Default)]
pub(super) struct Naming {
    /// How often a row that is known by what it says came, by what that is.
    equals: HashMap<u64, u32>,
    /// Rows of leads that have neither address nor id.
    pub(super) anonymous: u64,
    /// What stands in the column of addresses and is none.
    pub(super) no_addresses: u64,
    /// Lines that do not say what they are about.
    pub(super) nameless: Vec<u32>,
    /// Rows about leads that were erased.
    pub(super) erased: u64,
}

const NOBODY: Who = Who { number: 0, known_by: KnownBy::Nobody };
const ERASED: Who = Who { number: 0, known_by: KnownBy::Erased };

impl Naming {
    /// Who a row is about. `times` = its moments, for what is not about leads.
    pub(super) fn who(
        &mut self,
        layout: &Layout,
        block: &mut Block,
        row: usize,
        times: &[Option<i64>],
    ) -> Who {
        match layout.subject {
            Subject::Lead => self.lead(layout, block, row),
            _ => self.other(layout, block, row, times),
        }
    }

    fn lead(&mut self, layout: &Layout, block: &mut Block, row: usize) -> Who {
        let address = layout.place(FactColumn::Email);
        if let Some(at) = address {
            block.lower(row, at);
        }
        let id = layout.cell(block, row, FactColumn::ExternalId);
        let told = address.map_or("", |at| block.cell(row, at));
        let (is_told, erased) = (is_address(told), &layout.erased);
        if !erased.is_empty() && erased.has_lead(if is_told { told } else { "" }, id) {
            self.erased += 1;
            return ERASED;
        }
        if is_told {
            let number = |identity| layout.number(identity);
            let both =
                || KnownBy::Both(number(Identity::Alias(id)), number(Identity::ExternalId(id)));
            let known_by = if id.is_empty() { KnownBy::First } else { both() };
            return Who { number: layout.number(Identity::Email(told)), known_by };
        }
        let by_id = (!id.is_empty()).then(|| Who {
            number: layout.number(Identity::Alias(id)),
            known_by: KnownBy::Other(layout.number(Identity::ExternalId(id))),
        });
        if may_be_words(id) && is_below(layout, block, row) {
            return NOBODY;
        }
        if let Some(at) = address.filter(|_| !told.is_empty()) {
            self.no_addresses += 1;
            block.blank(row, at);
        }
        by_id.unwrap_or_else(|| self.anonymous(layout, block, row))
    }

    /// A row that has neither address nor id.
    fn anonymous(&mut self, layout: &Layout, block: &Block, row: usize) -> Who {
        let cells = (0..layout.wanted.len()).map(|at| block.cell(row, at));
        let content = layout.content(cells);
        let ordinal = self.ordinal(content);
        let number = layout.number(Identity::Anonymous(content, ordinal));
        if !layout.erased.is_empty() && layout.erased.has(KnownAs::Number(number)) {
            self.erased += 1;
            return ERASED;
        }
        self.anonymous += 1;
        Who { number, known_by: KnownBy::First }
    }

    fn ordinal(&mut self, content: u64) -> u32 {
        let ordinal = self.equals.entry(content).or_default();
        *ordinal += 1;
        *ordinal
    }

    /// What an account, a deal or a count is known by.
    fn other(&mut self, layout: &Layout, block: &Block, row: usize, times: &[Option<i64>]) -> Who {
        let subject = layout.subject;
        let id = layout.cell(block, row, id_column(subject));
        let id =
            if subject == Subject::ChannelDay || subject == Subject::StageCount { "" } else { id };
        if may_be_words(id) && is_below(layout, block, row) {
            return NOBODY;
        }
        let mut name = name(layout, block, row, times);
        if name.is_empty() && id.is_empty() {
            self.nameless.push(block.lines[row]);
            return NOBODY;
        }
        if id.is_empty() && layout.is_entity() && subject != Subject::Account {
            // One of several that are called the same is the same one in the next file.
            let ordinal = self.ordinal(layout.content(std::iter::once(name.as_str())));
            name.push('\u{1f}');
            name.push_str(&ordinal.to_string());
        } else {
            name.push_str("\u{1f}1");
        }
        let number = |identity| layout.number(identity);
        let others =
            (number(Identity::OtherName(subject, &name)), number(Identity::Name(subject, &name)));
        if id.is_empty() {
            return Who { number: others.0, known_by: KnownBy::Other(others.1) };
        }
        let known_by = if name.starts_with('\u{1f}') {
            KnownBy::First
        } else {
            KnownBy::Both(others.0, others.1)
        };
        Who { number: number(Identity::Id(subject, id)), known_by }
    }
}

fn id_column(subject: Subject) -> FactColumn {
    if subject == Subject::Deal { FactColumn::DealId } else { FactColumn::ExternalId }
}

/// What something without an id is called; empty where the row does not say.
fn name(layout: &Layout, block: &Block, row: usize, times: &[Option<i64>]) -> String {
    let cell = |column| fold(layout.cell(block, row, column));
    let joined = |columns: &[FactColumn]| {
        let cells: Vec<String> = columns.iter().map(|column| cell(*column)).collect();
        if cells.iter().all(String::is_empty) { String::new() } else { cells.join("\u{1f}") }
    };
    let day = layout.time(FactColumn::Happened).and_then(|at| times[at]);
    let on = |name: String| match day {
        Some(day) => format!("{day}\u{1f}{name}"),
        None => name,
    };
    match layout.subject {
        Subject::Lead => String::new(),
        Subject::Account => {
            let domain = domain(layout.cell(block, row, FactColumn::Domain));
            if domain.is_empty() { cell(FactColumn::Company) } else { domain }
        }
        Subject::Deal => {
            let named = cell(FactColumn::DealName);
            if named.is_empty() {
                cell(FactColumn::Leads)
            } else {
                format!("{named}\u{1f}{}", cell(FactColumn::Company))
            }
        }
        Subject::Send => on(joined(&[FactColumn::Campaign])),
        Subject::ChannelDay => {
            on(joined(&[FactColumn::Channel, FactColumn::Content, FactColumn::Campaign]))
        }
        Subject::StageCount => {
            let stage = if layout.every_stage.is_empty() {
                cell(FactColumn::Stage)
            } else {
                fold(&layout.every_stage)
            };
            let rest = [FactColumn::Channel, FactColumn::Campaign, FactColumn::Content];
            on(format!("{stage}\u{1f}{}", joined(&rest)))
        }
    }
}

/// The domain of an address of a site: `https://www.acme.example/en` is acme.example.
pub(super) fn domain(text: &str) -> String {
    let text = text.trim().to_lowercase();
    let text = text.split_once("://").map_or(text.as_str(), |(_, rest)| rest);
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    if host.contains('.') { host.to_owned() } else { String::new() }
}

/// Whether what stands under ids may be words instead, as in a line below the table.
fn may_be_words(id: &str) -> bool {
    id.is_empty() || id.contains(' ') || id.chars().all(char::is_alphabetic)
}

/// Whether a row without an address is one of totals, or a line below the table.
fn is_below(layout: &Layout, block: &Block, row: usize) -> bool {
    let cells = (0..layout.wanted.len()).map(|at| block.cell(row, at).to_owned());
    let row = Row { line: block.lines[row], file: None, cells: cells.collect() };
    is_total(&row) || is_footer(&row, layout.wanted.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_are_read_from_addresses() {
        assert_eq!(domain("https://www.Acme.example/en?x=1"), "acme.example");
        assert_eq!(domain("acme.example"), "acme.example");
        assert_eq!(domain("Acme"), "");
    }
}
