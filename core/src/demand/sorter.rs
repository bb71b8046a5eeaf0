//! Filters and ranks leads for a list: the work of one thread.

use super::leads::{LeadQuery, LeadSort};
use super::persona::Personas;
use super::score::{LeadState, Scores, Stages};
use crate::facts::FactKey;
use crate::facts::event::Events;
use crate::facts::field::LeadField;
use crate::model::Architecture;
use crate::model::EventKind;
use crate::model::text::fold;
use crate::plan::facts::Part;

/// What a lead did, in numbers.
#[derive(Clone, Copy, Default)]
pub(super) struct Acts {
    pub(super) requests: u32,
    pub(super) opened: u32,
    pub(super) last: Option<i64>,
}

impl Acts {
    pub(super) fn of(events: &[Events], slot: u16) -> Self {
        let mut acts = Self::default();
        for events in events {
            for at in 0..events.len() {
                let act = events.act(at);
                if act.0 == slot {
                    acts.add(act.1, act.2);
                }
            }
        }
        acts
    }

    fn add(&mut self, kind: EventKind, at: i64) {
        match kind {
            EventKind::Request => self.requests += 1,
            EventKind::Open => self.opened += 1,
            _ => {}
        }
        if kind.is_engagement() {
            self.last = self.last.max(Some(at));
        }
    }
}

/// Where a lead stands in the order: two numbers, the smaller the further up.
pub(super) type Rank = (u64, u64);

/// Filters and ranks the leads that one thread looks at.
pub(super) struct Sorter<'a> {
    query: &'a LeadQuery,
    fields: &'a [LeadField],
    text: String,
    personas: Personas,
    /// What scores leads, where that is asked for, and as of when.
    scores: Option<(Scores<'a>, i64)>,
    stages: Stages<'a>,
    pub(super) leads: usize,
    pub(super) found: Vec<(Rank, FactKey)>,
}

