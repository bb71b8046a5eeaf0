//! One row, read by a mapping: what it says of an asset, in our terms.

use super::address::{is_web_address, title_of};
use super::amount;
use super::crawl::Crawl;
use super::date::{self, DayOrder, Told};
use super::field::Field;
use super::mapping::{self, CRAWL, DATE_ORDER, SITE, STATUS};
use super::markdown;
use super::sheet::{Row, Sheet, SourceKind, is_blank};
use crate::error::{Error, Result};
use crate::id::{PersonaId, StageId};
use crate::model::text::fold;
use crate::model::{Architecture, MappingFields, Money, Purpose, Status, Word};
use chrono::NaiveDate;
use chrono_tz::Tz;
use std::collections::{BTreeMap, HashMap};

/// The fields that hold dates.
pub(super) const DATES: [Field; 3] = [Field::PublishedOn, Field::ReviewedOn, Field::DueOn];

/// A mapping made ready for reading rows.
pub(super) struct Reading<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) plan: &'a Architecture,
    pub(super) columns: BTreeMap<Field, usize>,
    pub(super) crawl: Option<Crawl>,
    pub(super) told: Told,
    pub(super) order: Option<DayOrder>,
    values: HashMap<Field, HashMap<String, String>>,
    site: String,
    status: Option<Status>,
    currency: String,
    zone: Tz,
    personas: HashMap<String, PersonaId>,
    stages: HashMap<String, StageId>,
}

/// Where a piece lies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) text: String,
    /// On the web, and not only the name of a file.
    pub(super) web: bool,
}

/// What a row says; `None` and empty where it says nothing.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    pub(super) external_id: String,
    pub(super) address: Address,
    pub(super) title: String,
    /// A title to fall back on where there is none yet.
    pub(super) spare_title: String,
    pub(super) summary: String,
    pub(super) spare_summary: String,
    /// The name of its format, and whether it only fills a blank.
    pub(super) format: Option<(String, bool)>,
    pub(super) status: Option<Status>,
    /// Where it stands if neither the file nor the plan says.
    pub(super) spare_status: Option<Status>,
    pub(super) published_on: Option<NaiveDate>,
    pub(super) reviewed_on: Option<NaiveDate>,
    pub(super) due_on: Option<NaiveDate>,
    pub(super) owner: String,
    pub(super) themes: Vec<String>,
    pub(super) language: String,
    pub(super) purpose: Option<Purpose>,
    pub(super) cost: Option<Money>,
    pub(super) personas: Vec<PersonaId>,
    pub(super) stages: Vec<StageId>,
    /// Dates that can be read two ways and wait for an answer.
    pub(super) open_dates: u32,
}

impl<'a> Reading<'a> {
    pub(super) fn new(
        sheet: &'a Sheet,
        mapping: &MappingFields,
        plan: &'a Architecture,
    ) -> Result<Self> {
        let columns = mapping::resolve(sheet, mapping)?;
        let choice = |name: &str| mapping.choices.get(name).map_or("", |choice| choice.trim());
        let date_cells = DATES.iter().filter_map(|field| columns.get(field));
        let told = date::order_told(date_cells.flat_map(|column| sheet.said(*column)));
        let order = DayOrder::of_word(choice(DATE_ORDER)).or_else(|| told.order());
        let crawl = Crawl::of(sheet).filter(|_| choice(CRAWL) != "all");
        let workspace = plan.workspace().ok();
        let zone = workspace.and_then(|one| one.time_zone.parse().ok()).unwrap_or(Tz::UTC);
        let currency = workspace.map_or_else(|| "EUR".to_owned(), |one| one.currency.clone());
        let named = |name: &str| fold(name.trim());
        Ok(Self {
            values: values(mapping)?,
            site: site(choice(SITE))?,
            status: status(choice(STATUS))?,
            personas: plan.personas.iter().map(|one| (named(&one.name), one.id)).collect(),
            stages: plan.named_stages().iter().map(|(name, one)| (named(name), one.id)).collect(),
            sheet,
            plan,
            columns,
            crawl,
            told,
            order,
            currency,
            zone,
        })
    }

