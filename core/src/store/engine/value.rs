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
    /// Bytes: facts in columns.
    Blob(Vec<u8>),
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

    /// All columns that were not read yet.
    pub fn values(self) -> Vec<Value> {
        self.values.collect()
    }

    /// The next column, which holds bytes.
    pub fn bytes(&mut self) -> Result<Vec<u8>> {
        match self.value()? {
            Value::Blob(bytes) => Ok(bytes),
            other => Err(Error::Damaged(format!("{other:?} is not raw bytes"))),
        }
    }

    /// The next column, which holds bytes or nothing: empty bytes then.
    pub fn bytes_if_any(&mut self) -> Result<Vec<u8>> {
        match self.value()? {
            Value::Blob(bytes) => Ok(bytes),
            Value::Null => Ok(Vec::new()),
            other => Err(Error::Damaged(format!("{other:?} is not raw bytes"))),
        }
    }
}