impl<'a> Sorter<'a> {
    pub(super) fn new(
        view: &'a Architecture,
        query: &'a LeadQuery,
        fields: &'a [LeadField],
        scores: Option<(Scores<'a>, i64)>,
    ) -> Self {
        let text = fold(query.text.trim());
        let personas = Personas::of(view);
        let stages = Stages::of(view);
        Self { query, fields, text, personas, scores, stages, leads: 0, found: Vec::new() }
    }

    pub(super) fn look(&mut self, part: &Part) {
        self.leads += part.slots().count();
        let mut passes = self.passing(part);
        self.differing(part, &mut passes);
        let scores = self.scored(part, &mut passes);
        let acts = self.acts(part);
        let letters = self.letters(part);
        for (slot, _) in passes.iter().enumerate().filter(|(_, passes)| **passes) {
            let acts = acts.get(slot).copied().unwrap_or_default();
            let standing = match self.query.by() {
                // The latest and the most first.
                LeadSort::Activity => (!acts.last.map_or(0, i64::cast_unsigned), 0),
                LeadSort::Score => scores.get(slot).copied().unwrap_or(BLANK),
                LeadSort::Requests => (!u64::from(acts.requests), !u64::from(acts.opened)),
                LeadSort::Opened => (!u64::from(acts.opened), !u64::from(acts.requests)),
                _ => letters.get(slot).copied().unwrap_or((u64::MAX, u64::MAX)),
            };
            let slot = u16::try_from(slot).unwrap_or(u16::MAX);
            self.found.push((standing, FactKey::at(part.segment, slot)));
        }
    }

    /// Which leads of a part pass the filter.
    fn passing(&mut self, part: &Part) -> Vec<bool> {
        let mut passes: Vec<bool> = (0..part.size).map(|slot| !part.is_gone(slot)).collect();
        if !self.text.is_empty() {
            let searched =
                [LeadField::Email, LeadField::Name, LeadField::Title, LeadField::Company];
            let mut holds = vec![false; part.size];
            for (field, texts) in self.fields.iter().zip(&part.columns) {
                if searched.contains(field) {
                    let words: Vec<bool> =
                        texts.words.iter().map(|word| fold(word).contains(&self.text)).collect();
                    let codes = holds.iter_mut().zip(&texts.codes);
                    codes.for_each(|(holds, code)| *holds |= words[*code as usize]);
                }
            }
            passes.iter_mut().zip(holds).for_each(|(passes, holds)| *passes &= holds);
        }
        if self.query.persona.is_some() || self.query.without_persona {
            let at = self.fields.iter().position(|field| *field == LeadField::Title);
            let texts = &part.columns[at.unwrap_or_default()];
            let wanted = self.query.persona;
            let personas = &mut self.personas;
            let words: Vec<bool> =
                texts.words.iter().map(|word| personas.of_title(word) == wanted).collect();
            let codes = passes.iter_mut().zip(&texts.codes);
            codes.for_each(|(passes, code)| *passes &= words[*code as usize]);
        }
        passes
    }

    /// Leads whose content says the stage that is recorded, or of which either is not known, pass no
    /// more where those that differ are asked for.
    fn differing(&mut self, part: &Part, passes: &mut [bool]) {
        let Some((scores, t)) = self.scores.as_mut().filter(|_| self.query.stages_differ) else {
            return;
        };
        scores.look_at_stages(part, (&mut self.stages, *t), &mut |slot, said| {
            passes[usize::from(slot)] &= said.differ();
        });
    }

    /// By score, the highest first. Leads that stand elsewhere than asked pass no more.
    fn scored(&mut self, part: &Part, passes: &mut [bool]) -> Vec<Rank> {
        let scores = self.scores.as_mut().filter(|_| self.query.needs_scores());
        let Some((scores, t)) = scores else { return Vec::new() };
        let mut ranks = vec![BLANK; part.size];
        let wanted = self.query.state;
        scores.look(part, *t, &mut |slot, standings| {
            let standing = &standings[0];
            if wanted.is_some_and(|wanted| wanted != LeadState::from(standing.state)) {
                passes[usize::from(slot)] = false;
            }
            ranks[usize::from(slot)] = (descending(standing.score), 0);
        });
        ranks
    }

    fn acts(&self, part: &Part) -> Vec<Acts> {
        if !self.query.by().needs_events() {
            return Vec::new();
        }
        let mut acts = vec![Acts::default(); part.size];
        for events in &part.events {
            for at in 0..events.len() {
                let (slot, kind, time) = events.act(at);
                if let Some(acts) = acts.get_mut(usize::from(slot)) {
                    acts.add(kind, time);
                }
            }
        }
        acts
    }

    /// By the first letters of what the list is sorted by; what is blank comes last.
    fn letters(&self, part: &Part) -> Vec<Rank> {
        let field = match self.query.by() {
            LeadSort::Activity | LeadSort::Requests | LeadSort::Opened | LeadSort::Score => {
                return Vec::new();
            }
            LeadSort::Name => LeadField::Name,
            LeadSort::Title => LeadField::Title,
            LeadSort::Level => LeadField::Level,
            LeadSort::Company => LeadField::Company,
            LeadSort::Industry => LeadField::Industry,
            LeadSort::Country => LeadField::Country,
        };
        let column = |field: LeadField| {
            let at = self.fields.iter().position(|one| *one == field);
            let texts = &part.columns[at.unwrap_or_default()];
            let words: Vec<Rank> = texts.words.iter().map(first_letters).collect();
            texts.codes.iter().map(move |code| words[*code as usize]).collect::<Vec<_>>()
        };
        let mut letters = column(field);
        if field == LeadField::Name {
            // Who has no name stands by the address.
            let addresses = column(LeadField::Email);
            for (name, address) in letters.iter_mut().zip(addresses) {
                if *name == BLANK {
                    *name = address;
                }
            }
        }
        letters
    }
}

/// A number that is the smaller the higher the score: the bits of a number in the order of numbers,
/// turned round.
fn descending(score: f64) -> u64 {
    let bits = score.to_bits();
    let ascending = if bits >> 63 == 0 { bits | 1 << 63 } else { !bits };
    !ascending
}

/// Where a blank stands: behind all that says something.
pub(super) const BLANK: Rank = (u64::MAX, u64::MAX);

fn first_letters(word: &str) -> Rank {
    if word.is_empty() {
        return BLANK;
    }
    let folded = fold(word);
    let mut letters = [0; 16];
    let shown = folded.len().min(16);
    letters[..shown].copy_from_slice(&folded.as_bytes()[..shown]);
    let (first, second) = letters.split_at(8);
    let number = |bytes: &[u8]| bytes.iter().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    (number(first), number(second))
}