    /// Reads a row; fails with what cannot be read in it.
    pub(super) fn read(&self, row: &Row) -> Result<Said, String> {
        let mut said = Said {
            external_id: self.text(row, Field::ExternalId),
            address: self.address(row),
            title: self.title(row),
            summary: self.authored(row, Field::Summary),
            spare_summary: self.computed(row, markdown::PARAGRAPH),
            format: self.format(row),
            owner: self.text(row, Field::Owner),
            themes: self.themes(row),
            language: self.text(row, Field::Language),
            status: self.matched(row, Field::Status).and_then(|word| Status::from_word(&word)),
            purpose: self.matched(row, Field::Purpose).and_then(|word| Purpose::from_word(&word)),
            personas: self.named(row, Field::Persona, &self.personas),
            stages: self.named(row, Field::Stage, &self.stages),
            ..Said::default()
        };
        said.published_on = self.date(row, Field::PublishedOn, &mut said.open_dates)?;
        said.reviewed_on = self.date(row, Field::ReviewedOn, &mut said.open_dates)?;
        said.due_on = self.date(row, Field::DueOn, &mut said.open_dates)?;
        said.cost = self.cost(row)?;
        said.spare_title = [markdown::HEADING, "title"]
            .into_iter()
            .map(|column| self.computed(row, column))
            .find(|title| !title.is_empty())
            .or_else(|| title_of(&said.address.text))
            .unwrap_or_default();
        said.spare_status = Some(self.spare_status(&said));
        Ok(said)
    }

    fn spare_status(&self, said: &Said) -> Status {
        let out = said.address.web
            || said.published_on.is_some()
            || self.sheet.origin.kind == SourceKind::Markdown;
        self.status.unwrap_or(if out { Status::Published } else { Status::Idea })
    }

