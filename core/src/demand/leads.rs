//! The list of leads: filtered, sorted, a window of it.
//!
//! The order of a list is worked out from the columns it is sorted and filtered by, and kept while
//! somebody scrolls; only the leads of the window are read wholly.

use super::advocates::advocates;
use super::funnel::{FunnelLeads, LeadGroup, members};
use super::kpi::{Behind, leads_behind};
use super::persona::Personas;
use super::scan::scan;
use super::score::{FIELDS, LeadState, SaidStages, Scores, Scoring, Stages, applied, counted_all};
use super::sorter::{Acts, BLANK, Sorter};
use super::stamps::newest;
use crate::error::Result;
use crate::facts::FactKey;
use crate::facts::event::Events;
use crate::facts::field::LeadField;
use crate::facts::subject::Subject;
use crate::id::{JourneyId, PersonaId, StageId};
use crate::model::{Architecture, Millis, words};
use crate::plan::Plan;
use crate::plan::facts::{OneRow, Wanted};
use crate::scoring::Standing;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::HashMap;
use ts_rs::TS;

/// How many rows a window has unless told, and at most.
const USUAL: usize = 100;
const MOST: usize = 1_000;

words! {
    /// What a list of leads can be sorted by.
    LeadSort {
        /// When it last did something.
        Activity = "activity",
        /// Its score.
        Score = "score",
        /// How much content it requested.
        Requests = "requests",
        /// How much of that it opened.
        Opened = "opened",
        /// Name, else address.
        Name = "name",
        /// Title.
        Title = "title",
        /// Level.
        Level = "level",
        /// Company.
        Company = "company",
        /// Industry.
        Industry = "industry",
        /// Country.
        Country = "country",
    }
}

/// Which leads, in which order, and which part of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct LeadQuery {
    /// Only those whose address, name, title or company holds this.
    #[ts(as = "Option<String>")]
    pub text: String,
    /// Only those of this persona.
    pub persona: Option<PersonaId>,
    /// Only those whose title tells of no persona.
    #[ts(as = "Option<bool>")]
    pub without_persona: bool,
    /// Only those that stand there.
    pub state: Option<LeadState>,
    /// Only those of this group of the funnel.
    pub group: Option<LeadGroup>,
    /// The journey whose funnel that is; the first unless given.
    pub journey: Option<JourneyId>,
    /// Only those that are at this stage of the funnel.
    pub stage: Option<StageId>,
    /// Only those behind this figure.
    pub behind: Option<Behind>,
    /// Only those whose content says another stage than is recorded.
    #[ts(as = "Option<bool>")]
    pub stages_differ: bool,
    /// As of when leads are scored; the newest time in the files unless given.
    pub at: Option<Millis>,
    /// Sorted by this; by last activity unless told, the latest first.
    pub sort: Option<LeadSort>,
    /// The other way round.
    #[ts(as = "Option<bool>")]
    pub reversed: bool,
    /// The first row wanted, from 0.
    #[ts(as = "Option<usize>")]
    pub offset: usize,
    /// How many rows; 100 unless given, 1,000 at most.
    pub limit: Option<usize>,
}

/// A lead in a list.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeadRow {
    /// Its number.
    pub key: u32,
    /// The e-mail address; empty where none is known.
    pub email: String,
    /// The name.
    pub name: String,
    /// The job title.
    pub title: String,
    /// The level.
    pub level: String,
    /// The company.
    pub company: String,
    /// The industry.
    pub industry: String,
    /// The country.
    pub country: String,
    /// The persona that the title tells of.
    pub persona: Option<PersonaId>,
    /// Pieces of content requested.
    pub requests: u32,
    /// Pieces of content opened.
    pub opened: u32,
    /// Whether it is marked as an advocate.
    pub advocate: bool,
    /// When it last did something.
    pub last_activity: Option<Millis>,
    /// Its score, as of the newest time in the files.
    pub score: f64,
    /// Where it stands.
    pub state: LeadState,
    /// Since when; `None` = from the beginning.
    pub since: Option<Millis>,
    /// When that changes if nothing happens; `None` = it does not.
    pub flips_at: Option<Millis>,
    /// The stage that most of the content it engaged with is placed at.
    pub content_says: Option<StageId>,
    /// The stage that is recorded of it.
    pub recorded: Option<StageId>,
}

