//! How the columns of a file of facts are read: guessed, remembered or chosen.

use super::super::date;
use super::super::mapping::DATE_ORDER;
use super::super::sheet::Sheet;
use super::super::{amount, field};
use super::column::{Cell, FactColumn};
use super::source::FactSource;
use super::{activity, kind, names, number};
use crate::error::{Error, Result};
use crate::facts::identity::is_address;
use crate::model::text::fold;
use crate::model::{Architecture, FactKind, MappingFields, Word};
use std::collections::{BTreeMap, BTreeSet};

/// The choice that says of which zone times without an offset are.
pub(super) const ZONE: &str = "zone";
/// The choice that says what the file holds.
pub(super) const KIND: &str = "kind";
/// The choice that says, with a colon and a word of theirs behind it, what that word means.
pub(super) const ACTIVITY: &str = "activity";
/// The choice that says what happened in every row, where no column does.
pub(super) const EVERY_ACTIVITY: &str = "everyActivity";
/// The choice that says, with a colon and a stage of theirs behind it, which one of ours that is.
pub(super) const STAGE: &str = "stage";
/// The choice that says which stage every row counts, where no column does.
pub(super) const EVERY_STAGE: &str = "everyStage";
/// The choice that says which day is counted where no column does.
pub(super) const DAY: &str = "day";
/// The choice that says from which day on is counted.
pub(super) const FROM: &str = "fromDay";
/// Stands in a choice for what is left out.
pub(super) const LEFT_OUT: &str = "-";

/// How many rows are looked at.
const LOOKED_AT: usize = 1_000;
/// How sure a guess by name must be: a name that columns go by, not one that holds another.
const SURE: f32 = 0.6;
/// Parts what a file holds from its header in the header that is remembered.
const PART: char = '\u{1e}';

/// The columns of a mapping as places in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    one: BTreeMap<FactColumn, usize>,
    /// Columns of times that are named for a stage.
    pub(super) entered: Vec<(usize, String)>,
}

impl Columns {
    pub(super) fn get(&self, column: FactColumn) -> Option<usize> {
        self.one.get(&column).copied()
    }

    pub(super) fn has(&self, column: FactColumn) -> bool {
        self.one.contains_key(&column)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.one.is_empty() && self.entered.is_empty()
    }

    /// All of them, with their places.
    pub(super) fn all(&self) -> impl Iterator<Item = (FactColumn, usize)> {
        let entered = self.entered.iter().map(|(at, _)| (FactColumn::Entered, *at));
        self.one.iter().map(|(column, at)| (*column, *at)).chain(entered)
    }

    /// What a place is taken for.
    pub(super) fn of(&self, place: usize) -> Option<FactColumn> {
        self.all().find(|(_, at)| *at == place).map(|(column, _)| column)
    }
}

/// What a mapping takes a file for.
pub(super) fn kind_of(mapping: &MappingFields) -> FactKind {
    let word = mapping.header.split(PART).next().unwrap_or_default();
    FactKind::from_word(word).unwrap_or_default()
}

fn header(kind: FactKind, head: &Sheet) -> String {
    format!("{}{PART}{}", kind.as_word(), head.signature())
}

/// The mapping of a file: the one given, else the one remembered for its header, else a guess.
/// Where another kind is chosen than that which the columns were mapped for, they are mapped anew.
pub fn complete(
    source: &FactSource,
    given: Option<MappingFields>,
    plan: &Architecture,
) -> Result<MappingFields> {
    let head = &source.head;
    let told = given.as_ref().and_then(|mapping| mapping.choices.get(KIND));
    let told = told.map(|word| word.parse::<FactKind>()).transpose()?;
    let remembered = |kind: FactKind| {
        let header = header(kind, head);
        plan.mappings.iter().find(|mapping| mapping.header == header).map(|one| one.fields.clone())
    };
    let kind = told.unwrap_or_else(|| {
        let known = FactKind::ALL.iter().find(|kind| remembered(**kind).is_some());
        known.copied().unwrap_or_else(|| kind::told(head))
    });
    let fits =
        |mapping: &MappingFields| mapping.header.is_empty() || mapping.header == header(kind, head);
    let mut mapping = given
        .filter(fits)
        .or_else(|| remembered(kind))
        .unwrap_or_else(|| guess(source, kind, plan));
    mapping.header = header(kind, head);
    super::stages::forget(&mut mapping, plan);
    mapping.choices.insert(KIND.to_owned(), kind.as_word().to_owned());
    resolve(head, &mapping)?;
    Ok(mapping)
}

