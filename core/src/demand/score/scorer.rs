//! Scores the leads of parts: the work of one thread.

use super::accounts::Accounts;
use super::acts::{Did, Reading};
use super::fit::{ASKED, ByWord, Fits, Known};
use super::links::{Links, links};
use super::matching::Matching;
use super::model::counted;
use super::stages::{SaidStages, Stages};
use crate::demand::answers::Answers;
use crate::demand::assets::Assets;
use crate::demand::persona::Personas;
use crate::error::Result;
use crate::facts::FactKey;
use crate::facts::event::Events;
use crate::facts::field::LeadField;
use crate::id::{LeadAnswerId, PersonaId};
use crate::model::{Architecture, ScoringRecipe};
use crate::plan::Plan;
use crate::plan::facts::{OneRow, Part};
use crate::scoring::{Act, Decision, Fit, Lead, Recipe, Spell, Standing, Walk};
use chrono_tz::Tz;

/// The fields that scoring asks of a part, first of all.
pub(in crate::demand) const FIELDS: [LeadField; ASKED.len()] = ASKED;

/// What all threads share.
pub(in crate::demand) struct Scoring {
    accounts: Accounts,
    links: Links,
    answers: Answers,
    zone: Tz,
}

impl Scoring {
    pub(in crate::demand) fn of(plan: &Plan) -> Result<Self> {
        let view = plan.view();
        let zone = view.workspace().ok().and_then(|one| one.time_zone.parse().ok());
        Ok(Self {
            accounts: Accounts::of(plan)?,
            links: links(plan)?,
            answers: Answers::of(plan)?,
            zone: zone.unwrap_or(Tz::UTC),
        })
    }

    /// The answers of sales about a lead, the first first.
    pub(in crate::demand) fn answers(&self, key: FactKey) -> &[LeadAnswerId] {
        self.answers.about(key).map_or(&[], |said| &said.answers)
    }

    /// The same as if sales had answered nothing.
    pub(super) fn unanswered(self) -> Self {
        Self { answers: Answers::default(), ..self }
    }
}

/// Scores by one model, one lead after the other.
pub(in crate::demand) struct Scorer<'a> {
    matching: Matching<'a>,
    fits: Fits<'a>,
    walk: Walk<'a>,
    /// What the lead did, as this model counts it.
    acts: Vec<Act>,
    /// The points of its person and account.
    fit: Fit,
}

/// A lead that is looked at.
struct Seen<'a> {
    slot: u16,
    theirs: &'a [Did],
    persona: Option<PersonaId>,
    decisions: &'a [Decision],
    barred: bool,
}

/// What is done with each lead: with the contents that acts name, the models, and the lead.
type Work<'w> = dyn FnMut(&Assets, &mut [Scorer<'_>], &Seen<'_>) + 'w;

/// A lead that was handed over at least once.
pub(in crate::demand) struct Handed<'a> {
    /// Its place in its segment.
    pub(in crate::demand) slot: u16,
    /// Where it stands.
    pub(in crate::demand) standing: Standing,
    /// In which states it was, the first first.
    pub(in crate::demand) spells: Vec<Spell>,
    /// What it did, in the order of time.
    pub(in crate::demand) theirs: &'a [Did],
    /// Its persona.
    pub(in crate::demand) persona: Option<PersonaId>,
    /// The contents that its acts name.
    pub(in crate::demand) assets: &'a Assets,
}

/// Reads leads once, for as many models as there are.
pub(in crate::demand) struct Scores<'a> {
    reading: Reading<'a>,
    personas: Personas,
    models: Vec<Scorer<'a>>,
    answers: &'a Answers,
}

/// Models in the form in which they are counted with.
pub(in crate::demand) fn counted_all(recipes: &[&ScoringRecipe]) -> Vec<Recipe> {
    recipes.iter().map(|recipe| counted(recipe)).collect()
}