/// A part of the list of leads.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeadList {
    /// All leads.
    pub leads: usize,
    /// Those that pass.
    pub total: usize,
    /// The newest time in the files.
    pub as_of: Option<Millis>,
    /// The rows wanted.
    pub rows: Vec<LeadRow>,
}

/// The order of a list, to be kept while somebody scrolls.
#[derive(Clone, Debug)]
pub struct LeadOrder {
    leads: usize,
    keys: Vec<FactKey>,
}

/// The order of the leads that pass.
pub fn order(plan: &Plan, query: &LeadQuery) -> Result<LeadOrder> {
    let view = plan.view();
    let fields = query.fields();
    let wanted = Wanted { fields: &fields, events: query.needs_events(), history: None };
    let scored = query.needs_scores() || query.stages_differ;
    let scoring = if scored { Some(Scoring::of(plan)?) } else { None };
    let model = applied(&view).recipe;
    let recipes = [&model];
    let counted = counted_all(&recipes);
    let t = query.at.or_else(|| newest(&view));
    let scores = || {
        let scoring = scoring.as_ref()?;
        Some((Scores::new(&view, scoring, &recipes, &counted), t.map_or(0, |at| at.0)))
    };
    let make = || Sorter::new(&view, query, &fields, scores());
    let sorters = scan(plan, wanted, make, Sorter::look)?;
    let mut leads = 0;
    let mut all = Vec::new();
    for sorter in sorters {
        leads += sorter.leads;
        all.extend(sorter.found);
    }
    for keys in query.of_figures(plan)? {
        all.retain(|(_, key)| keys.binary_search(key).is_ok());
    }
    if query.reversed {
        // What is blank stays last.
        all.sort_unstable_by_key(|(rank, key)| (*rank == BLANK, Reverse(*rank), *key));
    } else {
        all.sort_unstable();
    }
    Ok(LeadOrder { leads, keys: all.into_iter().map(|(_, key)| key).collect() })
}

/// The window of a list whose order is known.
pub fn window(plan: &Plan, query: &LeadQuery, order: &LeadOrder) -> Result<LeadList> {
    let view = plan.view();
    let limit = query.limit.unwrap_or(USUAL).min(MOST);
    let first = query.offset.min(order.keys.len());
    let keys = &order.keys[first..(first + limit).min(order.keys.len())];
    Ok(LeadList {
        leads: order.leads,
        total: order.keys.len(),
        as_of: newest(&view),
        rows: rows(plan, &view, keys, query.at)?,
    })
}

/// Leads as rows of a list, in the order given; those that are gone are left out.
pub(super) fn rows(
    plan: &Plan,
    view: &Architecture,
    keys: &[FactKey],
    at: Option<Millis>,
) -> Result<Vec<LeadRow>> {
    let mut by_segment: HashMap<u32, Vec<u16>> = HashMap::new();
    for key in keys {
        by_segment.entry(key.segment()).or_default().push(key.slot());
    }
    let mut personas = Personas::of(view);
    let scoring = Scoring::of(plan)?;
    let model = applied(view).recipe;
    let recipes = [&model];
    let counted = counted_all(&recipes);
    let mut scores = Scores::new(view, &scoring, &recipes, &counted);
    let t = at.or_else(|| newest(view)).map_or(0, |at| at.0);
    let mut stages = Stages::of(view);
    let advocates = advocates(plan)?;
    let mut found: HashMap<FactKey, LeadRow> = HashMap::new();
    plan.read_facts(1, |facts, sessions| {
        for (segment, slots) in &by_segment {
            let chosen = facts.some(&mut *sessions[0], Subject::Lead, *segment, slots)?;
            for lead in &chosen.rows {
                let key = FactKey::at(*segment, lead.slot);
                let scored = scores.one((*segment, lead), &chosen.events, (&mut stages, t));
                let is_advocate = advocates.contains_key(&key);
                let found_out = (&*chosen.events, scored);
                let row = row((key, is_advocate), lead, found_out, &mut personas);
                found.insert(key, row);
            }
        }
        Ok(())
    })?;
    Ok(keys.iter().filter_map(|key| found.remove(key)).collect())
}