    fn cell<'r>(&self, row: &'r Row, field: Field) -> &'r str {
        self.columns.get(&field).map_or("", |at| row.cell(*at))
    }

    fn text(&self, row: &Row, field: Field) -> String {
        let cell = self.cell(row, field);
        if is_blank(cell) { String::new() } else { cell.to_owned() }
    }

    /// A title may well be "None" or "?", so only nothing is nothing.
    fn title(&self, row: &Row) -> String {
        if self.is_computed(Field::Title) {
            String::new()
        } else {
            self.cell(row, Field::Title).to_owned()
        }
    }

    /// What somebody wrote, not what was worked out.
    fn authored(&self, row: &Row, field: Field) -> String {
        if self.is_computed(field) { String::new() } else { self.text(row, field) }
    }

    fn is_computed(&self, field: Field) -> bool {
        self.columns.get(&field).is_some_and(|at| self.sheet.columns[*at].computed)
    }

    fn computed(&self, row: &Row, column: &str) -> String {
        let at = self.sheet.columns.iter().position(|one| one.computed && one.name == column);
        at.map_or_else(String::new, |at| row.cell(at).to_owned())
    }

    /// The value of ours for the value of theirs in a cell.
    fn matched(&self, row: &Row, field: Field) -> Option<String> {
        let theirs = self.text(row, field);
        self.value(field, &theirs).filter(|ours| !ours.is_empty()).cloned()
    }

    fn value(&self, field: Field, theirs: &str) -> Option<&String> {
        self.values.get(&field)?.get(&fold(theirs))
    }

    fn format(&self, row: &Row) -> Option<(String, bool)> {
        Some((self.matched(row, Field::Format)?, self.is_computed(Field::Format)))
    }

    fn themes(&self, row: &Row) -> Vec<String> {
        let cell = self.text(row, Field::Themes);
        let parts = cell.split([';', ',', '|', '\n']).map(|theme| theme.trim().to_owned());
        parts.filter(|theme| !theme.is_empty()).collect()
    }

    fn named<I: Copy + PartialEq>(
        &self,
        row: &Row,
        field: Field,
        ours: &HashMap<String, I>,
    ) -> Vec<I> {
        let cell = self.text(row, field);
        let mut found = Vec::new();
        for part in mapping::parts_of(field, &cell, self.plan) {
            let id = self.value(field, part).and_then(|name| ours.get(&fold(name.trim())));
            if let Some(id) = id.filter(|id| !found.contains(*id)) {
                found.push(*id);
            }
        }
        found
    }

    fn date(&self, row: &Row, field: Field, open: &mut u32) -> Result<Option<NaiveDate>, String> {
        let cell = self.cell(row, field);
        if is_blank(cell) {
            return Ok(None);
        }
        let Some(read) = date::read(cell, self.zone) else {
            return Err(format!("\"{}\" is not a date.", shortened(cell)));
        };
        let day = read.day(self.order);
        *open += u32::from(day.is_none());
        Ok(day)
    }

    fn cost(&self, row: &Row) -> Result<Option<Money>, String> {
        let cell = self.cell(row, Field::Cost);
        if is_blank(cell) {
            return Ok(None);
        }
        let read = amount::read(cell, &self.currency);
        read.map(Some).ok_or_else(|| format!("\"{}\" is not an amount.", shortened(cell)))
    }

    /// The address as written, else put together from the folder's place on the web and the slug,
    /// else the path of the file.
    fn address(&self, row: &Row) -> Address {
        let url = self.text(row, Field::Url);
        if is_web_address(&url) {
            return Address { text: url, web: true };
        }
        if !url.is_empty() {
            return self.on_site(&url).unwrap_or(Address { text: url, web: false });
        }
        let slug = slug_of(row, self.sheet, &self.columns);
        let folder = self.cell(row, Field::Folder);
        let base = self.value(Field::Folder, folder).filter(|base| is_web_address(base));
        let found = slug.and_then(|slug| {
            let slug = slug.trim_matches('/');
            if let Some(base) = base {
                let text = format!("{}/{slug}", base.trim_end_matches('/'));
                return Some(Address { text, web: true });
            }
            let path = [folder.trim_matches('/'), slug];
            self.on_site(
                &path.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/"),
            )
        });
        found.unwrap_or_else(|| Address { text: self.computed(row, markdown::PATH), web: false })
    }

    /// A path on the site that was told.
    fn on_site(&self, path: &str) -> Option<Address> {
        let text = format!("{}/{}", self.site, path.trim_start_matches('/'));
        (!self.site.is_empty()).then_some(Address { text, web: true })
    }
}

/// The last part of the address of a row: its slug, else the name of its file.
pub(super) fn slug_of(
    row: &Row,
    sheet: &Sheet,
    columns: &BTreeMap<Field, usize>,
) -> Option<String> {
    let slug = columns.get(&Field::Slug).map(|at| row.cell(*at));
    let stem = || sheet.columns.iter().position(|one| one.computed && one.name == markdown::STEM);
    let slug = slug.filter(|slug| !is_blank(slug)).map(str::to_owned);
    slug.or_else(|| stem().map(|at| row.cell(at).to_owned())).filter(|slug| !slug.is_empty())
}

fn values(mapping: &MappingFields) -> Result<HashMap<Field, HashMap<String, String>>> {
    let mut all: HashMap<Field, HashMap<String, String>> = HashMap::new();
    for (field, values) in &mapping.mapped_values {
        let values = values.iter().map(|(theirs, ours)| (fold(theirs), ours.trim().to_owned()));
        all.entry(Field::called(field)?).or_default().extend(values);
    }
    Ok(all)
}

fn site(told: &str) -> Result<String> {
    if told.is_empty() || is_web_address(told) {
        let told = told.trim_end_matches('/');
        let scheme = if told.is_empty() || told.contains("://") { "" } else { "https://" };
        return Ok(format!("{scheme}{told}"));
    }
    let message = format!("\"{told}\" is not the address of a website.");
    Err(Error::invalid_field("site", message))
}

fn status(told: &str) -> Result<Option<Status>> {
    if told.is_empty() {
        return Ok(None);
    }
    told.parse().map(Some)
}

fn shortened(cell: &str) -> String {
    let short: String = cell.chars().take(60).collect();
    if short.len() < cell.len() { format!("{short}…") } else { short }
}
