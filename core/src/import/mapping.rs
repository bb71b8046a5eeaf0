//! How the columns and values of a sheet are read: guessed, remembered or chosen. It is the same
//! [`MappingFields`] in the preview, in the plan and in the import.

use super::address::url_key;
use super::crawl::Crawl;
use super::field::Field;
use super::guess;
use super::sheet::{Sheet, is_blank};
use super::value::{format_like, name_like, parts, purpose_of, status_of};
use crate::error::{Error, Result};
use crate::model::text::fold;
use crate::model::{Architecture, MappingFields, Word};
use std::collections::{BTreeMap, HashMap};

/// The choice that says what comes first in a numeric date: "dayFirst" or "monthFirst".
pub const DATE_ORDER: &str = "dateOrder";
/// The choice that says where on the web a folder or a bare path lies.
pub const SITE: &str = "site";
/// The choice that says which rows of a crawl are taken: "pages" (indexable HTML) or "all".
pub const CRAWL: &str = "crawl";
/// The choice that says where a piece stands of which the file does not: a status, or empty to tell
/// by whether it has an address or a date of publication.
pub const STATUS: &str = "status";

/// Fields whose values are matched with ours one by one.
pub(super) const MATCHED: [Field; 6] =
    [Field::Format, Field::Status, Field::Purpose, Field::Persona, Field::Stage, Field::Folder];

/// The mapping of a sheet: the one given, else the one remembered for its header, else a guess;
/// completed with a guess for every value that it does not know.
pub fn complete(
    sheet: &Sheet,
    given: Option<MappingFields>,
    plan: &Architecture,
) -> Result<MappingFields> {
    let header = sheet.signature();
    let remembered = || {
        let found = plan.mappings.iter().find(|mapping| mapping.header == header);
        found.map(|mapping| usable(mapping.fields.clone(), sheet))
    };
    let guessed = || MappingFields {
        header: header.clone(),
        columns: guess::columns(sheet, Crawl::of(sheet))
            .into_iter()
            .map(|(field, (at, _))| (field.word().to_owned(), sheet.columns[at].name.clone()))
            .collect(),
        mapped_values: BTreeMap::new(),
        choices: BTreeMap::new(),
    };
    let mut mapping = given.or_else(remembered).unwrap_or_else(guessed);
    mapping.header = header;
    let columns = resolve(sheet, &mapping)?;
    for field in MATCHED {
        let Some(column) = columns.get(&field) else { continue };
        let known = mapping.mapped_values.entry(field.word().to_owned()).or_default();
        let folded: HashMap<_, _> =
            known.iter().map(|(theirs, ours)| (fold(theirs), ours.clone())).collect();
        for (theirs, _) in values(sheet, field, *column, plan) {
            if let Some(ours) = folded.get(&fold(&theirs)) {
                known.insert(theirs, ours.clone());
            } else if field != Field::Folder {
                let ours = value_guess(field, &theirs, &sheet.columns[*column].name, plan);
                known.insert(theirs, ours.map(|(ours, _)| ours).unwrap_or_default());
            }
        }
    }
    if let Some(bases) = folder_bases(sheet, &columns, plan) {
        let known = mapping.mapped_values.entry(Field::Folder.word().to_owned()).or_default();
        for (folder, base) in bases {
            known.entry(folder).or_insert(base);
        }
    }
    Ok(mapping)
}

/// The guessed or remembered mapping with some columns told by hand, as pairs of a field and a
/// column; an empty column takes the field out. Choices can be told the same way.
pub fn with_told(
    sheet: &Sheet,
    told: &[(String, String)],
    plan: &Architecture,
) -> Result<MappingFields> {
    let mut mapping = complete(sheet, None, plan)?;
    for (name, column) in told {
        if let Some(choice) = [DATE_ORDER, SITE, CRAWL, STATUS]
            .into_iter()
            .find(|choice| *choice == name && (name != STATUS || sheet.column(column).is_none()))
        {
            mapping.choices.insert(choice.to_owned(), column.clone());
            continue;
        }
        let field = Field::called(name)?;
        mapping.mapped_values.remove(field.word());
        if column.is_empty() {
            mapping.columns.remove(field.word());
            continue;
        }
        mapping.columns.retain(|_, taken| fold(taken) != fold(column));
        mapping.columns.insert(field.word().to_owned(), column.clone());
    }
    complete(sheet, Some(mapping), plan)
}

/// The columns of a mapping as places in the sheet. Fails where one does not exist.
pub(super) fn resolve(sheet: &Sheet, mapping: &MappingFields) -> Result<BTreeMap<Field, usize>> {
    let mut columns = BTreeMap::new();
    for (field, column) in &mapping.columns {
        let field = Field::called(field)?;
        let at = sheet.column(column).ok_or_else(|| {
            let names: Vec<_> = sheet.columns.iter().map(|column| column.name.as_str()).collect();
            let message =
                format!("There is no column \"{column}\". The columns are: {}.", names.join(", "));
            Error::invalid_field("mapping", message)
        })?;
        columns.insert(field, at);
    }
    Ok(columns)
}

/// A remembered mapping without the columns that this sheet lacks (Markdown keys come and go).
fn usable(mut mapping: MappingFields, sheet: &Sheet) -> MappingFields {
    mapping.columns.retain(|_, column| sheet.column(column).is_some());
    mapping
}

