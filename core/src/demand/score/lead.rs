//! The score of one lead: line by line, over time, and where it stands.

use super::accounts::Accounts;
use super::acts::{Did, Reading};
use super::fit::{ASKED, Fits, Known};
use super::links::links;
use super::matching::Matching;
use super::model::{AppliedModel, LeadState, applied, counted};
use super::stages::Stages;
use crate::demand::answers::Answers;
use crate::demand::assets::Assets;
use crate::demand::persona::Personas;
use crate::demand::stamps::newest;
use crate::error::{Error, Result};
use crate::facts::FactKey;
use crate::facts::field::LeadField;
use crate::facts::subject::Subject;
use crate::id::{PersonaId, StageId};
use crate::model::{Architecture, EventKind, Millis};
use crate::plan::Plan;
use crate::plan::facts::{Chosen, OneRow};
use crate::scoring::{Act, Fit, Lead, Line, Recipe, Walk, curve, explain};
use chrono_tz::Tz;
use serde::Serialize;
use ts_rs::TS;

/// How many moments of the curve lie evenly between its ends.
const EVEN: u32 = 120;
/// How far the curve goes beyond what is known, in milliseconds: 60 days.
const AHEAD: i64 = 60 * crate::scoring::DAY;

/// A line of the explanation. All lines of a lead add up to its score.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "step")]
pub enum ScoreLine {
    /// An act that counts.
    Act {
        /// The rule's name.
        rule: String,
        /// The group's name.
        group: String,
        /// When.
        at: Millis,
        /// What.
        kind: EventKind,
        /// With which content, as the plan or the file names it.
        content: String,
        /// What it earned at once.
        earned: i32,
        /// What is left of it.
        points: f64,
    },
    /// What a group's cap cuts off.
    Cap {
        /// The group's name.
        group: String,
        /// The cap.
        cap: u32,
        /// The points, less than 0.
        points: f64,
    },
    /// What silence costs.
    Lapse {
        /// After so many days without activity.
        days: u32,
        /// Since when.
        since: Millis,
        /// The points, less than 0.
        points: f64,
    },
    /// What lifts behaviour from below 0 to 0.
    Floor {
        /// The points.
        points: f64,
    },
    /// What a field earns.
    Field {
        /// The place of the rule in the model.
        rule: usize,
        /// What the field says; of a persona its name.
        value: String,
        /// Whether that was known at the time; else it is what is known today.
        known_then: bool,
        /// The points.
        points: f64,
    },
}

/// A score at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
pub struct ScorePoint {
    /// When.
    pub at: Millis,
    /// What the lead's acts earn.
    pub behaviour: f64,
    /// That with the points of person and account.
    pub score: f64,
}

/// A stretch of time in one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ScoreSpell {
    /// From when on; `None` = from the beginning.
    pub from: Option<Millis>,
    /// Until when; `None` = it goes on.
    pub to: Option<Millis>,
    /// The state.
    pub state: LeadState,
}

/// Where a lead stands and why.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeadScore {
    /// As of when.
    pub at: Millis,
    /// The newest time in the files.
    pub as_of: Millis,
    /// The model.
    pub model: AppliedModel,
    /// What its acts earn.
    pub behaviour: f64,
    /// That with the points of person and account.
    pub score: f64,
    /// Where it stands.
    pub state: LeadState,
    /// Since when; `None` = from the beginning.
    pub since: Option<Millis>,
    /// When that changes if nothing happens; `None` = it does not.
    pub flips_at: Option<Millis>,
    /// The score line by line.
    pub lines: Vec<ScoreLine>,
    /// The score over time, and 60 days on if nothing happens.
    pub curve: Vec<ScorePoint>,
    /// The states it was in until the newest time in the files.
    pub spells: Vec<ScoreSpell>,
    /// The stage that most of the content it engaged with is placed at.
    pub content_says: Option<StageId>,
    /// The stage that is recorded of it.
    pub recorded: Option<StageId>,
}

