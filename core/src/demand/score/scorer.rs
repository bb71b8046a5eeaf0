//! Scores the leads of parts: the work of one thread.

use super::accounts::Accounts;
use super::acts::{Did, Reading};
use super::fit::{ASKED, ByWord, Fits, Known};
use super::links::{Links, links};
use super::matching::Matching;
use super::model::counted;
use crate::demand::assets::Assets;
use crate::demand::persona::Personas;
use crate::error::Result;
use crate::facts::event::Events;
use crate::facts::field::LeadField;
use crate::model::{Architecture, ScoringRecipe};
use crate::plan::Plan;
use crate::plan::facts::{OneRow, Part};
use crate::scoring::{Act, Fit, Lead, Recipe, Standing, Walk};
use chrono_tz::Tz;

/// The fields that scoring asks of a part, first of all.
pub(in crate::demand) const FIELDS: [LeadField; ASKED.len()] = ASKED;

/// What all threads share.
pub(in crate::demand) struct Scoring {
    accounts: Accounts,
    links: Links,
    zone: Tz,
}

impl Scoring {
    pub(in crate::demand) fn of(plan: &Plan) -> Result<Self> {
        let view = plan.view();
        let zone = view.workspace().ok().and_then(|one| one.time_zone.parse().ok());
        Ok(Self {
            accounts: Accounts::of(plan)?,
            links: links(plan)?,
            zone: zone.unwrap_or(Tz::UTC),
        })
    }
}

/// Scores by one model.
pub(in crate::demand) struct Scorer<'a> {
    matching: Matching<'a>,
    fits: Fits<'a>,
    walk: Walk<'a>,
}

/// Reads leads once, for as many models as there are.
pub(in crate::demand) struct Scores<'a> {
    reading: Reading<'a>,
    personas: Personas,
    models: Vec<Scorer<'a>>,
    acts: Vec<Act>,
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
        });
        Self {
            reading: Reading::new(Assets::of(plan), &scoring.links, scoring.zone),
            personas: Personas::of(plan),
            models: models.collect(),
            acts: Vec::new(),
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
        let Self { reading, personas, models, acts } = self;
        let all = reading.sorted(&part.events, None);
        let by_word: Vec<ByWord> =
            models.iter().map(|model| model.fits.by_word(&part.columns, personas)).collect();
        let persona_of: Vec<_> = match part.columns.first() {
            Some(titles) => titles.words.iter().map(|title| personas.of_title(title)).collect(),
            None => Vec::new(),
        };
        let mut rest = all.as_slice();
        let mut standings = Vec::with_capacity(models.len());
        for slot in part.slots() {
            let of_slot = rest.iter().take_while(|did| usize::from(did.slot) <= slot).count();
            let (theirs, after) = rest.split_at(of_slot);
            rest = after;
            let code = part.columns.first().and_then(|titles| titles.codes.get(slot));
            let persona = code.and_then(|code| persona_of.get(*code as usize)).copied().flatten();
            let barred = Known::of(&part.columns, slot).is_barred();
            standings.clear();
            for (model, by_word) in models.iter_mut().zip(&by_word) {
                reading.acts(theirs, persona, &mut model.matching, acts);
                let points = model.fits.together(by_word, &part.columns, slot, personas);
                let fit = Fit::always(points);
                let lead = Lead { acts, decisions: &[], fit: &fit, barred };
                standings.push(model.walk.standing(&lead, t));
            }
            each(u16::try_from(slot).unwrap_or(u16::MAX), &standings);
        }
    }
}

impl Scores<'_> {
    /// Where one lead stands at `t` under the first model. `events` = those of its segment.
    pub(in crate::demand) fn one(&mut self, row: &OneRow, events: &[Events], t: i64) -> Standing {
        let theirs = self.reading.sorted(events, Some(row.slot));
        let known = Known { texts: FIELDS.map(|field| row.get(field)) };
        let Self { reading, personas, acts, models } = self;
        let model = models.first_mut();
        model.map_or_else(Standing::default, |model| {
            model.standing(&known, &theirs, t, (reading, personas, acts))
        })
    }
}

impl Scorer<'_> {
    fn standing(
        &mut self,
        known: &Known<'_>,
        theirs: &[Did],
        t: i64,
        (reading, personas, acts): (&mut Reading<'_>, &mut Personas, &mut Vec<Act>),
    ) -> Standing {
        let persona = personas.of_title(known.title());
        reading.acts(theirs, persona, &mut self.matching, acts);
        let (person, account) = self.fits.points(known, personas);
        let fit = Fit::always(person + account);
        let barred = known.is_barred();
        self.walk.standing(&Lead { acts, decisions: &[], fit: &fit, barred }, t)
    }
}
