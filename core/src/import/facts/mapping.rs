//! How the columns of a file of leads are read: guessed, remembered or chosen.

use super::super::date;
use super::super::mapping::DATE_ORDER;
use super::super::sheet::Sheet;
use super::field::LeadColumn;
use crate::error::{Error, Result};
use crate::facts::identity::is_address;
use crate::model::text::fold;
use crate::model::{Architecture, MappingFields, Word};
use std::collections::BTreeMap;

/// The choice that says of which zone times without an offset are.
pub(super) const ZONE: &str = "zone";
/// How many rows are looked at.
const LOOKED_AT: usize = 1_000;
/// How sure a guess by name must be: a name that columns go by, not one that holds another.
const SURE: f32 = 0.6;

/// What is told of the header of files of leads apart from those of content.
const PREFIX: &str = "leads\u{1e}";

/// The mapping of a file: the one given, else the one remembered for its header, else a guess.
pub fn complete(
    head: &Sheet,
    given: Option<MappingFields>,
    plan: &Architecture,
) -> Result<MappingFields> {
    let header = format!("{PREFIX}{}", head.signature());
    let remembered = || {
        let found = plan.mappings.iter().find(|mapping| mapping.header == header)?;
        Some(found.fields.clone())
    };
    let mut mapping = given.or_else(remembered).unwrap_or_else(|| MappingFields {
        header: String::new(),
        columns: guessed(head),
        mapped_values: BTreeMap::new(),
        choices: BTreeMap::new(),
    });
    mapping.header = header;
    resolve(head, &mapping)?;
    Ok(mapping)
}

/// The guessed or remembered mapping with some columns told by hand, as pairs of a field and a
/// column; an empty column takes the field out. Choices are told the same way.
pub fn with_told(
    head: &Sheet,
    told: &[(String, String)],
    plan: &Architecture,
) -> Result<MappingFields> {
    let mut mapping = complete(head, None, plan)?;
    for (name, column) in told {
        if let Some(choice) = [DATE_ORDER, ZONE].into_iter().find(|choice| choice == name) {
            mapping.choices.insert(choice.to_owned(), column.clone());
            continue;
        }
        let field = called(name)?.as_word();
        mapping.columns.retain(|_, taken| fold(taken) != fold(column));
        if column.is_empty() {
            mapping.columns.remove(field);
        } else {
            mapping.columns.insert(field.to_owned(), column.clone());
        }
    }
    complete(head, Some(mapping), plan)
}

fn called(name: &str) -> Result<LeadColumn> {
    let found = LeadColumn::ALL.iter().find(|column| fold(column.as_word()) == fold(name.trim()));
    found.copied().ok_or_else(|| {
        let words: Vec<_> = LeadColumn::ALL.iter().map(|column| column.as_word()).collect();
        let message =
            format!("\"{name}\" is not a field of a lead. The fields are: {}.", words.join(", "));
        Error::invalid_field("mapping", message)
    })
}

/// The columns of a mapping as places in the file. Fails where one does not exist.
pub(super) fn resolve(
    head: &Sheet,
    mapping: &MappingFields,
) -> Result<BTreeMap<LeadColumn, usize>> {
    let mut columns = BTreeMap::new();
    for (field, column) in &mapping.columns {
        let at = head.column(column).ok_or_else(|| {
            let names: Vec<_> = head.columns.iter().map(|column| column.name.as_str()).collect();
            let message =
                format!("There is no column \"{column}\". The columns are: {}.", names.join(", "));
            Error::invalid_field("mapping", message)
        })?;
        columns.insert(called(field)?, at);
    }
    Ok(columns)
}

/// A column for each field, each column once, the surest first.
fn guessed(head: &Sheet) -> BTreeMap<String, String> {
    let mut scored = Vec::new();
    for (at, column) in head.columns.iter().enumerate() {
        for field in LeadColumn::ALL {
            let fit = field.fit(&column.name).filter(|fit| *fit >= SURE);
            let score = held(*field, head, at).map_or(fit, |held| held.then(|| fit.unwrap_or(0.5)));
            scored.extend(score.map(|score| (*field, at, score)));
        }
    }
    scored.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.1.cmp(&b.1)));
    let mut columns: BTreeMap<LeadColumn, usize> = BTreeMap::new();
    for (field, at, _) in scored {
        if !columns.contains_key(&field) && !columns.values().any(|taken| *taken == at) {
            columns.insert(field, at);
        }
    }
    if columns.contains_key(&LeadColumn::FirstName) && columns.contains_key(&LeadColumn::LastName) {
        columns.remove(&LeadColumn::Name);
    }
    let named = |(field, at): (LeadColumn, usize)| {
        (field.as_word().to_owned(), head.columns[at].name.clone())
    };
    columns.into_iter().map(named).collect()
}

/// Whether what a column holds is what the field takes; `None` where that cannot be told by it.
fn held(field: LeadColumn, head: &Sheet, at: usize) -> Option<bool> {
    let said = || head.said(at).take(LOOKED_AT);
    let count = said().count();
    if count == 0 {
        return (field == LeadColumn::Email || field.is_time())
            .then(|| field_named(field, head, at));
    }
    let most = |is: &dyn Fn(&str) -> bool| said().filter(|cell| is(cell)).count() * 2 > count;
    match field {
        LeadColumn::Email => Some(most(&is_address)),
        _ if field.is_time() => {
            let named = field_named(field, head, at);
            Some(named && most(&|cell| date::read(cell, chrono_tz::UTC).is_some()))
        }
        _ if field_named(field, head, at) => Some(!most(&is_address)),
        _ => None,
    }
}

fn field_named(field: LeadColumn, head: &Sheet, at: usize) -> bool {
    field.fit(&head.columns[at].name).is_some_and(|fit| fit >= SURE)
}