/// The score of the lead of that number at `at`: as of the newest time in the files unless given.
pub fn lead_score(plan: &Plan, key: u32, at: Option<Millis>) -> Result<LeadScore> {
    let view = plan.view();
    let key = FactKey(key);
    let newest = newest(&view).unwrap_or(Millis(0));
    let at = at.unwrap_or(newest);
    let (chosen, then) = plan.read_facts(1, |facts, sessions| {
        let (segment, slots) = (key.segment(), [key.slot()]);
        let chosen = facts.some(&mut *sessions[0], Subject::Lead, segment, &slots)?;
        let then = facts.as_of(at).some(&mut *sessions[0], Subject::Lead, segment, &slots)?;
        Ok((chosen, then))
    })?;
    let today = chosen.rows.first().ok_or_else(|| {
        Error::invalid("This lead is no longer here. Its import may have been taken back.")
    })?;
    let scored = Scored::of(plan, &view, key)?;
    scored.told(&chosen, today, then.rows.first(), (at, newest))
}

/// What is needed to score one lead.
struct Scored<'a> {
    plan: &'a Plan,
    view: &'a Architecture,
    key: FactKey,
    model: AppliedModel,
    recipe: Recipe,
    accounts: Accounts,
    answers: Answers,
}

impl<'a> Scored<'a> {
    fn of(plan: &'a Plan, view: &'a Architecture, key: FactKey) -> Result<Self> {
        let model = applied(view);
        let recipe = counted(&model.recipe);
        let (accounts, answers) = (Accounts::of(plan)?, Answers::of(plan)?);
        Ok(Self { plan, view, key, model, recipe, accounts, answers })
    }

    fn told(
        &self,
        chosen: &Chosen,
        today: &OneRow,
        then: Option<&OneRow>,
        (at, newest): (Millis, Millis),
    ) -> Result<LeadScore> {
        let links = links(self.plan)?;
        let zone = self.view.workspace()?.time_zone.parse().unwrap_or(Tz::UTC);
        let mut reading = Reading::new(Assets::of(self.view), &links, zone);
        let theirs = reading.sorted(&chosen.events, Some(self.key.slot()));
        let mut personas = Personas::of(self.view);
        let known = known(today, then);
        let persona = personas.of_title(known.title());
        let mut matching = Matching::of(self.view, &self.model.recipe);
        let mut acts = Vec::new();
        reading.acts(&theirs, persona, &mut matching, &mut acts);
        let fits = Fits::of(&self.model.recipe, &self.accounts);
        let (person, account) = fits.points(&known, &mut personas);
        let (fit, decisions) = (Fit::always(person + account), self.answers.decisions(self.key));
        let lead = Lead { acts: &acts, decisions, fit: &fit, barred: known.is_barred() };
        let mut walk = Walk::new(&self.recipe);
        let standing = walk.standing(&lead, at.0);
        let mut lines = self.act_lines(&reading, &theirs, &acts, at.0);
        for (rule, value) in fits.met(&known, &mut personas) {
            lines.push(self.field_line(rule, value, then));
        }
        let row = if at < newest { then } else { Some(today) };
        let stage = LeadField::Stage;
        let told = row.and_then(|row| Some((row.told_at(stage)?, row.get(stage))));
        let told = (told, &self.answers, self.key);
        let said = Stages::of(self.view).said(&reading.assets, (&theirs, persona), told, at.0);
        Ok(LeadScore {
            at,
            as_of: newest,
            behaviour: standing.behaviour,
            score: standing.score,
            state: standing.state.into(),
            since: standing.since.map(Millis),
            flips_at: standing.flips_at.map(Millis),
            lines,
            curve: self.curve(&acts, &fit, newest),
            spells: spells(&mut walk, &lead, newest),
            content_says: said.content,
            recorded: said.recorded,
            model: self.model.clone(),
        })
    }

