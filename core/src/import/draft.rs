//! What an import would do, worked out against the plan without changing it.

use super::identity::{Identities, Owner, Place};
use super::reading::{Reading, Said};
use super::sheet::{Rejection, Row, Sheet};
use crate::error::{Error, Result};
use crate::id::{AssetId, FormatId, PersonaId, StageId};
use crate::model::text::fold;
use crate::model::{
    Architecture, AssetFields, Fields, FormatFields, MappingFields, PlacementFields, Status,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::ControlFlow;
use ts_rs::TS;

/// So many lines are named where there may be one for each row of a file.
const NAMED_LINES: usize = 100;

/// Asked now and then with the rows done and all rows; `Break` cancels.
pub type Progress<'a> = &'a dyn Fn(usize, usize) -> ControlFlow<()>;

/// An asset to make or to change.
#[derive(Clone, Debug)]
pub struct AssetDraft {
    /// The asset it changes; `None` makes a new one.
    pub target: Option<AssetId>,
    /// All its fields as they would be.
    pub fields: AssetFields,
    /// The format to make for it, as a place in [`Drafts::formats`].
    pub new_format: Option<usize>,
    /// The cells it would be placed at and is not yet.
    pub cells: Vec<(PersonaId, StageId)>,
}

/// What an import would do.
#[derive(Clone, Debug, Default)]
pub struct Drafts {
    /// Assets to make or change, in the order of the file; those that stay as they are left out.
    pub assets: Vec<AssetDraft>,
    /// Formats to make.
    pub formats: Vec<FormatFields>,
    /// What becomes of the rows.
    pub tally: Tally,
    /// Dates that could be read two ways and were left out, the order not being told.
    pub open_dates: u32,
    /// Rows that name several personas and several stages.
    pub crossed_rows: u32,
    /// Rows with a persona or a stage and not the other, which place nothing.
    pub halved_rows: u32,
}

/// What becomes of the rows of a file. Every row read is counted in exactly one of `added`,
/// `updated`, `unchanged`, `skipped` and `rejected`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Tally {
    /// Rows of the file, its header, totals and footers left out.
    pub read: u32,
    /// Rows that make an asset.
    pub added: u32,
    /// Rows that change one.
    pub updated: u32,
    /// Rows that change nothing.
    pub unchanged: u32,
    /// Rows left out on purpose.
    pub skipped: u32,
    /// Rows that could not be read, with line and reason.
    pub rejected: Vec<Rejection>,
    /// Why rows were left out on purpose, and how many for each reason.
    pub skips: BTreeMap<String, u32>,
    /// In how many lines a character could not be read and was replaced.
    pub replaced: u32,
    /// The first of these lines.
    pub replaced_in: Vec<u32>,
    /// Formats that are made.
    pub formats: Vec<String>,
    /// Placements that are made, unchecked.
    pub placements: u32,
}

/// Works out what the rows of a sheet would do to the plan.
pub fn drafts(
    sheet: &Sheet,
    mapping: &MappingFields,
    plan: &Architecture,
    progress: Progress<'_>,
) -> Result<Drafts> {
    let reading = Reading::new(sheet, mapping, plan)?;
    let mut drafting = Drafting::new(&reading);
    for (at, row) in sheet.rows.iter().enumerate() {
        if at % 256 == 0 && progress(at, sheet.rows.len()).is_break() {
            return Err(Error::Cancelled);
        }
        drafting.take(row);
    }
    Ok(drafting.finish())
}

/// An asset under way.
struct Work {
    target: Option<AssetId>,
    before: AssetFields,
    fields: AssetFields,
    new_format: Option<usize>,
    placed: BTreeSet<(PersonaId, StageId)>,
    cells: Vec<(PersonaId, StageId)>,
    /// Rows after the first of a new asset, or all of a known one: whether each changed it.
    rows: Vec<bool>,
}

impl Work {
    fn is_changed(&self) -> bool {
        self.fields != self.before || self.new_format.is_some() || !self.cells.is_empty()
    }
}

struct Drafting<'a> {
    reading: &'a Reading<'a>,
    identities: Identities,
    known: Vec<AssetId>,
    works: BTreeMap<Place, Work>,
    places: usize,
    formats: HashMap<String, FormatId>,
    new_formats: HashMap<String, usize>,
    drafts: Drafts,
}

