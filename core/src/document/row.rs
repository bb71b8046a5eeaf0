//! One entity of a document: as its kind has it, no more and no less.

use crate::id::{EntityId, EntityKind};
use crate::model::{Entity, Fields, Stamp};
use serde_json::{Map, Value};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Numbers beyond are no longer exact in other programs.
const EXACT: i64 = 1 << 53;
/// The last millisecond of the calendars of other programs, before and after 1970.
const LAST_MILLIS: u64 = 8_640_000_000_000_000;
/// Kinds of which a plan has few: each is compared with every other of its kind.
const FEW: [EntityKind; 11] = [
    EntityKind::Workspace,
    EntityKind::Member,
    EntityKind::Format,
    EntityKind::Persona,
    EntityKind::Trigger,
    EntityKind::Journey,
    EntityKind::Stage,
    EntityKind::Mapping,
    EntityKind::Programme,
    EntityKind::Snapshot,
    EntityKind::Review,
];
/// So few.
const FEW_LIMIT: usize = 5_000;

/// What was taken so far.
#[derive(Default)]
pub(super) struct Known {
    ids: HashSet<Uuid>,
    counts: HashMap<EntityKind, usize>,
}

/// The name of a kind in a document: its spelling everywhere outside.
pub(super) fn word(kind: EntityKind) -> String {
    let word = serde_json::to_value(kind).unwrap_or_default();
    word.as_str().unwrap_or_default().to_owned()
}

/// Reads one entity; what is wrong with it in words, where something is.
pub(super) fn read<F: Fields>(value: Value, known: &mut Known) -> Result<Entity<F>, String> {
    let count = known.counts.entry(F::KIND).or_default();
    *count += 1;
    if FEW.contains(&F::KIND) && *count > FEW_LIMIT {
        return Err(format!("A plan has at most {FEW_LIMIT} of one {}.", F::KIND.noun()));
    }
    let name = name(F::KIND, &value, *count);
    let said = |what: String| format!("{name}: {what}");
    let Value::Object(told) = value else {
        return Err(said("it is no entity with fields.".to_owned()));
    };
    let keys: Vec<String> = told.keys().cloned().collect();
    let mut entity: Entity<F> = serde_json::from_value(Value::Object(told))
        .map_err(|error| said(format!("{error}. Put it right in the file.")))?;
    let ours = fields(&entity);
    if let Some(odd) = keys.iter().find(|key| !ours.contains_key(*key)) {
        return Err(said(format!("it has no \"{odd}\". Take that out of the file.")));
    }
    check(&entity.stamp, entity.position).and_then(|()| check_times(&ours)).map_err(said)?;
    if !known.ids.insert(entity.id.uuid()) {
        return Err(said(format!("its id {} is there already.", entity.id)));
    }
    entity.fields.tidy();
    Ok(entity)
}

fn fields<F: Fields>(entity: &Entity<F>) -> Map<String, Value> {
    match serde_json::to_value(entity) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

fn check(stamp: &Stamp, position: i64) -> Result<(), String> {
    let counts = |number: i64| (0..EXACT).contains(&number);
    if !counts(position) {
        return Err(format!("its position {position} is none."));
    }
    if stamp.version < 1 || !counts(stamp.version) {
        return Err(format!("its version {} is none.", stamp.version));
    }
    Ok(())
}

/// Every time that an entity holds is one of a calendar; times are what ends in "At".
pub(crate) fn check_times(fields: &Map<String, Value>) -> Result<(), String> {
    let times = fields.iter().filter(|(key, _)| key.ends_with("At"));
    let mut times = times.filter_map(|(_, value)| value.as_i64());
    match times.find(|time| time.unsigned_abs() > LAST_MILLIS) {
        Some(time) => Err(format!("{time} is no time that a calendar has.")),
        None => Ok(()),
    }
}

/// "The asset "ROI calculator"", or "The 3rd asset" where it says no name.
fn name(kind: EntityKind, value: &Value, nth: usize) -> String {
    let told = ["name", "title", "text", "who", "header"].into_iter();
    let told = told.filter_map(|key| value.get(key)?.as_str()).find(|told| !told.trim().is_empty());
    match told {
        Some(told) => {
            let short: String = told.chars().take(80).collect();
            format!("The {} \"{short}\"", kind.noun())
        }
        None => format!("The {} {}", ordinal(nth), kind.noun()),
    }
}

fn ordinal(n: usize) -> String {
    let ending = match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}
