//! Gaps, ranked by what closing them is worth (METHOD.md).

use super::cell::{Cell, State};
use super::fact::Facts;
use super::filter::Filter;
use super::freshness::Standing;
use super::layout::Section;
use super::ledger::Ledger;
use super::worth::{Worth, Worths};
use crate::id::{FormatId, JourneyId, PersonaId, StageId};
use crate::model::{Architecture, Asset, Funding, Money, Persona, Sum};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use ts_rs::TS;

/// The factors of a gap's priority: their product.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Factors {
    /// The persona's decision weight, 1–5.
    pub weight: f64,
    /// 1 − credit.
    pub shortfall: f64,
    /// How much the stage leaks, 0–1; 0.5 without history.
    pub leak: f64,
    /// The money that waits in the cell, in minor units of the workspace's currency: 5% of the mean
    /// of the journey's cells at least, and 1 where none is known.
    pub stake: f64,
    /// The stake is the neutral 1, for no money is known of the journey.
    pub neutral: bool,
}

impl Factors {
    /// `weight × shortfall × leak × stake`.
    pub fn priority(&self) -> f64 {
        self.leak * self.but_for_the_leak()
    }

    /// `weight × shortfall × stake`: what gaps are ranked by where nothing leaks anywhere.
    fn but_for_the_leak(&self) -> f64 {
        self.weight * self.shortfall * self.stake
    }
}

/// What a piece in the format that a gap would take has cost so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeanCost {
    /// The format.
    pub format_id: FormatId,
    /// Its name.
    pub format: String,
    /// The mean cost of its published assets, in the workspace's currency.
    pub mean: Money,
    /// Over how many.
    pub assets: u32,
}

/// An applicable cell that is not covered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Gap {
    /// Whose.
    pub persona_id: PersonaId,
    /// The persona's name.
    pub persona: String,
    /// Where.
    pub stage_id: StageId,
    /// The stage's name.
    pub stage: String,
    /// The state of the cell.
    pub state: State,
    /// Its open must-needs.
    pub open_must_needs: u32,
    /// What its priority is made of.
    pub factors: Factors,
    /// What leak and stake are made of; none where nothing was imported.
    pub worth: Option<Worth>,
    /// The product of the factors.
    pub priority: f64,
    /// 100 × priority ÷ the largest of the journey.
    pub relative: f64,
    /// The mean production cost of the format it would take: of the formats that published assets
    /// at the stage have (else at its phase) and whose cost is known, one the persona prefers,
    /// else the most used. `None` = unknown.
    pub cost: Option<MeanCost>,
    /// What is planned there already.
    pub plans: GapPlans,
}

/// What is planned at a gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GapPlans {
    /// How many assets: ideas, planned and in production.
    pub assets: u32,
    /// The budgets of those that a reviewer funds.
    pub funded: Sum,
    /// The budgets of those that no reviewer has answered.
    pub asked: Sum,
}

impl Ledger {
    /// The gaps of a journey, largest first, counted on what passes the filter. Ties: more open
    /// must-needs, then stage order, then persona order. Empty where there is no such journey.
    pub fn gaps(&self, journey: JourneyId, filter: &Filter) -> Vec<Gap> {
        let Some(section) = self.layout.section(journey) else { return Vec::new() };
        let means = mean_costs(&self.architecture);
        let columns = section.columns.clone();
        let used: Vec<_> =
            columns.map(|column| self.formats_used(section, column, &means)).collect();
        let ranked = self.ranked(section, filter).into_iter();
        let costed = ranked.map(|(column, persona, gap)| {
            let cost = cost(&used[column - section.columns.start], &persona, &means);
            Gap { cost, plans: self.plans(&gap), ..gap }
        });
        costed.collect()
    }

