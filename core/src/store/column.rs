//! How a field becomes a column and back.

use super::engine::Value;
use crate::error::{Error, Result};
use crate::id::{self, EntityId};
use crate::model::{
    Answer, Channel, DecisionRole, EditorialCheck, FactKind, Funding, IdealProfile, Importance,
    KpiSettings, LeadDefinitions, MarketingPromise, MaturityQuestion, Millis, ModelState, Money,
    NeedKind, NextStep, Phase, ProgrammeMonth, ProgrammeState, Purpose, QualitySettings, Quota,
    Rate, Role, SalesAnswer, SalesPromise, ScoringRecipe, Side, StageKind, Status, TurnBackReason,
    Word,
};
use chrono::NaiveDate;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use uuid::Uuid;

/// A type that has a column.
pub(crate) trait Column: Sized {
    fn to_value(&self) -> Value;
    fn from_value(value: Value) -> Result<Self>;
}

fn unreadable<T>(what: &str, value: &Value) -> Result<T> {
    Err(Error::Damaged(format!("{value:?} is not {what}")))
}

impl Column for String {
    fn to_value(&self) -> Value {
        Value::Text(self.clone())
    }
    fn from_value(value: Value) -> Result<Self> {
        match value {
            Value::Text(text) => Ok(text),
            other => unreadable("text", &other),
        }
    }
}

impl Column for bool {
    fn to_value(&self) -> Value {
        Value::Int(i64::from(*self))
    }
    fn from_value(value: Value) -> Result<Self> {
        match value {
            Value::Int(0) => Ok(false),
            Value::Int(1) => Ok(true),
            other => unreadable("a truth value", &other),
        }
    }
}

impl Column for Millis {
    fn to_value(&self) -> Value {
        Value::Int(self.0)
    }
    fn from_value(value: Value) -> Result<Self> {
        i64::from_value(value).map(Self)
    }
}

impl Column for NaiveDate {
    fn to_value(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn from_value(value: Value) -> Result<Self> {
        match &value {
            Value::Text(text) => text.parse().or_else(|_| unreadable("a date", &value)),
            other => unreadable("a date", other),
        }
    }
}

impl<T: Column> Column for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, Column::to_value)
    }
    fn from_value(value: Value) -> Result<Self> {
        if value == Value::Null { Ok(None) } else { T::from_value(value).map(Some) }
    }
}

macro_rules! numbers {
    ($($type:ty),*) => {$(
        impl Column for $type {
            fn to_value(&self) -> Value {
                Value::Int(i64::from(*self))
            }
            fn from_value(value: Value) -> Result<Self> {
                match value {
                    Value::Int(number) => Self::try_from(number)
                        .or_else(|_| unreadable("a number in range", &value)),
                    other => unreadable("a number", &other),
                }
            }
        }
    )*};
}
numbers!(i64, u32, u16, u8);

macro_rules! ids {
    ($($id:ident),*) => {$(
        impl Column for id::$id {
            fn to_value(&self) -> Value {
                Value::Text(self.to_string())
            }
            fn from_value(value: Value) -> Result<Self> {
                match &value {
                    Value::Text(text) => Uuid::try_parse(text)
                        .map(Self::from_uuid)
                        .or_else(|_| unreadable("an id", &value)),
                    other => unreadable("an id", other),
                }
            }
        }
    )*};
}
ids!(
    WorkspaceId,
    MemberId,
    PersonaId,
    InterviewId,
    InsightId,
    TriggerId,
    JourneyId,
    StageId,
    FormatId,
    AssetId,
    PlacementId,
    VerdictId,
    ExclusionId,
    NeedId,
    MappingId,
    ReadingId,
    ProgrammeId,
    ProgrammeNoteId,
    RatingId,
    SnapshotId,
    ReviewId,
    DecisionId,
    BatchId,
    LeadAnswerId,
    AdvocateId,
    RoutingRuleId,
    AgreementId
);

macro_rules! words {
    ($($word:ty),*) => {$(
        impl Column for $word {
            fn to_value(&self) -> Value {
                Value::Text(self.as_word().to_owned())
            }
            fn from_value(value: Value) -> Result<Self> {
                match &value {
                    Value::Text(text) => match Self::from_word(text) {
                        Some(word) => Ok(word),
                        None => unreadable(stringify!($word), &value),
                    },
                    other => unreadable(stringify!($word), other),
                }
            }
        }
    )*};
}
words!(
    Answer,
    DecisionRole,
    Funding,
    Importance,
    NeedKind,
    FactKind,
    Phase,
    ProgrammeState,
    Purpose,
    MaturityQuestion,
    ModelState,
    Role,
    SalesAnswer,
    Side,
    StageKind,
    Status,
    TurnBackReason
);

/// Structured values are kept as JSON text.
fn to_json<T: Serialize>(value: &T) -> Value {
    // Plain data of strings, numbers and lists always has a JSON form.
    Value::Text(serde_json::to_string(value).unwrap_or_default())
}

fn from_json<T: DeserializeOwned>(value: Value) -> Result<T> {
    let text = String::from_value(value)?;
    serde_json::from_str(&text).map_err(|error| Error::Damaged(error.to_string()))
}

macro_rules! json {
    ($($type:ty),*) => {$(
        impl Column for $type {
            fn to_value(&self) -> Value {
                to_json(self)
            }
            fn from_value(value: Value) -> Result<Self> {
                from_json(value)
            }
        }
    )*};
}
json!(
    Vec<String>,
    Vec<Channel>,
    Vec<Rate>,
    Vec<ProgrammeMonth>,
    Vec<u8>,
    Vec<i64>,
    Vec<NaiveDate>,
    Money,
    NextStep,
    EditorialCheck,
    BTreeMap<String, String>,
    ScoringRecipe,
    QualitySettings,
    KpiSettings,
    LeadDefinitions,
    IdealProfile,
    MarketingPromise,
    SalesPromise,
    Quota,
    BTreeMap<String, BTreeMap<String, String>>
);
