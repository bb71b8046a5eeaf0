//! The asset table as CSV: every field of every piece, and where it is placed.
//!
//! A row holds personas and stages side by side and means each of them at each. A piece whose
//! placements are no such rectangle takes several rows, all of its fields in each, so that any
//! row can be sorted and filtered by itself.

use super::csv;
use crate::id::{AssetId, PersonaId, StageId};
use crate::model::{ASSET_COLUMNS, Architecture, Asset, NextStep, Word};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{self, Write};
use std::sync::Arc;

/// Writes assets, in the order given, with all their fields.
pub fn assets(plan: &Architecture, ids: &[AssetId], out: &mut dyn Write) -> io::Result<()> {
    let header: Vec<String> = ASSET_COLUMNS.iter().map(|column| column.name.to_owned()).collect();
    csv(std::iter::once(header).chain(table(plan, ids)), out)
}

/// The rows of assets, in the order given.
pub(super) fn table(plan: &Architecture, ids: &[AssetId]) -> impl Iterator<Item = Vec<String>> {
    let names = Names::of(plan);
    let found = ids.iter().filter_map(|id| plan.assets.get(*id));
    found.flat_map(move |asset| rows_of(plan, asset, &names))
}

/// What personas and stages are called, and in which order they come.
struct Names {
    personas: HashMap<PersonaId, (usize, String)>,
    stages: HashMap<StageId, (usize, String)>,
}

impl Names {
    fn of(plan: &Architecture) -> Self {
        let personas = plan.personas.in_order().into_iter().enumerate();
        let stages = plan.named_stages().into_iter().enumerate();
        Self {
            personas: personas.map(|(at, one)| (one.id, (at, one.name.clone()))).collect(),
            stages: stages.map(|(at, (name, one))| (one.id, (at, name))).collect(),
        }
    }
}

/// Several names in one cell. A name that holds what parts names stands in a cell of its own.
const PARTING: &str = "; ";

fn can_be_listed(name: &str) -> bool {
    !name.contains([';', '|'])
}

/// Where an asset is placed, as the fewest cells that mean the same: personas at the same stages
/// share a row.
fn places(plan: &Architecture, asset: &Asset, names: &Names) -> Vec<(String, String)> {
    let mut stages_of: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let (mut persona_names, mut stage_names) = (HashMap::new(), HashMap::new());
    for id in plan.index.placements_of(asset.id) {
        let Some(placement) = plan.placements.get(id) else { continue };
        let Some((persona, name)) = names.personas.get(&placement.persona_id) else { continue };
        let Some((stage, stage_name)) = names.stages.get(&placement.stage_id) else { continue };
        stages_of.entry(*persona).or_default().insert(*stage);
        persona_names.insert(*persona, name.as_str());
        stage_names.insert(*stage, stage_name.as_str());
    }
    let mut together: BTreeMap<(BTreeSet<usize>, Option<usize>), Vec<usize>> = BTreeMap::new();
    for (persona, stages) in stages_of {
        let lone = (!can_be_listed(persona_names[&persona])).then_some(persona);
        let (listed, single): (BTreeSet<_>, BTreeSet<_>) =
            stages.into_iter().partition(|stage| can_be_listed(stage_names[stage]));
        let rows = single.into_iter().map(|stage| BTreeSet::from([stage]));
        for stages in std::iter::once(listed).filter(|one| !one.is_empty()).chain(rows) {
            together.entry((stages, lone)).or_default().push(persona);
        }
    }
    let mut places: Vec<_> = together.into_iter().map(|((stages, _), who)| (who, stages)).collect();
    places.sort();
    let joined = |places: &mut dyn Iterator<Item = &str>| places.collect::<Vec<_>>().join(PARTING);
    let cells = |(who, stages): &(Vec<usize>, BTreeSet<usize>)| {
        let who = joined(&mut who.iter().map(|at| persona_names[at]));
        (who, joined(&mut stages.iter().map(|at| stage_names[at])))
    };
    places.iter().map(cells).collect()
}

fn rows_of(plan: &Architecture, asset: &Arc<Asset>, names: &Names) -> Vec<Vec<String>> {
    let mut places = places(plan, asset, names);
    if places.is_empty() {
        places.push((String::new(), String::new()));
    }
    places.into_iter().map(|place| row(plan, asset, place)).collect()
}

/// The cells of a row, in the order of [`ASSET_COLUMNS`].
fn row(plan: &Architecture, asset: &Asset, (personas, stages): (String, String)) -> Vec<String> {
    let format = asset.format_id.and_then(|id| plan.formats.get(id));
    let channels: Vec<_> = asset.channels.iter().map(|channel| channel.as_word()).collect();
    let editorial = &asset.editorial;
    vec![
        asset.title.clone(),
        asset.url.clone(),
        format.map(|format| format.name.clone()).unwrap_or_default(),
        word(asset.purpose),
        asset.status.as_word().to_owned(),
        asset.owner.clone(),
        asset.themes.join(PARTING),
        asset.language.clone(),
        day(asset.published_on),
        day(asset.reviewed_on),
        day(asset.due_on),
        asset.cost.as_ref().map(ToString::to_string).unwrap_or_default(),
        asset.external_id.clone(),
        personas,
        stages,
        asset.summary.clone(),
        yes_or_no(Some(asset.interactive)),
        yes_or_no(Some(asset.visual)),
        yes_or_no(Some(asset.on_demand)),
        channels.join(PARTING),
        asset.takeaways.join("\n"),
        next_step(plan, &asset.maintain),
        next_step(plan, &asset.deepen),
        yes_or_no(editorial.educates),
        yes_or_no(editorial.off_product),
        yes_or_no(editorial.expert),
        word(asset.funding),
        asset.budget.as_ref().map(ToString::to_string).unwrap_or_default(),
    ]
}

fn word(value: Option<impl Word>) -> String {
    value.map(|value| value.as_word().to_owned()).unwrap_or_default()
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn yes_or_no(answer: Option<bool>) -> String {
    answer.map_or("", |yes| if yes { "yes" } else { "no" }).to_owned()
}

/// "Book a demo <https://example.com/demo>", or the title of the asset that comes next.
fn next_step(plan: &Architecture, step: &NextStep) -> String {
    let next = step.asset_id.and_then(|id| plan.assets.get(id)).map(|asset| asset.title.clone());
    let address = (!step.url.is_empty()).then(|| format!("<{}>", step.url));
    let text = (!step.text.is_empty()).then(|| step.text.clone());
    [text, next, address].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
