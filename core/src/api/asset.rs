//! Assets in lists: windowed, sorted, grouped, counted.

use super::Context;
use crate::check::{Mark, mark};
use crate::coverage::{Filter, Freshness, Standing, freshness};
use crate::error::Result;
use crate::id::AssetId;
use crate::model::text::fold;
use crate::model::{Architecture, Asset, words};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;
use ts_rs::TS;

words! {
    /// What a list of assets can be sorted and grouped by.
    AssetColumn {
        /// Title.
        Title = "title",
        /// Format, by name.
        Format = "format",
        /// Status, in the order of an asset's life.
        Status = "status",
        /// Purpose.
        Purpose = "purpose",
        /// Owner.
        Owner = "owner",
        /// Language.
        Language = "language",
        /// First theme.
        Theme = "theme",
        /// Due date.
        Due = "due",
        /// Date of publication.
        Published = "published",
        /// Date of the last review.
        Reviewed = "reviewed",
        /// Last day of its shelf life.
        Expires = "expires",
        /// Where it stands: planned, live, stale, retired.
        Standing = "standing",
        /// How often it is placed.
        Placements = "placements",
        /// Production cost.
        Cost = "cost",
        /// When it was last changed.
        Changed = "changed",
    }
}

/// One sorting.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SortBy {
    /// By what.
    pub column: AssetColumn,
    /// From the largest down.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub descending: bool,
}

/// Which assets, in which order, and which part of the list.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ListAssets {
    /// Which content.
    #[ts(as = "Option<Filter>")]
    pub filter: Filter,
    /// Only placed ones, or only those placed nowhere.
    pub placed: Option<bool>,
    /// Only those that stand there.
    pub standing: Option<Standing>,
    /// Only published ones without any date, or only the others.
    pub undated: Option<bool>,
    /// Only those with this mark.
    pub mark: Option<Mark>,
    /// Sorted by these, the first one first; by title last.
    #[ts(as = "Option<Vec<SortBy>>")]
    pub sort: Vec<SortBy>,
    /// Grouped by this: rows of a group stand together.
    pub group: Option<AssetColumn>,
    /// As of a date; today unless given.
    pub as_of: Option<NaiveDate>,
    /// The first row wanted, from 0.
    #[ts(as = "Option<usize>")]
    pub offset: usize,
    /// How many rows; 100 unless given, 1,000 at most.
    pub limit: Option<usize>,
}

/// A part of a list of assets.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AssetList {
    /// How many there are in all.
    pub total: usize,
    /// The groups in order, each with its number of rows; empty unless grouped.
    pub groups: Vec<AssetGroup>,
    /// The rows wanted.
    pub rows: Vec<AssetRow>,
}

/// A group of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AssetGroup {
    /// What its rows share; empty where they have no value.
    pub label: String,
    /// How many rows.
    pub count: usize,
}

/// An asset with what follows from it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AssetRow {
    /// The asset.
    pub asset: Asset,
    /// Its format's name, or empty.
    pub format: String,
    /// Where it stands.
    pub freshness: Freshness,
    /// How often it is placed.
    pub placements: u32,
    /// Stop or rework.
    pub mark: Option<Mark>,
}

struct Listed {
    asset: Arc<Asset>,
    freshness: Freshness,
}

/// A part of the list of assets.
pub(super) fn list(context: Context<'_>, request: ListAssets) -> Result<AssetList> {
    let view = context.view()?;
    let as_of = request.as_of.map_or_else(|| context.today(), Ok)?;
    if request.limit == Some(0) && request.group.is_none() {
        let total = select(&view, &request, as_of).len();
        return Ok(AssetList { total, groups: Vec::new(), rows: Vec::new() });
    }
    let listed = ordered(&view, &request, as_of);
    let order = Order { view: &view };
    let groups = request.group.map(|by| order.groups(&listed, by)).unwrap_or_default();
    let limit = request.limit.unwrap_or(100).min(1_000);
    let rows = listed.iter().skip(request.offset).take(limit);
    Ok(AssetList { total: listed.len(), groups, rows: rows.map(|one| row(&view, one)).collect() })
}

