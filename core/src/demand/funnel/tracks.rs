//! The courses of leads, from all that tells of them: lists, moves, answers of sales, deals.

use super::course::{Course, Sign};
use super::deals::OfLead;
use super::line::Line;
use crate::demand::answers::Answers;
use crate::facts::FactKey;
use crate::funnel::Place;
use crate::model::text::fold;
use crate::model::{Architecture, EventKind};
use crate::plan::facts::Part;
use std::collections::HashMap;

/// Stage moves by slot: when, where to, and why.
pub(in crate::demand) type Moves<'p> = HashMap<u16, Vec<(i64, Sign<'p>)>>;

/// What tells the courses of leads.
pub(in crate::demand) struct Tracks<'a> {
    pub(in crate::demand) plan: &'a Architecture,
    pub(in crate::demand) line: Line,
    /// What is known until then.
    pub(in crate::demand) until: i64,
    pub(in crate::demand) answers: Answers,
    pub(in crate::demand) deals: HashMap<String, OfLead>,
}

impl Tracks<'_> {
    /// The moves of a segment's leads.
    pub(in crate::demand) fn moves<'p>(&self, part: &'p Part) -> Moves<'p> {
        let mut moves = Moves::new();
        let mut places: HashMap<&str, Option<Place>> = HashMap::new();
        for events in &part.events {
            for at in 0..events.len() {
                let (slot, kind, time) = events.act(at);
                if kind != EventKind::Move {
                    continue;
                }
                let said = events.assets.get(at);
                let place = *places.entry(said).or_insert_with(|| self.line.of_lead(said));
                let Some(place) = place else { continue };
                let sign = Sign::Recorded { place, exact: true, reason: events.campaigns.get(at) };
                moves.entry(slot).or_default().push((time, sign));
            }
        }
        moves
    }

    /// The course of a lead, and the deals it is part of. `names` = the columns of its address and id;
    /// the history of its stage is to be read besides.
    pub(in crate::demand) fn course<'p>(
        &self,
        part: &'p Part,
        slot: u16,
        names: [usize; 2],
        moves: &mut Moves<'p>,
    ) -> (Course, Option<&OfLead>) {
        let mut signs = moves.remove(&slot).unwrap_or_default();
        self.lists_and_answers(part, slot, &mut signs);
        let sold = self.sold(part, slot, names);
        if let Some(sold) = sold {
            for (at, exact) in &sold.began {
                let place = Place::Past;
                signs.push((*at, Sign::Recorded { place, exact: *exact, reason: "" }));
            }
            signs.extend(sold.lost.map(|at| (at, Sign::DealsLost)));
        }
        (Course::of(&self.line, &mut signs, self.until), sold)
    }

    fn lists_and_answers<'p>(&self, part: &'p Part, slot: u16, signs: &mut Vec<(i64, Sign<'p>)>) {
        signs.extend(part.history.of_row(slot).filter_map(|(at, stage)| {
            let place = self.line.of_lead(stage)?;
            Some((at.0, Sign::Recorded { place, exact: false, reason: "" }))
        }));
        let key = FactKey::at(part.segment, slot);
        let answers = self.answers.about(key).map_or(&[][..], |said| &said.answers);
        for answer in answers.iter().filter_map(|id| self.plan.lead_answers.get(*id)) {
            // What sales said since the files were made is known too, as of then.
            let at = answer.answered_at.0.min(self.until);
            signs.push((at, Sign::Answered(answer.answer, answer.reason)));
        }
    }

    fn sold(&self, part: &Part, slot: u16, names: [usize; 2]) -> Option<&OfLead> {
        if self.deals.is_empty() {
            return None;
        }
        let name = |column: usize| fold(part.columns[column].get(slot.into()));
        names.iter().find_map(|column| self.deals.get(&name(*column)))
    }
}