fn guess(source: &FactSource, kind: FactKind, plan: &Architecture) -> MappingFields {
    let columns = guessed(&source.head, kind);
    let mut choices = BTreeMap::new();
    let named = |column: FactColumn| columns.contains_key(column.as_word());
    if kind == FactKind::Events && !named(FactColumn::Activity) {
        let told = activity::told_by_file(&source.name);
        choices.extend(told.map(|kind| (EVERY_ACTIVITY.to_owned(), kind.as_word().to_owned())));
    }
    if !named(FactColumn::Happened) {
        for (choice, day) in [FROM, DAY].into_iter().zip(super::above::days(&source.head)) {
            choices.extend(day.map(|day| (choice.to_owned(), day.to_string())));
        }
    }
    let mut mapping = MappingFields {
        header: header(kind, &source.head),
        columns,
        mapped_values: BTreeMap::new(),
        choices,
    };
    super::stages::guess(&source.head, &mut mapping, plan);
    mapping
}

/// The guessed or remembered mapping with some columns told by hand, as pairs of a field and a
/// column; an empty column takes the field out. Choices are told the same way.
pub fn with_told(
    source: &FactSource,
    told: &[(String, String)],
    plan: &Architecture,
) -> Result<MappingFields> {
    let mut mapping = complete(source, None, plan)?;
    for (name, answer) in told.iter().filter(|(name, _)| is_choice(name)) {
        mapping.choices.insert(name.clone(), answer.clone());
    }
    mapping = complete(source, Some(mapping), plan)?;
    // A kind that was told mapped all columns anew, and other choices were told for it.
    for (name, answer) in told {
        if is_choice(name) {
            mapping.choices.insert(name.clone(), answer.clone());
            continue;
        }
        let key = key_of(name, answer, kind_of(&mapping))?;
        mapping.columns.retain(|_, taken| fold(taken) != fold(answer));
        if answer.is_empty() {
            mapping.columns.remove(&key);
        } else {
            mapping.columns.insert(key, answer.clone());
        }
    }
    complete(source, Some(mapping), plan)
}

fn is_choice(name: &str) -> bool {
    match name.split_once(':') {
        Some((name, _)) => [ACTIVITY, STAGE].contains(&name),
        None => [DATE_ORDER, ZONE, KIND, EVERY_ACTIVITY, EVERY_STAGE, DAY, FROM].contains(&name),
    }
}

/// The key of a column in a mapping: its word; of one that is named for a stage with the column
/// behind it, as a file may have several.
fn key_of(name: &str, column: &str, kind: FactKind) -> Result<String> {
    let called = called(name, kind)?;
    Ok(match called {
        FactColumn::Entered => format!("{} {column}", called.as_word()),
        _ => called.as_word().to_owned(),
    })
}

fn called(name: &str, kind: FactKind) -> Result<FactColumn> {
    let word = name.trim().split(' ').next().unwrap_or_default();
    let all = || names::columns(kind).iter().map(|(column, _)| *column);
    let found = all().find(|column| fold(column.as_word()) == fold(word));
    found.ok_or_else(|| {
        let words: Vec<_> = all().map(FactColumn::as_word).collect();
        let message = format!(
            "\"{name}\" is not a column of a file of {}. The columns are: {}.",
            kind.as_word(),
            words.join(", ")
        );
        Error::invalid_field("mapping", message)
    })
}

/// The columns of a mapping as places in the file. Fails where one does not exist.
pub(super) fn resolve(head: &Sheet, mapping: &MappingFields) -> Result<Columns> {
    let kind = kind_of(mapping);
    let mut columns = Columns::default();
    for (field, column) in &mapping.columns {
        let at = head.column(column).ok_or_else(|| {
            let names: Vec<_> = head.columns.iter().map(|column| column.name.as_str()).collect();
            let message =
                format!("There is no column \"{column}\". The columns are: {}.", names.join(", "));
            Error::invalid_field("mapping", message)
        })?;
        match called(field, kind)? {
            FactColumn::Entered => {
                let name = &head.columns[at].name;
                let stage = names::stage_of(name).unwrap_or_else(|| name.clone());
                columns.entered.push((at, stage));
            }
            one => {
                columns.one.insert(one, at);
            }
        }
    }
    Ok(columns)
}

