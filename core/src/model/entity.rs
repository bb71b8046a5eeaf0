//! What all plan entities share: an id, a place among their kind, who touched them last, and a
//! version that makes a lost update impossible.

use crate::error::Result;
use crate::id::{EntityId, EntityKind, MemberId};
use chrono::{DateTime, NaiveDate};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::ops::{Deref, DerefMut};
use std::path::PathBuf;
use ts_rs::{Config, TS, TypeVisitor};

/// An instant: UTC milliseconds since 1970.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS,
)]
#[serde(transparent)]
#[ts(type = "number")]
pub struct Millis(pub i64);

impl Millis {
    /// The calendar date in a time zone. A time beyond all calendars counts as 1 January 1970.
    pub fn day_in(self, zone: chrono_tz::Tz) -> NaiveDate {
        let moment = DateTime::from_timestamp_millis(self.0).unwrap_or_default();
        moment.with_timezone(&zone).date_naive()
    }
}

/// When an entity was made and last changed, by whom, and how often.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Stamp {
    /// When it was made.
    pub created_at: Millis,
    /// When it was last changed.
    pub updated_at: Millis,
    /// Who changed it last; `None` for what the program set up itself.
    pub updated_by: Option<MemberId>,
    /// Counts up with every change; an update must name the version it was made on.
    #[ts(type = "number")]
    pub version: i64,
}

/// What somebody may set on an entity, with the rules that hold for it alone.
pub trait Fields:
    Clone + std::fmt::Debug + PartialEq + Serialize + DeserializeOwned + TS + Send + Sync + 'static
{
    /// The id type of the entity.
    type Id: EntityId + Serialize + DeserializeOwned;
    /// Its kind.
    const KIND: EntityKind;
    /// Brings the fields into their normal form: trimmed text, sorted sets.
    fn tidy(&mut self) {}
    /// The rules that need no other entity.
    fn check(&self) -> Result<()>;
    /// What people call it, for the history and for messages.
    fn title(&self) -> String;
}

/// An entity of the plan: its fields, readable as its own (`persona.name`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", bound = "F: Fields")]
pub struct Entity<F: Fields> {
    /// Its identity.
    pub id: F::Id,
    /// What may be set.
    #[serde(flatten)]
    pub fields: F,
    /// Its place among its kind, from 0; 0 where the kind has no order.
    pub position: i64,
    /// Who touched it last.
    #[serde(flatten)]
    pub stamp: Stamp,
}

impl<F: Fields> Deref for Entity<F> {
    type Target = F;
    fn deref(&self) -> &F {
        &self.fields
    }
}

impl<F: Fields> DerefMut for Entity<F> {
    fn deref_mut(&mut self) -> &mut F {
        &mut self.fields
    }
}

/// In TypeScript every entity is a type of its own, named after its fields: `PersonaFields` →
/// `type Persona = PersonaFields & Stamp & { id: string, position: number }`.
impl<F: Fields> TS for Entity<F> {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn name(config: &Config) -> String {
        F::name(config).trim_end_matches("Fields").to_owned()
    }

    fn inline(config: &Config) -> String {
        let (fields, stamp) = (F::name(config), Stamp::name(config));
        format!("{fields} & {stamp} & {{ id: string, position: number }}")
    }

    fn decl(config: &Config) -> String {
        format!("type {} = {};", Self::name(config), Self::inline(config))
    }

    fn decl_concrete(config: &Config) -> String {
        Self::decl(config)
    }

    fn visit_dependencies(visitor: &mut impl TypeVisitor) {
        visitor.visit::<F>();
        visitor.visit::<Stamp>();
    }

    fn output_path() -> Option<PathBuf> {
        let fields = F::output_path()?;
        let name = fields.file_name()?.to_str()?.replace("Fields", "");
        Some(fields.with_file_name(name))
    }
}