    /// A cell as a gap of its journey, with its place among them, from 1; `None` where it is none.
    pub fn gap_at(
        &self,
        persona: PersonaId,
        stage: StageId,
        filter: &Filter,
    ) -> Option<(usize, Gap)> {
        let journey = self.architecture.stages.get(stage)?.journey_id;
        let section = self.layout.section(journey)?;
        let mut ranked = self.ranked(section, filter).into_iter().enumerate();
        let here = |gap: &Gap| (gap.persona_id, gap.stage_id) == (persona, stage);
        let (at, (column, persona, gap)) = ranked.find(|(_, (_, _, gap))| here(gap))?;
        let means = mean_costs(&self.architecture);
        let used = self.formats_used(section, column, &means);
        let plans = self.plans(&gap);
        Some((at + 1, Gap { cost: cost(&used, &persona, &means), plans, ..gap }))
    }

    /// What is planned at a gap.
    fn plans(&self, gap: &Gap) -> GapPlans {
        let facts = self.facts.at(gap.persona_id, gap.stage_id).iter();
        let planned = facts.filter(|fact| fact.standing() == Standing::Planned);
        let planned: Vec<&Asset> = planned
            .filter_map(|fact| self.architecture.asset(fact.placement.asset_id))
            .map(AsRef::as_ref)
            .collect();
        let sum = |funding| {
            let of = planned.iter().filter(|asset| asset.funding == funding);
            let budgets = of.map(|asset| (asset.budget.as_ref(), self.as_of()));
            Sum::in_plan(&self.architecture, budgets)
        };
        GapPlans {
            assets: u32::try_from(planned.len()).unwrap_or(u32::MAX),
            funded: sum(Some(Funding::Fund)),
            asked: sum(None),
        }
    }

    /// The gaps without their costs and plans, each with its column and its persona, largest first.
    fn ranked(&self, section: &Section, filter: &Filter) -> Vec<(usize, Arc<Persona>, Gap)> {
        let rows = self.rows(filter);
        let worths = self.worths(section);
        let mut gaps = Vec::new();
        for column in section.columns.clone() {
            let stage = &self.layout.columns[column].stage;
            let those = rows.iter().enumerate();
            for (at, row) in those.filter(|(_, row)| is_gap(&row.cells[column])) {
                let place = (at, column - section.columns.start);
                let gap = gap(&row.persona, &stage.name, &row.cells[column], &worths, place);
                gaps.push((column, Arc::clone(&row.persona), gap));
            }
        }
        rank(&mut gaps);
        gaps
    }

    /// The formats with a known cost that published assets at a stage have, else at its phase, and
    /// how many assets.
    fn formats_used(
        &self,
        section: &Section,
        column: usize,
        means: &HashMap<FormatId, MeanCost>,
    ) -> BTreeMap<FormatId, usize> {
        let id = |at: &usize| self.layout.columns[*at].stage.id;
        let here = formats_at(self, &[id(&column)], means);
        if !here.is_empty() {
            return here;
        }
        let mut spans = self.layout.spans[section.spans.clone()].iter();
        let phase = spans.find(|span| span.columns.contains(&column));
        phase
            .map(|span| span.columns.iter().map(id).collect::<Vec<_>>())
            .map_or_else(BTreeMap::new, |stages| formats_at(self, &stages, means))
    }
}

/// Puts gaps in order, the largest first, and says what each is of the largest. Where nothing leaks, it
/// does so everywhere, and tells no gap from another.
fn rank(gaps: &mut [(usize, Arc<Persona>, Gap)]) {
    let leaks = gaps.iter().any(|(_, _, gap)| gap.factors.leak > 0.0);
    let size = |gap: &Gap| if leaks { gap.priority } else { gap.factors.but_for_the_leak() };
    // Stable, so that equal ones stay in the order of stages and there of personas.
    gaps.sort_by(|(_, _, a), (_, _, b)| {
        let needs = Reverse(a.open_must_needs).cmp(&Reverse(b.open_must_needs));
        size(b).total_cmp(&size(a)).then(needs)
    });
    let largest = gaps.first().map_or(1.0, |(_, _, gap)| size(gap));
    for (_, _, gap) in gaps {
        gap.relative = 100.0 * (size(gap) / largest);
    }
}

