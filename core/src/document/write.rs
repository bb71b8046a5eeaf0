//! The plan on its way out.

use super::{FORMAT, VERSION};
use crate::each_kind;
use crate::model::{Architecture, Fields, Kept, Table};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer};
use std::io::{self, Write};

/// Writes a plan as a document.
pub fn write(plan: &Architecture, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &Document(plan))?;
    out.write_all(b"\n")
}

struct Document<'a>(&'a Architecture);

struct Entities<'a>(&'a Architecture);

struct Rows<'a, F: Fields>(&'a Table<F>);

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut document = to.serialize_struct("Document", 3)?;
        document.serialize_field("format", FORMAT)?;
        document.serialize_field("version", &VERSION)?;
        document.serialize_field("entities", &Entities(self.0))?;
        document.end()
    }
}

impl Serialize for Entities<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut kinds = to.serialize_map(None)?;
        each_kind!(F => if F::KIND.travels() {
            kinds.serialize_entry(&F::KIND, &Rows(F::table(self.0)))?;
        });
        kinds.end()
    }
}

impl<F: Kept> Serialize for Rows<'_, F> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut rows = to.serialize_seq(Some(self.0.len()))?;
        self.0.iter().try_for_each(|entity| rows.serialize_element(entity))?;
        rows.end()
    }
}
