//! The order in which deal checks are asked: first what flips a cell (METHOD.md).

use super::cell::State;
use super::fact::Fact;
use super::freshness::Standing;
use super::ledger::Ledger;
use super::row::Row;
use super::tally::{Demands, Tally};
use crate::id::{AssetId, FormatId, PersonaId, PlacementId, StageId};
use crate::model::{Answer, Millis, Money, Side, words};
use chrono::{DateTime, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

words! {
    /// Why a side is asked about a placement: the first that holds.
    Ask {
        /// It has not answered.
        Unchecked = "unchecked",
        /// It was unsure.
        Unsure = "unsure",
        /// The other side says something else.
        Disagreement = "disagreement",
        /// Its answer is older than a year.
        Old = "old",
    }
}

/// Days after which an answer is asked for again.
const YEAR: u64 = 365;

/// A placement a side is asked about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// The placement.
    pub placement_id: PlacementId,
    /// What is placed.
    pub asset_id: AssetId,
    /// For whom.
    pub persona_id: PersonaId,
    /// Where.
    pub stage_id: StageId,
    /// The asset's format.
    pub format_id: Option<FormatId>,
    /// Why it is asked.
    pub ask: Ask,
    /// What the side says so far.
    pub answer: Option<Answer>,
    /// What the other side says.
    pub other: Option<Answer>,
    /// The state of the cell.
    pub state: State,
    /// The state it would have with a yes.
    pub if_yes: State,
    /// Decision weight × the credit that a yes would add.
    pub adds: f64,
    /// The money that waits in the cell; `None` = none is known.
    pub waits: Option<Money>,
}

/// Questions of one format for one persona at one stage: "12 posts, CFO, Inquiry".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuestionGroup {
    /// The format.
    pub format_id: Option<FormatId>,
    /// For whom.
    pub persona_id: PersonaId,
    /// Where.
    pub stage_id: StageId,
    /// The state of the cell.
    pub state: State,
    /// In the order of the questions.
    pub placement_ids: Vec<PlacementId>,
}

impl Ledger {
    /// What a side is to be asked, over all journeys: what is unchecked, then unsure,
    /// disagreements and old answers; each by what a yes adds × the stake (1 where no money is
    /// known), then in the order of stages and personas.
    /// Retired assets and cells that are not applicable are not asked about.
    pub fn questions(&self, side: Side) -> Vec<Question> {
        let mut questions = Vec::new();
        for section in &self.layout.sections {
            let worths = self.worths(section);
            for column in section.columns.clone() {
                for (at, row) in self.rows.iter().enumerate() {
                    let place = column - section.columns.start;
                    let stake = worths.priced.stake(at, place);
                    let waits = worths.at(at, place).and_then(|worth| worth.waits);
                    let asked = self.questions_at(row, column, side).into_iter();
                    questions.extend(asked.map(|mut question| {
                        question.waits.clone_from(&waits);
                        (question.adds * stake, question)
                    }));
                }
            }
        }
        questions.sort_by(|a, b| a.1.ask.cmp(&b.1.ask).then(b.0.total_cmp(&a.0)));
        questions.into_iter().map(|(_, question)| question).collect()
    }

    /// The day on which the first answer of a side, of those it is not asked for now, gets old.
    pub fn asks_again_on(&self, side: Side) -> Option<NaiveDate> {
        let settled = self.facts_in_use().filter(|fact| ask(fact, side, self.as_of()).is_none());
        settled.filter_map(|fact| old_on(fact.of(side).answered_at?)).min()
    }

    /// Placements in use on which the sides differ.
    pub fn disagreements(&self) -> impl Iterator<Item = PlacementId> {
        self.facts_in_use().filter(|fact| fact.disagreement).map(Fact::id)
    }

    fn questions_at(&self, row: &Row, column: usize, side: Side) -> Vec<Question> {
        let (cell, stage) = (&row.cells[column], &self.layout.columns[column].stage);
        if !cell.state.is_applicable() {
            return Vec::new();
        }
        let facts = self.facts.at(row.persona.id, stage.id).iter();
        let facts = || facts.clone().filter(|fact| fact.standing() != Standing::Retired);
        let tally = Tally::of(facts());
        let demands = Demands::of(stage.phase, &cell.needs);
        let asked = facts().filter_map(|fact| Some((fact, ask(fact, side, self.as_of())?)));
        let questions = asked.map(|(fact, ask)| {
            // Sales' answer stands over marketing's, so a yes of marketing changes nothing then.
            let decides = side == Side::Sales || fact.sales.answer.is_none();
            let if_yes = if decides { tally.if_yes(fact).state(demands) } else { cell.state };
            let gain = if_yes.credit() - cell.credit;
            Question {
                placement_id: fact.id(),
                asset_id: fact.placement.asset_id,
                persona_id: row.persona.id,
                stage_id: stage.id,
                format_id: fact.asset.format,
                ask,
                answer: fact.of(side).answer,
                other: fact.of(other(side)).answer,
                state: cell.state,
                if_yes,
                adds: f64::from(row.persona.weight) * gain,
                waits: None,
            }
        });
        questions.collect()
    }
}

fn other(side: Side) -> Side {
    match side {
        Side::Marketing => Side::Sales,
        Side::Sales => Side::Marketing,
    }
}

/// Why a side is to be asked about a placement, if it is.
fn ask(fact: &Fact, side: Side, as_of: NaiveDate) -> Option<Ask> {
    let own = fact.of(side);
    if own.unsure {
        return Some(Ask::Unsure);
    }
    let Some(answered_at) = own.answered_at else { return Some(Ask::Unchecked) };
    if fact.disagreement {
        return Some(Ask::Disagreement);
    }
    (as_of >= old_on(answered_at)?).then_some(Ask::Old)
}

/// The day from which on an answer is old.
fn old_on(answered_at: Millis) -> Option<NaiveDate> {
    let day = DateTime::from_timestamp_millis(answered_at.0)?.date_naive();
    day.checked_add_days(Days::new(YEAR + 1))
}

/// Questions that can be answered together, each group where its first question stands.
pub fn groups(questions: &[Question]) -> Vec<QuestionGroup> {
    let mut places: HashMap<_, usize> = HashMap::new();
    let mut groups: Vec<QuestionGroup> = Vec::new();
    for question in questions {
        let key = (question.format_id, question.persona_id, question.stage_id);
        let place = *places.entry(key).or_insert_with(|| {
            let (format_id, persona_id, stage_id) = key;
            groups.push(QuestionGroup {
                format_id,
                persona_id,
                stage_id,
                state: question.state,
                placement_ids: Vec::new(),
            });
            groups.len() - 1
        });
        groups[place].placement_ids.push(question.placement_id);
    }
    groups
}