/// The different values of a column, each with how many rows hold it, the most frequent first.
pub(super) fn values(
    sheet: &Sheet,
    field: Field,
    column: usize,
    plan: &Architecture,
) -> Vec<(String, u32)> {
    let mut counted: HashMap<String, (String, u32)> = HashMap::new();
    for row in &sheet.rows {
        let cell = row.cell(column);
        if is_blank(cell) && field != Field::Folder {
            continue;
        }
        for part in parts_of(field, cell, plan) {
            let entry = counted.entry(fold(part)).or_insert_with(|| (part.to_owned(), 0));
            entry.1 += 1;
        }
    }
    let mut values: Vec<_> = counted.into_values().collect();
    values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    values
}

/// The parts of a cell: several where the field takes several.
pub(super) fn parts_of<'a>(field: Field, cell: &'a str, plan: &Architecture) -> Vec<&'a str> {
    match field {
        Field::Persona => {
            parts(cell, |text| ours(field, plan).any(|name| fold(&name) == fold(text)))
        }
        Field::Stage => parts(cell, |text| ours(field, plan).any(|name| fold(&name) == fold(text))),
        _ => vec![cell],
    }
}

/// The values of ours that a field can take, by the names people know them by.
pub(super) fn ours(field: Field, plan: &Architecture) -> Box<dyn Iterator<Item = String> + '_> {
    match field {
        Field::Format => Box::new(plan.formats.in_order().into_iter().map(|one| one.name.clone())),
        Field::Status => words::<crate::model::Status>(),
        Field::Purpose => words::<crate::model::Purpose>(),
        Field::Persona => {
            Box::new(plan.personas.in_order().into_iter().map(|one| one.name.clone()))
        }
        Field::Stage => Box::new(plan.named_stages().into_iter().map(|(name, _)| name)),
        _ => Box::new(std::iter::empty()),
    }
}

fn words<W: Word>() -> Box<dyn Iterator<Item = String>> {
    Box::new(W::ALL.iter().map(|word| word.as_word().to_owned()))
}

/// What a value of theirs is with us, and how sure that is. A content type that is like none of ours
/// becomes a format of its own.
pub(super) fn value_guess(
    field: Field,
    theirs: &str,
    column: &str,
    plan: &Architecture,
) -> Option<(String, f32)> {
    let names: Vec<String> = ours(field, plan).collect();
    let names = names.iter().map(String::as_str);
    if let Some(same) = names.clone().find(|name| fold(name) == fold(theirs)) {
        return Some((same.to_owned(), 1.0));
    }
    match field {
        Field::Format => {
            let found = format_like(theirs, &names);
            let new = || (tidied(theirs), 0.5);
            Some(found.map_or_else(new, |(name, sure)| (name.to_owned(), sure)))
        }
        Field::Status => status_of(theirs, column).map(|status| (status.as_word().to_owned(), 1.0)),
        Field::Purpose => purpose_of(theirs).map(|purpose| (purpose.as_word().to_owned(), 1.0)),
        _ => name_like(theirs, &names).map(|(name, sure)| (name.to_owned(), sure)),
    }
}

fn tidied(theirs: &str) -> String {
    let mut name = theirs.to_owned();
    crate::model::text::tidy_line(&mut name);
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Where the folders lie on the web, told by pages of theirs that the plan knows already: the page
/// `how-we-ship` of `blog/2024` is known as `https://example.com/blog/how-we-ship`, so `blog/2024`
/// is `https://example.com/blog`. A folder without such a page goes by its neighbours.
fn folder_bases(
    sheet: &Sheet,
    columns: &BTreeMap<Field, usize>,
    plan: &Architecture,
) -> Option<BTreeMap<String, String>> {
    let folder = *columns.get(&Field::Folder)?;
    let known = known_by_end(plan);
    let mut votes: BTreeMap<&str, BTreeMap<String, usize>> = BTreeMap::new();
    let mut around: BTreeMap<&str, BTreeMap<String, usize>> = BTreeMap::new();
    for row in &sheet.rows {
        let place = row.cell(folder);
        votes.entry(place).or_default();
        let Some(slug) = super::reading::slug_of(row, sheet, columns) else { continue };
        let slug = slug.trim_matches('/');
        for url in known.get(slug.rsplit('/').next().unwrap_or_default()).into_iter().flatten() {
            if let Some(base) = url.trim_end_matches('/').strip_suffix(&format!("/{slug}")) {
                *votes.entry(place).or_default().entry(base.to_owned()).or_default() += 1;
                for place in std::iter::successors(Some(place), |place| above(place)) {
                    *around.entry(place).or_default().entry(base.to_owned()).or_default() += 1;
                }
            }
        }
    }
    let best = |votes: &BTreeMap<String, usize>| {
        votes.iter().max_by_key(|(_, count)| **count).map(|(base, _)| base.clone())
    };
    let base_of = |place: &str| {
        let mut places = std::iter::successors(Some(place), |place| above(place));
        votes
            .get(place)
            .and_then(best)
            .or_else(|| places.find_map(|place| around.get(place).and_then(best)))
    };
    let found = votes.keys().filter_map(|place| Some(((*place).to_owned(), base_of(place)?)));
    Some(found.collect())
}

fn above(place: &str) -> Option<&str> {
    place.rsplit_once('/').map(|(above, _)| above)
}

/// The addresses of the plan by their last part.
fn known_by_end(plan: &Architecture) -> HashMap<String, Vec<String>> {
    let mut known: HashMap<String, Vec<String>> = HashMap::new();
    for asset in plan.assets.iter().filter(|asset| super::is_web_address(&asset.url)) {
        let key = url_key(&asset.url);
        let end = key.rsplit('/').next().unwrap_or_default().to_owned();
        known.entry(end).or_default().push(asset.url.clone());
    }
    known
}