    fn act_lines(
        &self,
        reading: &Reading<'_>,
        theirs: &[Did],
        acts: &[Act],
        t: i64,
    ) -> Vec<ScoreLine> {
        let explained = explain(&self.recipe, acts, 0.0, t);
        let recipe = &self.model.recipe;
        let group =
            |at: usize| recipe.groups.get(at).map(|one| one.name.clone()).unwrap_or_default();
        let mut lines = Vec::new();
        for line in explained.lines {
            lines.push(match line {
                Line::Act { act, rule, points } => {
                    let (act, rule) = (acts[act], &recipe.rules[rule]);
                    let matched = |did: &&Did| did.at == act.at && !did.machine;
                    let did = theirs.iter().filter(matched);
                    let kinds = &rule.matches.kinds;
                    let did =
                        did.clone().find(|did| kinds.contains(&did.kind)).or(did.clone().next());
                    ScoreLine::Act {
                        rule: rule.name.clone(),
                        group: group(rule.group),
                        at: Millis(act.at),
                        kind: did.map_or(EventKind::Other, |did| did.kind),
                        content: did
                            .map(|did| reading.assets.names[did.asset as usize].clone())
                            .unwrap_or_default(),
                        earned: rule.points,
                        points,
                    }
                }
                Line::Cap { group: at, points } => {
                    let cap = recipe.groups.get(at).and_then(|one| one.cap).unwrap_or_default();
                    ScoreLine::Cap { group: group(at), cap, points }
                }
                Line::Lapse { lapse, since, points } => {
                    let days = recipe.lapses[lapse].after_days;
                    ScoreLine::Lapse { days, since: Millis(since), points }
                }
                Line::Floor { points } | Line::Fit { points } => ScoreLine::Floor { points },
            });
        }
        lines
    }

    fn field_line(&self, rule: usize, value: String, then: Option<&OneRow>) -> ScoreLine {
        use crate::model::ScoredField as F;
        let told = &self.model.recipe.fields[rule];
        let field = match told.field {
            F::Persona | F::Title => LeadField::Title,
            F::Level => LeadField::Level,
            F::Company | F::Size | F::Fits => LeadField::Company,
            F::Industry => LeadField::Industry,
            F::Country => LeadField::Country,
            F::Source => LeadField::Source,
        };
        let value = match told.field {
            F::Persona => {
                let id = value.parse::<PersonaId>().ok();
                let persona = id.and_then(|id| self.view.personas.get(id));
                persona.map(|one| one.name.clone()).unwrap_or_default()
            }
            _ => value,
        };
        ScoreLine::Field {
            rule,
            value,
            known_then: then.is_some_and(|row| !row.get(field).is_empty()),
            points: told.points.into(),
        }
    }

    /// From 30 days before the first act to 60 days after the newest time.
    fn curve(&self, acts: &[Act], fit: &Fit, newest: Millis) -> Vec<ScorePoint> {
        let first = acts.first().map_or(newest.0, |act| act.at).min(newest.0);
        let span = (first - AHEAD / 2, newest.0 + AHEAD);
        let points = curve(&self.recipe, acts, fit, span, EVEN);
        points
            .into_iter()
            .map(|one| ScorePoint {
                at: Millis(one.at),
                behaviour: one.behaviour,
                score: one.score,
            })
            .collect()
    }
}

/// What was known then, else what is known today.
fn known<'a>(today: &'a OneRow, then: Option<&'a OneRow>) -> Known<'a> {
    let texts = ASKED.map(|field| {
        let told = then.map_or("", |row| row.get(field));
        if told.is_empty() { today.get(field) } else { told }
    });
    Known { texts }
}

fn spells(walk: &mut Walk<'_>, lead: &Lead<'_>, newest: Millis) -> Vec<ScoreSpell> {
    let time = |at: i64| (at > i64::MIN).then_some(Millis(at));
    let spells = walk.spells(lead, newest.0).into_iter();
    let told = spells.map(|spell| ScoreSpell {
        from: time(spell.from),
        to: spell.to.map(Millis),
        state: spell.state.into(),
    });
    told.collect()
}
