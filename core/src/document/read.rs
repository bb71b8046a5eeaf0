//! A plan on its way in. Entities are taken one at a time, so that a document takes little more
//! memory than the plan in it.

use super::row::{self, Known};
use super::{FORMAT, SIZE_LIMIT, VERSION, bounds};
use crate::each_kind;
use crate::error::{Error, Result};
use crate::id::EntityKind;
use crate::model::{Architecture, Fields, Kept};
use crate::plan;
use serde::Deserialize;
use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::error::Category;
use std::fmt;
use std::marker::PhantomData;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads a document that [`write`](super::write) wrote, or somebody else after its example.
pub fn read(bytes: &[u8]) -> Result<Architecture> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > SIZE_LIMIT {
        return Err(too_large());
    }
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    is_ours(bytes)?;
    bounds::check(bytes)?;
    let mut reading = Reading::default();
    let mut from = serde_json::Deserializer::from_slice(bytes);
    let read = Document(&mut reading).deserialize(&mut from).and_then(|()| from.end());
    read.map_err(|error| match reading.fault.take() {
        Some(fault) => said(&format!("{fault} (Line {}.)", error.line())),
        None => unreadable(&error),
    })?;
    reading.whole()
}

/// What a document says of itself.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: i64,
}

/// Fails unless it is a document of a version that is known.
fn is_ours(bytes: &[u8]) -> Result<()> {
    let head: Head = serde_json::from_slice(bytes).map_err(|error| unreadable(&error))?;
    if head.format != FORMAT {
        return Err(not_ours());
    }
    if head.version > VERSION {
        return Err(said(&format!(
            "This plan was saved by a newer Throughline (version {}; this one knows {VERSION}). \
             Update Throughline to open it.",
            head.version
        )));
    }
    if head.version < 1 {
        return Err(said(&format!("There is no version {} of a plan.", head.version)));
    }
    Ok(())
}

fn said(what: &str) -> Error {
    Error::Unreadable(what.to_owned())
}

/// What is said of a file that is larger than [`SIZE_LIMIT`].
pub fn too_large() -> Error {
    said("A plan of more than 256 MB is not read. Choose one that Throughline saved.")
}

fn not_ours() -> Error {
    said("This file is JSON, but not a plan that Throughline saved. Choose one that was.")
}

fn unreadable(error: &serde_json::Error) -> Error {
    match error.classify() {
        Category::Data => not_ours(),
        Category::Eof => said("This file ends too early: it did not arrive whole. Copy it again."),
        Category::Syntax | Category::Io => said(&format!(
            "This file is not JSON from line {}, column {} on. Choose a plan that Throughline saved.",
            error.line(),
            error.column()
        )),
    }
}

/// The plan as far as it was read.
#[derive(Default)]
struct Reading {
    plan: Architecture,
    known: Known,
    kinds: Vec<EntityKind>,
    /// What was wrong, in words that serde's own error cannot hold.
    fault: Option<String>,
}

impl Reading {
    fn fail<E: serde::de::Error>(&mut self, fault: String) -> E {
        self.fault = Some(fault);
        E::custom("refused")
    }

    /// The plan, which keeps all rules.
    fn whole(self) -> Result<Architecture> {
        if self.plan.workspaces.len() != 1 {
            return Err(said(
                "This plan does not say which workspace it is of: it needs exactly one.",
            ));
        }
        match plan::first_broken(&self.plan) {
            None => Ok(self.plan),
            Some(broken) => Err(said(&format!("{broken} Nothing of this plan was taken over."))),
        }
    }
}

/// The document as a whole.
struct Document<'a>(&'a mut Reading);

/// Its entities, by kind.
struct Entities<'a>(&'a mut Reading);

/// The entities of one kind.
struct Rows<'a, F>(&'a mut Reading, PhantomData<F>);

impl<'de> DeserializeSeed<'de> for Document<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Document<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a plan")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut seen = false;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "entities" if !seen => {
                    map.next_value_seed(Entities(self.0))?;
                    seen = true;
                }
                "format" | "version" => drop(map.next_value::<IgnoredAny>()?),
                _ => return Err(self.0.fail(format!("A plan has no second or other \"{key}\"."))),
            }
        }
        if seen { Ok(()) } else { Err(A::Error::missing_field("entities")) }
    }
}

impl<'de> DeserializeSeed<'de> for Entities<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Entities<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("entities by kind")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let reading = self.0;
        while let Some(key) = map.next_key::<String>()? {
            let kind = EntityKind::ALL.into_iter().find(|kind| row::word(*kind) == key);
            let fits = |kind: &EntityKind| kind.travels() && !reading.kinds.contains(kind);
            let Some(kind) = kind.filter(fits) else {
                return Err(reading.fail(format!("A plan has no second or other kind \"{key}\".")));
            };
            reading.kinds.push(kind);
            each_kind!(F => if kind == F::KIND {
                map.next_value_seed(Rows::<F>(reading, PhantomData))?;
            });
        }
        Ok(())
    }
}

impl<'de, F: Kept> DeserializeSeed<'de> for Rows<'_, F> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de, F: Kept> Visitor<'de> for Rows<'_, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of entities")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<(), A::Error> {
        let reading = self.0;
        while let Some(value) = rows.next_element::<serde_json::Value>()? {
            match row::read::<F>(value, &mut reading.known) {
                Ok(entity) => drop(reading.plan.put(entity)),
                Err(fault) => return Err(reading.fail(fault)),
            }
        }
        Ok(())
    }
}