/// A column for each field, each column once, the surest first.
fn guessed(head: &Sheet, kind: FactKind) -> BTreeMap<String, String> {
    let mut scored = Vec::new();
    for (at, column) in head.columns.iter().enumerate() {
        for (field, _) in names::columns(kind) {
            let fit = names::fit(kind, *field, &column.name).filter(|fit| *fit >= SURE);
            let held = held(kind, *field, head, at);
            let score = held.map_or(fit, |held| held.then(|| fit.unwrap_or(0.5)));
            scored.extend(score.map(|score| (*field, at, score)));
        }
    }
    scored.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.1.cmp(&b.1)));
    let mut columns: BTreeMap<FactColumn, usize> = BTreeMap::new();
    let mut taken = Vec::new();
    for (field, at, _) in scored {
        if field != FactColumn::Entered && !columns.contains_key(&field) && !taken.contains(&at) {
            columns.insert(field, at);
            taken.push(at);
        }
    }
    if columns.contains_key(&FactColumn::FirstName) && columns.contains_key(&FactColumn::LastName) {
        columns.remove(&FactColumn::Name);
    }
    if kind == FactKind::Events {
        name_leads(head, &mut columns);
    }
    let named = |(field, at): (FactColumn, usize)| {
        (field.as_word().to_owned(), head.columns[at].name.clone())
    };
    let mut columns: BTreeMap<String, String> = columns.into_iter().map(named).collect();
    if names::columns(kind).iter().any(|(column, _)| *column == FactColumn::Entered) {
        let free = (0..head.columns.len()).filter(|at| !taken.contains(at));
        columns.extend(free.filter(|at| holds_entries(head, *at)).map(|at| entry(head, at)));
    }
    columns
}

/// A column that tells when the stage it is named for was reached, as it stands in a mapping.
fn entry(head: &Sheet, at: usize) -> (String, String) {
    let name = &head.columns[at].name;
    (format!("{} {name}", FactColumn::Entered.as_word()), name.clone())
}

/// In a file of what leads did, a column that is called an id and no more is that of the lead where no
/// other one is; unless most addresses come with several: then it tells apart what happened.
fn name_leads(head: &Sheet, columns: &mut BTreeMap<FactColumn, usize>) {
    let taken = |at: usize| columns.iter().find(|(_, of)| **of == at).map(|(field, _)| *field);
    let is_id = |at: usize| field::plain(&head.columns[at].name) == "id";
    let found = (0..head.columns.len()).find(|at| is_id(*at));
    let Some(at) = found.filter(|_| !columns.contains_key(&FactColumn::ExternalId)) else { return };
    let address = columns.get(&FactColumn::Email);
    if address.is_some_and(|address| have_several(head, *address, at)) {
        return;
    }
    if matches!(taken(at), None | Some(FactColumn::ActivityId)) {
        columns.retain(|_, of| *of != at);
        columns.insert(FactColumn::ExternalId, at);
    }
}

/// Whether most of those that come more than once in a column come with several texts in another.
fn have_several(head: &Sheet, who: usize, what: usize) -> bool {
    let mut texts: BTreeMap<String, (usize, BTreeSet<&str>)> = BTreeMap::new();
    for row in head.rows.iter().take(LOOKED_AT).filter(|row| !row.cell(what).is_empty()) {
        let (rows, texts) = texts.entry(fold(row.cell(who))).or_default();
        *rows += 1;
        texts.insert(row.cell(what));
    }
    let again = || texts.iter().filter(|(who, (rows, _))| !who.is_empty() && *rows > 1);
    again().filter(|(_, (_, texts))| texts.len() > 1).count() * 2 > again().count()
}

/// Whether a column tells when a stage was reached.
fn holds_entries(head: &Sheet, at: usize) -> bool {
    let dates = || head.said(at).take(LOOKED_AT);
    let read = dates().filter(|cell| date::read(cell, chrono_tz::UTC).is_some()).count();
    names::stage_of(&head.columns[at].name).is_some() && read * 2 >= dates().count()
}

/// Whether what a column holds is what the field takes; `None` where that cannot be told by it.
fn held(kind: FactKind, field: FactColumn, head: &Sheet, at: usize) -> Option<bool> {
    let said = || head.said(at).take(LOOKED_AT);
    let named = || names::fit(kind, field, &head.columns[at].name).is_some_and(|fit| fit >= SURE);
    let count = said().count();
    if count == 0 {
        return (field == FactColumn::Email || field.cell() != Cell::Text).then(named);
    }
    let most = |is: &dyn Fn(&str) -> bool| said().filter(|cell| is(cell)).count() * 2 > count;
    match (field, field.cell()) {
        (FactColumn::Email, _) => Some(most(&is_address) && !is_owner(&head.columns[at].name)),
        (_, Cell::Time) => {
            Some(named() && most(&|cell| date::read(cell, chrono_tz::UTC).is_some()))
        }
        (_, Cell::Amount) => Some(named() && most(&|cell| amount::read(cell, "EUR").is_some())),
        (_, Cell::Count) => Some(named() && most(&|cell| number::count(cell).is_some())),
        (_, Cell::Flag) => Some(named() && most(&|cell| number::flag(cell).is_some())),
        (FactColumn::Owner | FactColumn::Leads, _) => None,
        (_, Cell::Text) if named() => Some(!most(&is_address)),
        (_, Cell::Text) => None,
    }
}

/// Whether a column is about those in charge.
fn is_owner(name: &str) -> bool {
    let plain = field::plain(name);
    ["owner", "assigned", "rep", "inhaber", "zustandig"].iter().any(|word| plain.contains(word))
}
