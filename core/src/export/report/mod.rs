//! The report: what a review talks about as a document that needs no explaining, and as a workbook
//! to go on working with. It is put together once from the plan, its agenda and what turned since
//! an older snapshot; documents, pages and workbooks say the same because they say this.
//!
//! Pure: coverage, time zone, snapshot and review are parameters.

mod changes;
mod demand;
mod gaps;
mod money;
pub(super) mod names;
mod practice;
mod summary;

use super::document::{Block, Document};
use super::words::date;
use crate::coverage::{Filter, Gap, Ledger, Map, Score};
use crate::figure::coverage_map;
use crate::maturity::Maturity;
use crate::model::{Architecture, Decision, Review};
use crate::review::{Agenda, Carried, carried_into};
use crate::snapshot::{
    AssetCounts, Comparison, DemandFigures, Figures, NeedFigures, freeze, freeze_needs,
};
use chrono::NaiveDate;
use chrono_tz::Tz;
pub use demand::{Demand, FunnelPart, HeadFigure};
pub(super) use money::answer;
use names::Names;
pub(super) use names::is_better;
use std::sync::Arc;

/// So many rows of a map fit on a page.
const ROWS: usize = 14;

/// What a report is to tell besides the plan.
#[derive(Clone, Debug, Default)]
pub struct Occasion {
    /// What it is compared with.
    pub since: Option<Since>,
    /// The review it is for.
    pub review: Option<Arc<Review>>,
    /// What is known of demand; `None` = nothing was imported.
    pub demand: Option<Demand>,
}

/// An older snapshot, and a newer one.
#[derive(Clone, Debug)]
pub struct Since {
    /// What the older one is called.
    pub name: String,
    /// Its figures.
    pub before: Figures,
    /// The newer figures.
    pub after: Figures,
}

/// A report.
#[derive(Clone, Debug)]
pub struct Report {
    pub(super) plan: Architecture,
    pub(super) workspace: String,
    pub(super) as_of: NaiveDate,
    pub(super) score: Score,
    pub(super) journeys: Vec<JourneyPart>,
    pub(super) agenda: Agenda,
    pub(super) assets: AssetCounts,
    pub(super) needs: Vec<NeedFigures>,
    pub(super) maturity: Maturity,
    pub(super) turned: Option<Turned>,
    pub(super) held: Option<Held>,
    pub(super) demand: Option<Demand>,
    pub(super) names: Names,
}

/// A journey with its map and all its gaps.
#[derive(Clone, Debug)]
pub(super) struct JourneyPart {
    pub(super) name: String,
    pub(super) map: Map,
    pub(super) gaps: Vec<Gap>,
}

/// What turned since an older snapshot.
#[derive(Clone, Debug)]
pub(super) struct Turned {
    pub(super) name: String,
    pub(super) before: Figures,
    pub(super) after: Figures,
    pub(super) comparison: Comparison,
}

/// A review and its decisions.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) review: Arc<Review>,
    pub(super) decisions: Vec<Arc<Decision>>,
    pub(super) carried: Vec<Carried>,
}

impl Report {
    /// The report of a plan, with its coverage as of a day.
    pub fn of(ledger: &Ledger, zone: Tz, occasion: Occasion) -> Self {
        let plan = ledger.architecture();
        let figures = freeze(ledger, DemandFigures::default());
        let since = occasion.since.as_ref().map(|since| since.before.as_of);
        let turned = occasion.since.map(|since| {
            let Since { name, before, after } = since;
            let comparison = Comparison::between(&before, &after);
            Turned { name, before, after, comparison }
        });
        Self {
            workspace: plan.workspace().map(|one| one.name.clone()).unwrap_or_default(),
            as_of: ledger.as_of(),
            score: figures.workspace,
            journeys: journeys(ledger),
            agenda: Agenda::of(ledger, since),
            maturity: Maturity::of(ledger, zone),
            names: Names::of(plan, turned.as_ref().map(|turned| [&turned.before, &turned.after])),
            held: occasion.review.map(|review| held(plan, review)),
            assets: figures.assets,
            needs: freeze_needs(ledger).collect(),
            demand: occasion.demand,
            plan: plan.clone(),
            turned,
        }
    }

    /// The report as a document.
    pub fn document(&self) -> Document {
        let title = self.held.as_ref().map_or("Content architecture", |held| &held.review.name);
        let mut document = Document {
            title: title.to_owned(),
            workspace: self.workspace.clone(),
            overline: format!("{} · report as of {}", self.workspace, date(self.as_of)),
            as_of: self.as_of,
            is_close: false,
            blocks: Vec::new(),
        };
        let into = &mut document;
        self.put_summary(into);
        self.put_maps(into);
        self.put_gaps(into);
        self.put_scorecard(into);
        self.put_funnel(into);
        self.put_needs(into);
        self.put_disagreements(into);
        self.put_funding(into);
        self.put_stop(into);
        self.put_programmes(into);
        self.put_maturity(into);
        self.put_comparison(into);
        self.put_decisions(into);
        put_method(into);
        document
    }

    fn put_maps(&self, into: &mut Document) {
        if self.journeys.is_empty() {
            return;
        }
        into.heading(1, "Coverage");
        into.note(
            "Each cell is a persona at a stage: its state, how many pieces stand there, and a flag \
             for needs that must be met and are not.",
        );
        into.blocks.push(Block::Legend);
        for journey in &self.journeys {
            into.heading(2, journey.name.clone());
            into.paragraph(summary::of_journey(&journey.map.score));
            if journey.map.cells.is_empty() {
                into.note("There is no map yet: it takes at least one persona and one stage.");
                continue;
            }
            let map = coverage_map(&journey.name, &journey.map);
            into.blocks.extend(map.in_pieces(ROWS).into_iter().map(Block::Figure));
        }
    }
}

fn journeys(ledger: &Ledger) -> Vec<JourneyPart> {
    let journeys = ledger.architecture().journeys.in_order().into_iter();
    let part = |journey: Arc<crate::model::Journey>| {
        Some(JourneyPart {
            name: journey.name.clone(),
            map: ledger.map(journey.id, &Filter::default())?,
            gaps: ledger.gaps(journey.id, &Filter::default()),
        })
    };
    journeys.filter_map(part).collect()
}

fn held(plan: &Architecture, review: Arc<Review>) -> Held {
    let all = plan.decisions.in_order().into_iter();
    let decisions = all.filter(|decision| decision.review_id == review.id).collect();
    Held { decisions, carried: carried_into(plan, &review), review }
}

fn put_method(into: &mut Document) {
    into.heading(1, "How this is counted");
    into.list([
        "A cell is covered when live content in it moves the deal on, as marketing and sales say \
         themselves. It is thin where that holds only in part.",
        "The score weighs each cell by the say its persona has in the decision, from 1 to 5: \
         covered counts 1, thin ½, everything else 0.",
        "Gaps are ranked by decision weight, by how far the cell is from covered, by how much the \
         stage leaks and by what is at stake there; 100 is the largest of its journey.",
        "Content is live when it is published and within the shelf life of its format.",
        "What nobody has said is called no data and is never counted as 0.",
    ]);
}
