//! What was done in a copy of the workspace comes back: worked out thing by thing and field by field
//! from the copy, the workspace, and the plan as it was when the copy was made.
//!
//! What was done in one of the two alone is taken or stays; what was done in both in different ways
//! is a *conflict*, of which ours stays unless somebody chooses. Nothing is deleted unless chosen.
//! Whatever comes in keeps all rules of the plan, or does not come in and is told. The order of
//! things stays ours.
//!
//! A thing that already was in one file what it is in the other has only gone on there: so the same
//! copy can be merged again, before and after more was done in either.

mod apply;
mod compare;
mod settle;
mod theirs;

pub use apply::{MergeCount, MergePreview, Merged, apply, preview};

use crate::error::{Error, Result};
use crate::id::EntityKind;
use crate::model::{Architecture, Millis};
use crate::plan::{Apart, Past, Plan};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;
use uuid::Uuid;

/// Kinds that come in unless somebody says otherwise: what people said and decided. Others are the
/// plan itself.
const SAID: [EntityKind; 8] = [
    EntityKind::Verdict,
    EntityKind::Need,
    EntityKind::ProgrammeNote,
    EntityKind::Decision,
    EntityKind::Rating,
    EntityKind::Reading,
    EntityKind::Insight,
    EntityKind::Interview,
];

/// A copy that was read, with what it and the workspace have in common.
#[derive(Debug)]
pub struct Copy {
    /// What its file is called.
    name: String,
    /// The last edit that both know, and when it was made.
    edit: i64,
    at: Millis,
    /// The plan as it was after it.
    base: Architecture,
    /// The plan of the copy.
    plan: Architecture,
    /// What things have been in the copy since.
    past: Past,
}

impl Copy {
    /// Looks at a copy beside the workspace; `name` is what its file is called.
    pub fn of(plan: &Plan, copy: &Plan, name: String) -> Result<Self> {
        let Apart { edit, at, base, copy, copy_past: past } = plan.apart(copy)?;
        let plan = theirs::sound(&copy, &base, edit)?;
        Ok(Self { name, edit, at, base, plan, past })
    }
}

/// What became of a thing in the copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Became {
    /// It was made there.
    New,
    /// It was changed there.
    Changed,
    /// It was deleted there.
    Deleted,
}

/// A thing that the copy has otherwise.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MergeItem {
    /// Its kind.
    pub kind: EntityKind,
    /// Its id.
    #[ts(type = "string")]
    pub id: Uuid,
    /// What people call it.
    pub name: String,
    /// What became of it in the copy.
    pub became: Became,
    /// It is no more here, where it was deleted.
    pub gone_here: bool,
    /// Both sides did something else with it; ours stays unless chosen.
    pub conflict: bool,
    /// It is of the plan itself, not something that was said or decided.
    pub of_plan: bool,
    /// The fields that differ for what was changed.
    pub fields: Vec<FieldDifference>,
}

/// A field that the copy has otherwise.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FieldDifference {
    /// Its name in JSON.
    pub name: String,
    /// When the copy was made; null where there was nothing.
    #[ts(type = "unknown")]
    pub before: Value,
    /// Here.
    #[ts(type = "unknown")]
    pub ours: Value,
    /// In the copy.
    #[ts(type = "unknown")]
    pub theirs: Value,
    /// It was changed here as well, to something else.
    pub conflict: bool,
}

/// What is taken besides what comes in by itself.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MergeChoices {
    /// Whether changes of the plan itself come in; unless given, they do where nothing conflicts.
    pub also_plan: Option<bool>,
    /// Conflicts in which the copy is right, and deletions that are wanted.
    pub take: Vec<MergeChoice>,
}

/// A thing for which the copy is right.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MergeChoice {
    /// Its kind.
    pub kind: EntityKind,
    /// Its id.
    #[ts(type = "string")]
    pub id: Uuid,
    /// The fields in conflict that are taken; all of them where none is named.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub fields: Vec<String>,
}

/// A thing that cannot come in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NotTaken {
    /// Its kind.
    pub kind: EntityKind,
    /// Its id.
    #[ts(type = "string")]
    pub id: Uuid,
    /// What people call it.
    pub name: String,
    /// The rule that it breaks here, in words.
    pub reason: String,
}

fn internal(error: impl std::fmt::Display) -> Error {
    Error::Internal(error.to_string())
}
