//! A changed model beside the one that is applied, over the history of all leads.

use super::model::applied;
use super::scorer::{FIELDS, Scores, Scoring, counted_all};
use crate::demand::answers::Answers;
use crate::demand::deals::deals;
use crate::demand::scan::scan;
use crate::demand::stamps::newest;
use crate::error::Result;
use crate::facts::FactKey;
use crate::facts::field::LeadField;
use crate::model::text::fold;
use crate::model::{Millis, ScoringRecipe};
use crate::plan::Plan;
use crate::plan::facts::{Part, Wanted};
use crate::scoring::{Backtest, Outcome, Run, Standing, Tested};
use serde::Serialize;
use std::collections::HashMap;
use ts_rs::TS;

/// So many leads that only one of the models hands over are named.
const NAMED: usize = 50;

/// What one model did.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ModelTest {
    /// Leads handed over.
    pub handed: u64,
    /// Of those, accepted by sales.
    pub accepted: u64,
    /// Of those, turned back.
    pub turned_back: u64,
    /// Of those, won.
    pub won: u64,
    /// Of those, lost.
    pub lost: u64,
    /// Won, and handed over before the deal opened.
    pub won_in_time: u64,
    /// All that were won, handed over or not.
    pub all_won: u64,
    /// Won of those whose outcome is known (0–1); `None` where none is known.
    pub precision: Option<f64>,
    /// Handed over in time, of those that were won (0–1); `None` where none was won.
    pub recall: Option<f64>,
}

impl From<Tested> for ModelTest {
    fn from(one: Tested) -> Self {
        Self {
            handed: one.handed,
            accepted: one.accepted,
            turned_back: one.turned_back,
            won: one.won,
            lost: one.lost,
            won_in_time: one.won_in_time,
            all_won: one.all_won,
            precision: one.precision(),
            recall: one.recall(),
        }
    }
}

/// A lead that only one of the models hands over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TestedLead {
    /// Its number.
    pub key: u32,
    /// What it is called: the address, else the name.
    pub name: String,
    /// When it is handed over.
    pub at: Millis,
    /// Whether its deal was won; `None` = not known.
    pub won: Option<bool>,
}

/// An old and a new model side by side.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BacktestReport {
    /// As of when.
    pub as_of: Option<Millis>,
    /// All leads.
    pub leads: u64,
    /// The model that is applied.
    pub old: ModelTest,
    /// The changed one.
    pub new: ModelTest,
    /// Leads that both hand over.
    pub both: u64,
    /// Leads that only the old one does.
    pub only_old: u64,
    /// Leads that only the new one does.
    pub only_new: u64,
    /// Of those, leads whose outcome is not known: they were never sold to.
    pub only_new_unknown: u64,
    /// Some that only the old one hands over, the latest first.
    pub lost_leads: Vec<TestedLead>,
    /// Some that only the new one hands over, the latest first.
    pub new_leads: Vec<TestedLead>,
}

/// What became of leads: by folded address or id, the outcome and when the deal was opened.
type Ends = HashMap<String, (Outcome, Option<i64>)>;

/// Work of one thread.
struct Tester<'a> {
    scores: Scores<'a>,
    test: Backtest,
    lost_leads: Vec<TestedLead>,
    new_leads: Vec<TestedLead>,
}

/// Runs a changed model over the history beside the one that is applied, as of the newest time in
/// the files.
pub fn backtest(plan: &Plan, recipe: &ScoringRecipe) -> Result<BacktestReport> {
    recipe.check()?;
    let view = plan.view();
    let as_of = newest(&view);
    let t = as_of.map_or(i64::MAX / 4, |at| at.0);
    // Who would have been handed over does not depend on what was answered; what was accepted does.
    let scoring = Scoring::of(plan)?.unanswered();
    let answers = Answers::of(plan)?;
    let old = applied(&view).recipe;
    let recipes = [&old, recipe];
    let counted = counted_all(&recipes);
    let ends = ends(plan)?;
    let mut fields = FIELDS.to_vec();
    fields.extend([LeadField::Email, LeadField::ExternalId, LeadField::Name]);
    let make = || Tester {
        scores: Scores::new(&view, &scoring, &recipes, &counted),
        test: Backtest::default(),
        lost_leads: Vec::new(),
        new_leads: Vec::new(),
    };
    let testers = scan(
        plan,
        Wanted { fields: &fields, events: true, history: None },
        make,
        |tester, part| {
            tester.look(part, t, &ends, &answers);
        },
    )?;
    Ok(summed(as_of, testers))
}

fn summed(as_of: Option<Millis>, testers: Vec<Tester<'_>>) -> BacktestReport {
    let mut test = Backtest::default();
    let (mut lost_leads, mut new_leads) = (Vec::new(), Vec::new());
    for tester in testers {
        test.add(&tester.test);
        lost_leads.extend(tester.lost_leads);
        new_leads.extend(tester.new_leads);
    }
    for leads in [&mut lost_leads, &mut new_leads] {
        leads.sort_by_key(|lead| (std::cmp::Reverse(lead.at), lead.key));
        leads.truncate(NAMED);
    }
    BacktestReport {
        as_of,
        leads: test.leads,
        old: test.old.into(),
        new: test.new.into(),
        both: test.both,
        only_old: test.only_old,
        only_new: test.only_new,
        only_new_unknown: test.only_new_unknown,
        lost_leads,
        new_leads,
    }
}

impl Tester<'_> {
    fn look(&mut self, part: &Part, t: i64, ends: &Ends, answers: &Answers) {
        let mut found: Vec<(u16, [Option<i64>; 2])> = Vec::with_capacity(part.size);
        self.scores.look(part, t, &mut |slot, standings: &[Standing]| {
            found.push((slot, [standings[0].first_handed, standings[1].first_handed]));
        });
        let said = |at: usize, slot: u16| part.columns[FIELDS.len() + at].get(slot.into());
        for (slot, [old, new]) in found {
            let end = ends.get(said(0, slot)).or_else(|| ends.get(&fold(said(1, slot))));
            let (outcome, opened) = end.copied().unwrap_or_default();
            let accepted = answers.accepted(FactKey::at(part.segment, slot));
            self.test.push(&Run { old, new, outcome, opened, accepted });
            let won = match outcome {
                Outcome::Won => Some(true),
                Outcome::Lost => Some(false),
                Outcome::None | Outcome::Open => None,
            };
            let list = match (old, new) {
                (Some(at), None) => Some((&mut self.lost_leads, at)),
                (None, Some(at)) => Some((&mut self.new_leads, at)),
                _ => None,
            };
            if let Some((list, at)) = list {
                let name = [0, 2, 1].map(|at| said(at, slot));
                let name = name.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
                let key = FactKey::at(part.segment, slot).0;
                list.push(TestedLead { key, name: name.to_owned(), at: Millis(at), won });
                if list.len() > NAMED * 4 {
                    list.sort_by_key(|lead| (std::cmp::Reverse(lead.at), lead.key));
                    list.truncate(NAMED);
                }
            }
        }
    }
}

/// What became of the leads of all deals: of several deals of one lead a won one, else the first.
fn ends(plan: &Plan) -> Result<Ends> {
    let mut ends = Ends::new();
    for deal in deals(plan)? {
        let end = (deal.outcome, deal.opened);
        for lead in deal.leads {
            let known = ends.entry(lead).or_insert(end);
            if end.0 == Outcome::Won && known.0 != Outcome::Won {
                *known = end;
            }
        }
    }
    Ok(ends)
}
