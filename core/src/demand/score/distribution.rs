//! How the scores of all leads lie under a model, and how many stand where.

use super::model::LeadState;
use super::scorer::{FIELDS, Scores, Scoring, counted_all};
use crate::demand::scan::scan;
use crate::demand::stamps::newest;
use crate::error::Result;
use crate::model::{Millis, ScoringRecipe, Word};
use crate::plan::Plan;
use crate::plan::facts::Wanted;
use crate::scoring::{Standing, State};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// How many points a bar is wide.
const WIDTH: u32 = 5;
/// The last bar holds all from here on.
const LAST: u32 = 40;

/// Leads whose scores lie close together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ScoreBin {
    /// The least score; those below 0 are in the first.
    pub from: u32,
    /// The score that is too much; `None` in the last.
    pub to: Option<u32>,
    /// So many leads.
    pub leads: u64,
}

/// How leads score under a model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ScoreDistribution {
    /// As of when.
    pub as_of: Option<Millis>,
    /// All leads.
    pub leads: u64,
    /// Leads that did nothing that counts and are nobody the model knows: their score is 0.
    pub at_zero: u64,
    /// Leads by where they stand.
    pub states: BTreeMap<String, u64>,
    /// The other leads by their scores.
    pub bins: Vec<ScoreBin>,
}

/// Counts of one thread.
struct Counts<'a> {
    scores: Scores<'a>,
    leads: u64,
    at_zero: u64,
    states: BTreeMap<State, u64>,
    bins: Vec<u64>,
}

impl Counts<'_> {
    fn add(&mut self, standing: &Standing) {
        self.leads += 1;
        *self.states.entry(standing.state).or_default() += 1;
        if standing.score == 0.0 {
            self.at_zero += 1;
            return;
        }
        self.bins[bin(standing.score)] += 1;
    }
}

/// The place of a score among the bars.
fn bin(score: f64) -> usize {
    let steps = (score / f64::from(WIDTH)).floor().clamp(0.0, f64::from(LAST));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 40")]
    let at = steps as usize;
    at
}

/// How all leads score under a model at `at`: as of the newest time in the files unless given.
pub fn distribution(
    plan: &Plan,
    recipe: &ScoringRecipe,
    at: Option<Millis>,
) -> Result<ScoreDistribution> {
    recipe.check()?;
    let view = plan.view();
    let as_of = at.or_else(|| newest(&view));
    let t = as_of.map_or(i64::MAX / 4, |at| at.0);
    let scoring = Scoring::of(plan)?;
    let recipes = [recipe];
    let counted = counted_all(&recipes);
    let make = || Counts {
        scores: Scores::new(&view, &scoring, &recipes, &counted),
        leads: 0,
        at_zero: 0,
        states: BTreeMap::new(),
        bins: vec![0; LAST as usize + 1],
    };
    let counts = scan(
        plan,
        Wanted { fields: &FIELDS, events: true, history: None },
        make,
        |counts, part| {
            let mut standings = Vec::with_capacity(part.size);
            counts.scores.look(part, t, &mut |_, found| standings.extend_from_slice(found));
            for standing in &standings {
                counts.add(standing);
            }
        },
    )?;
    Ok(summed(as_of, counts))
}

fn summed(as_of: Option<Millis>, counts: Vec<Counts<'_>>) -> ScoreDistribution {
    let mut found = ScoreDistribution {
        as_of,
        leads: 0,
        at_zero: 0,
        states: LeadState::ALL.iter().map(|state| (state.as_word().to_owned(), 0)).collect(),
        bins: (0..=LAST)
            .map(|at| ScoreBin {
                from: at * WIDTH,
                to: (at < LAST).then_some((at + 1) * WIDTH),
                leads: 0,
            })
            .collect(),
    };
    for one in counts {
        found.leads += one.leads;
        found.at_zero += one.at_zero;
        for (state, leads) in one.states {
            let word = LeadState::from(state).as_word();
            *found.states.entry(word.to_owned()).or_default() += leads;
        }
        for (bin, leads) in found.bins.iter_mut().zip(one.bins) {
            bin.leads += leads;
        }
    }
    let used = found.bins.iter().rposition(|bin| bin.leads > 0).map_or(0, |at| at + 1);
    // As far as there are leads, and no less than to 100.
    found.bins.truncate(used.max(20));
    found
}
