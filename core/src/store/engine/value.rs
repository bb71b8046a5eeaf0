//! Values on their way into and out of an engine.

use crate::error::{Error, Result};

/// A value an engine can store.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// A whole number; also truth values (0, 1) and epoch milliseconds.
    Int(i64),
    /// A number.
    Real(f64),
    /// Text; also ids, dates and JSON.
    Text(String),
}

/// One row of a result, read column by column from the left.
#[derive(Debug)]
pub struct Row {
    values: std::vec::IntoIter<Value>,
}

impl Row {
    /// A row of these values.
    pub fn new(values: Vec<Value>) -> Self {
        Self { values: values.into_iter() }
    }

    /// The next column.
    pub fn value(&mut self) -> Result<Value> {
        self.values.next().ok_or_else(|| Error::Damaged("a row has too few columns".to_owned()))
    }
}