fn ordered(view: &Architecture, request: &ListAssets, as_of: NaiveDate) -> Vec<Listed> {
    let mut listed = select(view, request, as_of);
    let order = Order { view };
    listed.sort_by_cached_key(|one| order.keys(one, request));
    listed
}

fn select(view: &Architecture, request: &ListAssets, as_of: NaiveDate) -> Vec<Listed> {
    request
        .filter
        .passing(view)
        .into_iter()
        .filter(|asset| {
            request.placed.is_none_or(|placed| view.index.is_placed(asset.id) == placed)
        })
        .filter(|asset| request.mark.is_none_or(|wanted| mark(view, asset.id) == Some(wanted)))
        .map(|asset| Listed { freshness: freshness(view, &asset, as_of), asset })
        .filter(|one| request.standing.is_none_or(|wanted| one.freshness.standing == wanted))
        .filter(|one| request.undated.is_none_or(|wanted| one.freshness.undated == wanted))
        .collect()
}

fn row(view: &Architecture, one: &Listed) -> AssetRow {
    let asset = &one.asset;
    AssetRow {
        asset: Asset::clone(asset),
        format: format_name(view, asset).to_owned(),
        freshness: one.freshness,
        placements: count(view, asset),
        mark: mark(view, asset.id),
    }
}

fn format_name<'a>(view: &'a Architecture, asset: &Asset) -> &'a str {
    asset.format_id.and_then(|id| view.formats.get(id)).map_or("", |format| &format.name)
}

fn count(view: &Architecture, asset: &Asset) -> u32 {
    u32::try_from(view.index.placements_of(asset.id).count()).unwrap_or(u32::MAX)
}

/// A sort key; what has no value comes last either way round.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Text(String),
    Number(i64),
    Down(std::cmp::Reverse<Box<Key>>),
    Missing,
}

struct Order<'a> {
    view: &'a Architecture,
}

impl Order<'_> {
    fn keys(&self, one: &Listed, request: &ListAssets) -> Vec<Key> {
        let group = request.group.map(|column| self.key(one, column));
        let sorts = request.sort.iter().map(|sort| match self.key(one, sort.column) {
            Key::Missing => Key::Missing,
            key if sort.descending => Key::Down(std::cmp::Reverse(Box::new(key))),
            key => key,
        });
        let title = self.key(one, AssetColumn::Title);
        group.into_iter().chain(sorts).chain([title, Key::Text(one.asset.id.to_string())]).collect()
    }

    fn key(&self, one: &Listed, column: AssetColumn) -> Key {
        let asset = &one.asset;
        match column {
            AssetColumn::Title => text(&asset.title),
            AssetColumn::Format => text(format_name(self.view, asset)),
            AssetColumn::Status => Key::Number(asset.status as i64),
            AssetColumn::Purpose => number(asset.purpose.map(|purpose| purpose as i64)),
            AssetColumn::Owner => text(&asset.owner),
            AssetColumn::Language => text(&asset.language),
            AssetColumn::Theme => text(asset.themes.first().map_or("", String::as_str)),
            AssetColumn::Due => date(asset.due_on),
            AssetColumn::Published => date(asset.published_on),
            AssetColumn::Reviewed => date(asset.reviewed_on),
            AssetColumn::Expires => date(one.freshness.expires_on),
            AssetColumn::Standing => Key::Number(one.freshness.standing as i64),
            AssetColumn::Placements => Key::Number(count(self.view, asset).into()),
            AssetColumn::Cost => number(asset.cost.as_ref().map(|cost| cost.minor)),
            AssetColumn::Changed => Key::Number(asset.stamp.updated_at.0),
        }
    }

    fn groups(&self, listed: &[Listed], by: AssetColumn) -> Vec<AssetGroup> {
        let mut groups: Vec<(Key, AssetGroup)> = Vec::new();
        for one in listed {
            let key = self.key(one, by);
            match groups.last_mut().filter(|(last, _)| *last == key) {
                Some((_, group)) => group.count += 1,
                None => groups.push((key, AssetGroup { label: self.label(one, by), count: 1 })),
            }
        }
        groups.into_iter().map(|(_, group)| group).collect()
    }

    /// What the rows of a group share, as people write it.
    fn label(&self, one: &Listed, by: AssetColumn) -> String {
        use crate::model::Word;
        let asset = &one.asset;
        let day = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
        match by {
            AssetColumn::Title => asset.title.clone(),
            AssetColumn::Format => format_name(self.view, asset).to_owned(),
            AssetColumn::Status => asset.status.as_word().to_owned(),
            AssetColumn::Purpose => asset.purpose.map_or("", Word::as_word).to_owned(),
            AssetColumn::Owner => asset.owner.clone(),
            AssetColumn::Language => asset.language.clone(),
            AssetColumn::Theme => asset.themes.first().cloned().unwrap_or_default(),
            AssetColumn::Due => day(asset.due_on),
            AssetColumn::Published => day(asset.published_on),
            AssetColumn::Reviewed => day(asset.reviewed_on),
            AssetColumn::Expires => day(one.freshness.expires_on),
            AssetColumn::Standing => one.freshness.standing.as_word().to_owned(),
            AssetColumn::Placements => count(self.view, asset).to_string(),
            AssetColumn::Cost => {
                asset.cost.as_ref().map(|c| c.minor.to_string()).unwrap_or_default()
            }
            AssetColumn::Changed => asset.stamp.updated_at.0.to_string(),
        }
    }
}