impl<'a> Drafting<'a> {
    fn new(reading: &'a Reading<'a>) -> Self {
        let plan = reading.plan;
        let known: Vec<_> = plan.assets.iter().map(|asset| asset.id).collect();
        let mut drafts = Drafts::default();
        drafts.tally.rejected.clone_from(&reading.sheet.rejected);
        let replaced = &reading.sheet.replaced;
        drafts.tally.replaced = count(replaced.len());
        drafts.tally.replaced_in = replaced.iter().take(NAMED_LINES).copied().collect();
        drafts.tally.read = count(reading.sheet.rejected.len() + reading.sheet.rows.len());
        Self {
            reading,
            identities: Identities::of(plan),
            places: known.len(),
            known,
            works: BTreeMap::new(),
            formats: plan.formats.iter().map(|one| (fold(&one.name), one.id)).collect(),
            new_formats: HashMap::new(),
            drafts,
        }
    }

    fn take(&mut self, row: &Row) {
        if let Some(no_page) = self.reading.crawl.and_then(|crawl| crawl.no_page(row)) {
            self.drafts.tally.skipped += 1;
            *self.drafts.tally.skips.entry(no_page.reason().to_owned()).or_default() += 1;
            return;
        }
        let taken = self.reading.read(row).and_then(|said| self.draft(&said));
        if let Err(reason) = taken {
            let rejection = Rejection { line: row.line, file: row.file.clone(), reason };
            self.drafts.tally.rejected.push(rejection);
        }
    }

    fn draft(&mut self, said: &Said) -> Result<(), String> {
        if said.title.is_empty() && said.spare_title.is_empty() {
            return Err("The row has neither a title nor an address.".to_owned());
        }
        let place = match self.identities.owner(said) {
            Owner::Known(place) => place,
            Owner::Nobody => self.places,
            Owner::Unclear => {
                return Err(
                    "Several assets have this title, and the row has neither an id nor an \
                            address that says which is meant."
                        .to_owned(),
                );
            }
        };
        let mut work = self.works.remove(&place).unwrap_or_else(|| self.begin(place));
        let (fields, new_format, cells) = self.changed(&work, said);
        let mut checked = fields;
        checked.tidy();
        if let Err(fault) = checked.check() {
            if !work.rows.is_empty() {
                self.works.insert(place, work);
            }
            return Err(fault.to_string());
        }
        self.identities.learn(place, &checked.external_id, &checked.url, &checked.title);
        self.places = self.places.max(place + 1);
        let same = checked == work.fields && new_format == work.new_format && cells.is_empty();
        work.rows.push(!same);
        work.placed.extend(&cells);
        work.cells.extend(cells);
        (work.fields, work.new_format) = (checked, new_format);
        self.works.insert(place, work);
        self.note(said);
        Ok(())
    }