fn row(
    (key, advocate): (FactKey, bool),
    lead: &OneRow,
    (events, (standing, said)): (&[Events], (Standing, SaidStages)),
    personas: &mut Personas,
) -> LeadRow {
    let acts = Acts::of(events, lead.slot);
    let text = |field: LeadField| lead.get(field).to_owned();
    LeadRow {
        key: key.0,
        email: text(LeadField::Email),
        name: text(LeadField::Name),
        persona: personas.of_title(lead.get(LeadField::Title)),
        title: text(LeadField::Title),
        level: text(LeadField::Level),
        company: text(LeadField::Company),
        industry: text(LeadField::Industry),
        country: text(LeadField::Country),
        requests: acts.requests,
        opened: acts.opened,
        advocate,
        last_activity: acts.last.map(Millis),
        score: standing.score,
        state: standing.state.into(),
        since: standing.since.map(Millis),
        flips_at: standing.flips_at.map(Millis),
        content_says: said.content,
        recorded: said.recorded,
    }
}

impl LeadQuery {
    pub(super) fn by(&self) -> LeadSort {
        self.sort.unwrap_or(LeadSort::Activity)
    }

    /// The leads that the filters by the funnel and by a figure let pass, each in the order of their keys.
    fn of_figures(&self, plan: &Plan) -> Result<Vec<Vec<FactKey>>> {
        let group = self.group.map(|group| FunnelLeads::Group(self.journey, group));
        let at = self.stage.map(FunnelLeads::At);
        let of_funnel = group.into_iter().chain(at).map(|which| members(plan, &which));
        let behind = self.behind.iter().map(|behind| leads_behind(plan, self.journey, behind));
        of_funnel.chain(behind).collect()
    }

    /// The fields that filter and sort.
    fn fields(&self) -> Vec<LeadField> {
        let mut fields = Vec::new();
        if !self.text.trim().is_empty() {
            fields.extend([
                LeadField::Email,
                LeadField::Name,
                LeadField::Title,
                LeadField::Company,
            ]);
        }
        if self.persona.is_some() || self.without_persona {
            fields.push(LeadField::Title);
        }
        match self.by() {
            LeadSort::Activity | LeadSort::Requests | LeadSort::Opened | LeadSort::Score => {}
            LeadSort::Name => fields.extend([LeadField::Name, LeadField::Email]),
            LeadSort::Title => fields.push(LeadField::Title),
            LeadSort::Level => fields.push(LeadField::Level),
            LeadSort::Company => fields.push(LeadField::Company),
            LeadSort::Industry => fields.push(LeadField::Industry),
            LeadSort::Country => fields.push(LeadField::Country),
        }
        fields.sort_unstable();
        fields.dedup();
        if self.needs_scores() || self.stages_differ {
            fields.retain(|field| !FIELDS.contains(field));
            fields.splice(..0, FIELDS);
        }
        if self.stages_differ {
            fields.push(LeadField::Stage);
        }
        fields
    }

    /// Whether each lead has to be scored.
    pub(super) fn needs_scores(&self) -> bool {
        self.by() == LeadSort::Score || self.state.is_some()
    }

    fn needs_events(&self) -> bool {
        self.by().needs_events() || self.needs_scores() || self.stages_differ
    }
}

impl LeadSort {
    pub(super) fn needs_events(self) -> bool {
        matches!(self, Self::Activity | Self::Requests | Self::Opened)
    }
}