fn text(text: &str) -> Key {
    if text.is_empty() { Key::Missing } else { Key::Text(fold(text)) }
}

fn number(number: Option<i64>) -> Key {
    number.map_or(Key::Missing, Key::Number)
}

fn date(date: Option<NaiveDate>) -> Key {
    use chrono::Datelike;
    number(date.map(|date| date.num_days_from_ce().into()))
}

/// What assets have in common, to fill filters and completions: values with their numbers.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct Facets {
    /// Themes, the most frequent first.
    pub themes: Vec<Facet>,
    /// Owners.
    pub owners: Vec<Facet>,
    /// Languages.
    pub languages: Vec<Facet>,
}

/// A value with the number of assets that have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Facet {
    /// The value.
    pub value: String,
    /// How many assets.
    pub count: u32,
}

/// What assets have in common.
pub(super) fn facets(context: Context<'_>, _: super::edit::Nothing) -> Result<Facets> {
    let view = context.view()?;
    let assets = || view.assets.iter();
    Ok(Facets {
        themes: facet(assets().flat_map(|asset| asset.themes.iter())),
        owners: facet(assets().map(|asset| &asset.owner)),
        languages: facet(assets().map(|asset| &asset.language)),
    })
}

fn facet<'a>(values: impl Iterator<Item = &'a String>) -> Vec<Facet> {
    let mut counts: BTreeMap<String, Facet> = BTreeMap::new();
    for value in values.filter(|value| !value.is_empty()) {
        let new = || Facet { value: value.clone(), count: 0 };
        counts.entry(fold(value)).or_insert_with(new).count += 1;
    }
    let mut facets: Vec<_> = counts.into_values().collect();
    facets.sort_by_key(|facet| std::cmp::Reverse(facet.count));
    facets
}

/// The ids of all assets of a list in its order, however long.
pub(super) fn select_all(context: Context<'_>, request: ListAssets) -> Result<Vec<AssetId>> {
    let view = context.view()?;
    let as_of = request.as_of.map_or_else(|| context.today(), Ok)?;
    Ok(ordered(&view, &request, as_of).iter().map(|one| one.asset.id).collect())
}