    fn begin(&self, place: Place) -> Work {
        let plan = self.reading.plan;
        let asset = self.known.get(place).and_then(|id| plan.asset(*id));
        let placements = asset.into_iter().flat_map(|asset| plan.index.placements_of(asset.id));
        let placements = placements.filter_map(|id| plan.placements.get(id));
        let blank = AssetFields::titled("", Status::Idea);
        let fields = asset.map_or(blank, |asset| asset.fields.clone());
        Work {
            target: asset.map(|asset| asset.id),
            before: fields.clone(),
            fields,
            new_format: None,
            placed: placements.map(|one| cell_of(&one.fields)).collect(),
            cells: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// The asset as the row would have it. Only what the row says is changed; what was worked out
    /// fills blanks.
    fn changed(
        &mut self,
        work: &Work,
        said: &Said,
    ) -> (AssetFields, Option<usize>, Vec<(PersonaId, StageId)>) {
        let mut fields = work.fields.clone();
        let mut new_format = work.new_format;
        let fresh = work.target.is_none() && work.rows.is_empty();
        said.apply(&mut fields, fresh);
        if let Some((name, spare)) = &said.format {
            let blank = fields.format_id.is_none() && new_format.is_none();
            if blank || !spare {
                (fields.format_id, new_format) = self.format(name);
            }
        }
        if fresh {
            self.usual(&mut fields, said);
        }
        let pairs = said
            .personas
            .iter()
            .flat_map(|persona| said.stages.iter().map(move |stage| (*persona, *stage)));
        let cells = pairs.filter(|cell| !work.placed.contains(cell)).collect();
        (fields, new_format, cells)
    }

    /// A format of ours by its name, or a new one.
    fn format(&mut self, name: &str) -> (Option<FormatId>, Option<usize>) {
        let key = fold(name);
        if let Some(id) = self.formats.get(&key) {
            return (Some(*id), None);
        }
        let formats = &mut self.drafts.formats;
        let at = *self.new_formats.entry(key).or_insert_with(|| {
            formats.push(FormatFields {
                name: name.to_owned(),
                shelf_life_days: Some(365),
                purpose: None,
                interactive: false,
                visual: false,
            });
            formats.len() - 1
        });
        (None, Some(at))
    }

    /// What pieces of its format usually are, for a new piece.
    fn usual(&self, fields: &mut AssetFields, said: &Said) {
        let format = fields.format_id.and_then(|id| self.reading.plan.formats.get(id));
        if let Some(format) = format {
            fields.purpose = said.purpose.or(format.purpose);
            fields.interactive = format.interactive;
            fields.visual = format.visual;
        }
    }

    fn note(&mut self, said: &Said) {
        let (personas, stages) = (said.personas.len(), said.stages.len());
        self.drafts.open_dates += said.open_dates;
        self.drafts.crossed_rows += u32::from(personas > 1 && stages > 1);
        self.drafts.halved_rows += u32::from((personas == 0) != (stages == 0));
    }

    fn finish(mut self) -> Drafts {
        let tally = &mut self.drafts.tally;
        for work in self.works.into_values() {
            let rows = count(work.rows.len());
            let changing = count(work.rows.iter().filter(|changed| **changed).count());
            match (&work.target, work.is_changed()) {
                (None, _) => {
                    tally.added += 1;
                    tally.updated += changing - 1;
                    tally.unchanged += rows - changing;
                }
                (Some(_), true) => {
                    tally.updated += changing;
                    tally.unchanged += rows - changing;
                }
                // Two rows that undo each other leave the asset as it was.
                (Some(_), false) => tally.unchanged += rows,
            }
            if work.is_changed() {
                tally.placements += count(work.cells.len());
                let Work { target, fields, new_format, cells, .. } = work;
                self.drafts.assets.push(AssetDraft { target, fields, new_format, cells });
            }
        }
        tally.rejected.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        keep_needed_formats(&mut self.drafts);
        self.drafts
    }
}

/// Leaves out formats that a later row of the same asset made needless.
fn keep_needed_formats(drafts: &mut Drafts) {
    let needed: BTreeSet<_> = drafts.assets.iter().filter_map(|one| one.new_format).collect();
    let places: HashMap<_, _> = needed.iter().enumerate().map(|(new, old)| (*old, new)).collect();
    for asset in &mut drafts.assets {
        asset.new_format = asset.new_format.map(|old| places[&old]);
    }
    drafts.formats = needed.iter().map(|old| drafts.formats[*old].clone()).collect();
    drafts.tally.formats = drafts.formats.iter().map(|format| format.name.clone()).collect();
}

impl Said {
    /// Puts what a row says into the fields of its asset.
    fn apply(&self, fields: &mut AssetFields, fresh: bool) {
        let set = |place: &mut String, said: &String| {
            if !said.is_empty() {
                place.clone_from(said);
            }
        };
        let fill = |place: &mut String, said: &String| {
            if place.is_empty() {
                place.clone_from(said);
            }
        };
        set(&mut fields.title, &self.title);
        fill(&mut fields.title, &self.spare_title);
        set(&mut fields.summary, &self.summary);
        fill(&mut fields.summary, &self.spare_summary);
        set(&mut fields.owner, &self.owner);
        set(&mut fields.language, &self.language);
        set(&mut fields.external_id, &self.external_id);
        self.apply_address(fields);
        fields.published_on = self.published_on.or(fields.published_on);
        fields.reviewed_on = self.reviewed_on.or(fields.reviewed_on);
        fields.due_on = self.due_on.or(fields.due_on);
        fields.purpose = self.purpose.or(fields.purpose);
        if self.cost.is_some() {
            fields.cost.clone_from(&self.cost);
        }
        if !self.themes.is_empty() {
            fields.themes.clone_from(&self.themes);
        }
        let spare = self.spare_status.filter(|_| fresh);
        fields.status = self.status.or(spare).unwrap_or(fields.status);
    }

    /// An address written another way stays as it is; the name of a file never takes the place of
    /// an address.
    fn apply_address(&self, fields: &mut AssetFields) {
        let (ours, theirs) = (&fields.url, &self.address.text);
        let same = super::url_key(ours) == super::url_key(theirs);
        let blank = ours.is_empty();
        if !theirs.is_empty() && !same && (self.address.web || blank) {
            fields.url.clone_from(theirs);
        }
    }
}

fn cell_of(placement: &PlacementFields) -> (PersonaId, StageId) {
    (placement.persona_id, placement.stage_id)
}

fn count(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}

#[cfg(test)]
#[path = "draft_tests.rs"]
mod tests;
