//! A document as a tree of blocks: what is said is put together once, and each writer, that of
//! pages and that of paper, sets the same tree. Texts are plain: markup in them is text.

mod html;
mod paper;

pub use html::document_page;
pub use paper::{Paper, pdf};

use crate::coverage::State;
use crate::figure::Figure;
use chrono::NaiveDate;

/// A document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What it is.
    pub title: String,
    /// Whose it is.
    pub workspace: String,
    /// What is said above the title: what it is of, and as of when.
    pub overline: String,
    /// The day its figures hold for.
    pub as_of: NaiveDate,
    /// Set closely, to stay on one page where it can.
    pub is_close: bool,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading: 1 opens a section, 2 and 3 parts of it.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(String),
    /// A quiet remark.
    Note(String),
    /// A list of sentences.
    List(Vec<String>),
    /// Two lists of sentences beside each other.
    Sides([Side; 2]),
    /// A few figures that stand out.
    Facts(Vec<Fact>),
    /// A table.
    Table(Table),
    /// A picture.
    Figure(Figure),
    /// What the signs of states mean.
    Legend,
    /// Lines to sign on, beside each other.
    Signatures([Signature; 2]),
    /// What follows begins on a new page.
    PageBreak,
}

/// A list beside another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Its heading, a part of the section.
    pub title: String,
    /// Its sentences.
    pub items: Vec<String>,
}

/// Where somebody signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// For whom.
    pub side: String,
    /// Who, as far as it is known; or empty.
    pub name: String,
}

/// A figure that stands out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The figure.
    pub value: String,
    /// What it is.
    pub label: String,
}

/// A table. Its head is repeated on every page it reaches.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with an entry for each column.
    pub rows: Vec<Vec<Entry>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub name: &'static str,
    /// Its share of the width; 0 = as wide as what is in it.
    pub share: u8,
    /// Numbers stand to the right.
    pub is_number: bool,
}

/// What stands in a cell of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// The text.
    pub text: String,
    /// What is said beneath it, quietly; or empty.
    pub note: String,
    /// A state, shown before the text by its sign and word.
    pub state: Option<State>,
    /// Whether the text stands out.
    pub is_strong: bool,
}

impl Column {
    /// A column of text that takes a share of the width.
    pub const fn text(name: &'static str, share: u8) -> Self {
        Self { name, share, is_number: false }
    }

    /// A column as wide as what is in it.
    pub const fn fitting(name: &'static str) -> Self {
        Self::text(name, 0)
    }

    /// A column of numbers.
    pub const fn number(name: &'static str) -> Self {
        Self { name, share: 0, is_number: true }
    }
}

impl Entry {
    /// A plain text.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A text that stands out, with something said beneath it.
    pub fn strong(text: impl Into<String>, note: impl Into<String>) -> Self {
        Self { text: text.into(), note: note.into(), is_strong: true, ..Self::default() }
    }

    /// A text with something said beneath it.
    pub fn noted(text: impl Into<String>, note: impl Into<String>) -> Self {
        Self { text: text.into(), note: note.into(), ..Self::default() }
    }

    /// A state.
    pub fn state(state: State) -> Self {
        Self { state: Some(state), ..Self::default() }
    }
}

impl Document {
    /// Adds a heading.
    pub fn heading(&mut self, level: u8, text: impl Into<String>) {
        self.blocks.push(Block::Heading(level, text.into()));
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Paragraph(text.into()));
    }

    /// Adds a quiet remark.
    pub fn note(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Note(text.into()));
    }

    /// Adds a list.
    pub fn list<T: Into<String>>(&mut self, items: impl IntoIterator<Item = T>) {
        self.blocks.push(Block::List(items.into_iter().map(Into::into).collect()));
    }

    /// Adds a table of at most so many rows, and says how many it leaves out.
    pub fn table(&mut self, columns: &[Column], mut rows: Vec<Vec<Entry>>, most: usize) {
        let left = rows.len().saturating_sub(most);
        rows.truncate(most);
        self.blocks.push(Block::Table(Table { columns: columns.to_vec(), rows }));
        if left > 0 {
            self.note(format!("And {left} more, which the workbook of this report lists."));
        }
    }
}