fn is_gap(cell: &Cell) -> bool {
    cell.state.is_applicable() && cell.state != State::Covered
}

fn gap(
    persona: &Persona,
    stage: &str,
    cell: &Cell,
    worths: &Worths<'_>,
    (row, column): (usize, usize),
) -> Gap {
    let factors = Factors {
        weight: f64::from(persona.weight),
        shortfall: 1.0 - cell.credit,
        leak: worths.priced.leaks[column].share,
        stake: worths.priced.stake(row, column),
        neutral: worths.priced.is_neutral(),
    };
    Gap {
        persona_id: cell.persona_id,
        persona: persona.name.clone(),
        stage_id: cell.stage_id,
        stage: stage.to_owned(),
        state: cell.state,
        open_must_needs: cell.needs.open_must,
        factors,
        worth: worths.at(row, column),
        priority: factors.priority(),
        relative: 0.0,
        cost: None,
        plans: GapPlans { assets: 0, funded: Sum::default(), asked: Sum::default() },
    }
}

/// The mean cost of the format that a persona prefers among those used, else of the most used one.
fn cost(
    used: &BTreeMap<FormatId, usize>,
    persona: &Persona,
    means: &HashMap<FormatId, MeanCost>,
) -> Option<MeanCost> {
    let prefers = |format| persona.preferred_formats.contains(format);
    let (format, _) = used
        .iter()
        .max_by_key(|(format, assets)| (prefers(format), **assets, Reverse(**format)))?;
    means.get(format).cloned()
}

/// The formats with a known cost of the published assets placed at stages, and how many assets.
fn formats_at(
    ledger: &Ledger,
    stages: &[StageId],
    means: &HashMap<FormatId, MeanCost>,
) -> BTreeMap<FormatId, usize> {
    if means.is_empty() {
        return BTreeMap::new();
    }
    let cells = ledger.rows.iter().flat_map(|row| stages.iter().map(|id| (row.persona.id, *id)));
    let facts: &Facts = &ledger.facts;
    let published = cells
        .flat_map(|(persona, stage)| facts.at(persona, stage))
        .filter(|fact| fact.asset.freshness.is_published())
        .filter_map(|fact| Some((fact.asset.format?, fact.placement.asset_id)))
        .filter(|(format, _)| means.contains_key(format));
    let mut assets: Vec<_> = published.collect();
    assets.sort_unstable();
    assets.dedup();
    let mut counts = BTreeMap::new();
    for (format, _) in assets {
        *counts.entry(format).or_default() += 1;
    }
    counts
}

/// The mean cost of the published assets of each format, in the workspace's currency by the rates of
/// the day they came out (the latest ones where that is not known); what has no rate is left out.
pub fn mean_costs(architecture: &Architecture) -> HashMap<FormatId, MeanCost> {
    use crate::model::Status::Published;
    let Ok(workspace) = architecture.workspace() else { return HashMap::new() };
    let mut sums: HashMap<FormatId, (i128, u32)> = HashMap::new();
    for asset in architecture.assets.iter().filter(|asset| asset.status == Published) {
        let on = asset.published_on.unwrap_or(NaiveDate::MAX);
        let cost = asset.cost.as_ref().and_then(|cost| workspace.worth(cost, on));
        if let (Some(cost), Some(format)) = (cost, asset.format_id) {
            let (sum, count) = sums.entry(format).or_default();
            *sum += i128::from(cost);
            *count += 1;
        }
    }
    let mean = |(format, (sum, assets)): (FormatId, (i128, u32))| {
        let half = i128::from(assets) / 2;
        let minor = i64::try_from((sum + half) / i128::from(assets)).ok()?;
        let mean = Money { minor, currency: workspace.currency.clone() };
        let name = architecture.formats.get(format)?.name.clone();
        Some((format, MeanCost { format_id: format, format: name, mean, assets }))
    };
    sums.into_iter().filter_map(mean).collect()
}