impl<'a> Scores<'a> {
    /// `counted` = the recipes as [`counted_all`] gives them.
    pub(in crate::demand) fn new(
        plan: &'a Architecture,
        scoring: &'a Scoring,
        recipes: &[&'a ScoringRecipe],
        counted: &'a [Recipe],
    ) -> Self {
        let models = recipes.iter().zip(counted).map(|(recipe, counted)| Scorer {
            matching: Matching::of(plan, recipe),
            fits: Fits::of(recipe, &scoring.accounts),
            walk: Walk::new(counted),
            acts: Vec::new(),
            fit: Fit::always(0.0),
        });
        Self {
            reading: Reading::new(Assets::of(plan), &scoring.links, scoring.zone),
            personas: Personas::of(plan),
            models: models.collect(),
            answers: &scoring.answers,
        }
    }

    /// Hands over where each lead of a part stands at `t` under each model. The part's first columns
    /// are those of [`FIELDS`].
    pub(in crate::demand) fn look(
        &mut self,
        part: &Part,
        t: i64,
        each: &mut dyn FnMut(u16, &[Standing]),
    ) {
        let mut standings = Vec::with_capacity(self.models.len());
        self.each(part, &mut |_, models, seen| {
            standings.clear();
            for model in &mut *models {
                let Scorer { walk, acts, fit, .. } = model;
                standings.push(walk.standing(&seen.lead(acts, fit), t));
            }
            each(seen.slot, &standings);
        });
    }

    /// Hands over the leads of a part that the first model had handed over by `t`.
    pub(in crate::demand) fn look_at_handed(
        &mut self,
        part: &Part,
        t: i64,
        each: &mut dyn FnMut(&Handed<'_>),
    ) {
        self.each(part, &mut |assets, models, seen| {
            let Some(Scorer { walk, acts, fit, .. }) = models.first_mut() else { return };
            let standing = walk.standing(&seen.lead(acts, fit), t);
            if standing.first_handed.is_none() {
                return;
            }
            let spells = walk.spells(&seen.lead(acts, fit), t);
            let Seen { slot, theirs, persona, .. } = *seen;
            each(&Handed { slot, standing, spells, theirs, persona, assets });
        });
    }

    /// Hands each lead of a part to `work`, ready to be scored by each model.
    fn each(&mut self, part: &Part, work: &mut Work<'_>) {
        let Self { reading, personas, models, answers } = self;
        let all = reading.sorted(&part.events, None);
        let by_word: Vec<ByWord> =
            models.iter().map(|model| model.fits.by_word(&part.columns, personas)).collect();
        let persona_of: Vec<_> = match part.columns.first() {
            Some(titles) => titles.words.iter().map(|title| personas.of_title(title)).collect(),
            None => Vec::new(),
        };
        let mut rest = all.as_slice();
        for at in part.slots() {
            let slot = u16::try_from(at).unwrap_or(u16::MAX);
            let of_slot = rest.iter().take_while(|did| did.slot <= slot).count();
            let (theirs, after) = rest.split_at(of_slot);
            rest = after;
            let code = part.columns.first().and_then(|titles| titles.codes.get(at));
            let persona = code.and_then(|code| persona_of.get(*code as usize)).copied().flatten();
            for (model, by_word) in models.iter_mut().zip(&by_word) {
                reading.acts(theirs, persona, &mut model.matching, &mut model.acts);
                model.fit = Fit::always(model.fits.together(by_word, &part.columns, at, personas));
            }
            let decisions = answers.decisions(FactKey::at(part.segment, slot));
            let barred = Known::of(&part.columns, at).is_barred();
            let seen = Seen { slot, theirs, persona, decisions, barred };
            work(&reading.assets, models, &seen);
        }
    }

    /// Where one lead stands at `t` under the first model, and the stages it is said to be in.
    /// `events` = those of its segment.
    pub(in crate::demand) fn one(
        &mut self,
        (segment, row): (u32, &OneRow),
        events: &[Events],
        (stages, t): (&mut Stages<'_>, i64),
    ) -> (Standing, SaidStages) {
        let theirs = self.reading.sorted(events, Some(row.slot));
        let known = Known { texts: FIELDS.map(|field| row.get(field)) };
        let Self { reading, personas, models, answers, .. } = self;
        let Some(model) = models.first_mut() else { return Default::default() };
        let persona = personas.of_title(known.title());
        reading.acts(&theirs, persona, &mut model.matching, &mut model.acts);
        let (person, account) = model.fits.points(&known, personas);
        model.fit = Fit::always(person + account);
        let key = FactKey::at(segment, row.slot);
        let (slot, barred) = (row.slot, known.is_barred());
        let decisions = answers.decisions(key);
        let seen = Seen { slot, theirs: &theirs, persona, decisions, barred };
        let told = row.told_at(LeadField::Stage).map(|at| (at, row.get(LeadField::Stage)));
        let said = stages.said(&reading.assets, (&theirs, persona), (told, answers, key), t);
        let Scorer { walk, acts, fit, .. } = model;
        (walk.standing(&seen.lead(acts, fit), t), said)
    }

    /// Hands over the stages that each lead of a part is said to be in at `t`. The part's last column
    /// is that of stages.
    pub(in crate::demand) fn look_at_stages(
        &mut self,
        part: &Part,
        (stages, t): (&mut Stages<'_>, i64),
        each: &mut dyn FnMut(u16, SaidStages),
    ) {
        let answers = self.answers;
        self.each(part, &mut |assets, _, seen| {
            let at = usize::from(seen.slot);
            let stage = part.columns.last().map_or("", |texts| texts.get(at));
            let told = part.told.get(at).filter(|_| !stage.is_empty()).map(|told| (*told, stage));
            let key = FactKey::at(part.segment, seen.slot);
            let theirs = (seen.theirs, seen.persona);
            each(seen.slot, stages.said(assets, theirs, (told, answers, key), t));
        });
    }
}

impl<'a> Seen<'a> {
    fn lead(&self, acts: &'a [Act], fit: &'a Fit) -> Lead<'a> {
        Lead { acts, decisions: self.decisions, fit, barred: self.barred }
    }
}
