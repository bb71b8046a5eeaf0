//! What one row says, read by the mapping: the fields of what it is about, and what happened.

use super::super::amount;
use super::activity::Happening;
use super::block::Block;
use super::column::{Cell, FactColumn, currency_of};
use super::layout::Layout;
use super::number;
use crate::facts::event::Event;
use crate::facts::field::{DealField, LeadField, StageCountField};
use crate::facts::subject::{FactField, Subject};
use crate::file::disarm;
use crate::model::EventKind;
use crate::model::LINE_LIMIT;
use std::borrow::Cow;

/// Room for the fields of any subject.
const ROOM: usize = 16;

/// A row, read.
#[derive(Debug, Default)]
pub(super) struct Said<'a> {
    texts: [Cow<'a, str>; ROOM],
    acts: [Option<Act>; 3],
    /// The stages that were reached, by their places among the columns of stages, and when.
    entered: Vec<(usize, i64)>,
    asset: Cow<'a, str>,
    channel: Cow<'a, str>,
    campaign: Cow<'a, str>,
    machine: bool,
    mark: u32,
}

/// Something that happened, and when.
#[derive(Clone, Copy, Debug)]
struct Act {
    kind: EventKind,
    at: i64,
}

impl Said<'_> {
    /// What each field says.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|text| &**text)
    }

    /// The fields that it says something of.
    pub(super) fn filled(&self) -> Vec<(usize, String)> {
        let filled = self.texts.iter().enumerate().filter(|(_, text)| !text.is_empty());
        filled.map(|(at, text)| (at, text.clone().into_owned())).collect()
    }

    /// Hands over what happened; the slot is left out.
    pub(super) fn each_event(&self, layout: &Layout, mut each: impl FnMut(&Event<'_>)) {
        for act in self.acts.iter().flatten() {
            each(&Event {
                machine: self.machine,
                asset: &self.asset,
                channel: &self.channel,
                campaign: &self.campaign,
                mark: self.mark,
                ..Event::new(0, act.kind, act.at)
            });
        }
        for (place, at) in &self.entered {
            let asset = layout.stages.kept(&layout.entered[*place].stage);
            each(&Event { asset, ..Event::new(0, EventKind::Move, *at) });
        }
    }
}

/// What could not be read as it should.
#[derive(Clone, Debug, Default)]
pub(super) struct Misread {
    /// Texts that were cut to what a line holds.
    pub(super) cut: u64,
    /// Amounts and counts that are none.
    pub(super) no_numbers: u64,
    /// Activities whose names nobody knows.
    pub(super) unknown_activities: u64,
}

/// Reads the texts of rows.
#[derive(Debug)]
pub(super) struct RowReader<'a> {
    layout: &'a Layout,
    /// The fields that a cell fills as it is, and where those cells are.
    plain: Vec<(usize, usize)>,
    /// The fields that are read as something else than a text.
    read: Vec<(FactColumn, usize, usize)>,
    pub(super) misread: Misread,
}

impl<'a> RowReader<'a> {
    pub(super) fn new(layout: &'a Layout) -> Self {
        let (mut plain, mut read) = (Vec::new(), Vec::new());
        for (column, place) in layout.columns() {
            let Some(field) = column.field_of(layout.subject) else { continue };
            match column.cell() {
                Cell::Text => plain.push((field, place)),
                Cell::Time => {}
                Cell::Amount | Cell::Count | Cell::Flag => read.push((column, field, place)),
            }
        }
        Self { layout, plain, read, misread: Misread::default() }
    }

    /// Reads one row of a tidy block, whose moments are known.
    pub(super) fn read<'b>(
        &mut self,
        block: &'b Block,
        row: usize,
        times: &[Option<i64>],
    ) -> Said<'b> {
        let mut said = Said::default();
        for at in 0..self.plain.len() {
            let (field, place) = self.plain[at];
            said.texts[field] = self.text(block.cell(row, place));
        }
        for at in 0..self.read.len() {
            let (column, field, place) = self.read[at];
            self.number(block, row, (column, field, place), &mut said);
        }
        for (time, at) in self.layout.times.iter().zip(times) {
            if let (Some(field), Some(at)) = (time.field, at) {
                said.texts[field] = Cow::Owned(at.to_string());
            }
        }
        match self.layout.subject {
            Subject::Lead => {
                self.name(block, row, &mut said);
                if self.layout.moves {
                    // When a stage was reached does not say which holds now.
                    said.texts[LeadField::Stage.at()] = Cow::Borrowed("");
                }
            }
            Subject::Deal => self.deal(block, row, times, &mut said),
            Subject::StageCount if !self.layout.every_stage.is_empty() => {
                let stage = StageCountField::Stage.at();
                said.texts[stage] = Cow::Owned(self.layout.every_stage.clone());
            }
            _ => {}
        }
        self.happened(block, row, times, &mut said);
        said
    }

    /// An amount, a count, yes or no.
    fn number(
        &mut self,
        block: &Block,
        row: usize,
        (column, field, place): (FactColumn, usize, usize),
        said: &mut Said<'_>,
    ) {
        let text = block.cell(row, place);
        if text.is_empty() {
            return;
        }
        let read = match column.cell() {
            Cell::Amount => {
                let told = self.layout.cell(block, row, FactColumn::Currency);
                let currency = amount::currency_of(told);
                let currency = currency.as_ref().unwrap_or(&self.layout.currency);
                amount::read(text, currency).map(|money| {
                    if let Some(at) = currency_of(self.layout.subject) {
                        said.texts[at] = Cow::Owned(money.currency);
                    }
                    money.minor.to_string()
                })
            }
            Cell::Count => number::count(text).map(|count| count.to_string()),
            _ => number::flag(text).map(|flag| if flag { "yes" } else { "no" }.to_owned()),
        };
        match read {
            Some(text) => said.texts[field] = Cow::Owned(text),
            None => self.misread.no_numbers += 1,
        }
    }

    fn name(&mut self, block: &Block, row: usize, said: &mut Said<'_>) {
        if !said.texts[LeadField::Name.at()].is_empty() {
            return;
        }
        let first = self.layout.cell(block, row, FactColumn::FirstName);
        let last = self.layout.cell(block, row, FactColumn::LastName);
        if !first.is_empty() || !last.is_empty() {
            let name = format!("{first} {last}");
            said.texts[LeadField::Name.at()] = Cow::Owned(self.text(name.trim()).into_owned());
        }
    }

    /// The account of a deal, and how it ended.
    fn deal<'b>(
        &mut self,
        block: &'b Block,
        row: usize,
        times: &[Option<i64>],
        said: &mut Said<'b>,
    ) {
        let names = [FactColumn::AccountId, FactColumn::Domain, FactColumn::Company];
        let layout = self.layout;
        let account = names.map(|column| layout.cell(block, row, column));
        let account = account.into_iter().find(|text| !text.is_empty()).unwrap_or_default();
        said.texts[DealField::Account.at()] = self.text(account);
        let leads = &mut said.texts[DealField::Leads.at()];
        if let Some(told) = layout.erased.without_listed(leads) {
            *leads = Cow::Owned(told);
        }
        let stage = layout.cell(block, row, FactColumn::Stage);
        if !layout.is_entity() {
            // A file of moves says when a stage was reached, not which holds now.
            said.texts[DealField::Stage.at()] = Cow::Borrowed("");
            return;
        }
        let ending = layout.stages.ending(stage);
        if ending.is_some() || layout.stages.leaves_out(stage) {
            said.texts[DealField::Stage.at()] = Cow::Borrowed("");
        }
        let won_on = layout.time(FactColumn::WonOn).is_some_and(|at| times[at].is_some());
        let flag = |column| layout.place(column).map(|_| layout.cell(block, row, column));
        let outcome = if won_on || flag(FactColumn::Won).and_then(number::flag) == Some(true) {
            "won"
        } else if let Some(ending) = ending {
            ending.word()
        } else if flag(FactColumn::IsClosed).and_then(number::flag) == Some(true) {
            "lost"
        } else if stage.is_empty() && flag(FactColumn::IsClosed).is_none() {
            ""
        } else {
            "open"
        };
        said.texts[DealField::Outcome.at()] = Cow::Borrowed(outcome);
    }

    fn happened<'b>(
        &mut self,
        block: &'b Block,
        row: usize,
        times: &[Option<i64>],
        said: &mut Said<'b>,
    ) {
        let layout = self.layout;
        let time = |column: FactColumn| layout.time(column).and_then(|at| times[at]);
        let act = |kind, column| time(column).map(|at| Act { kind, at });
        if layout.has_requests {
            said.acts[0] = act(EventKind::Request, FactColumn::Requested);
            said.acts[1] = act(EventKind::Open, FactColumn::Opened);
        }
        for (place, entered) in layout.entered.iter().enumerate() {
            let at = times[entered.time].filter(|_| !layout.stages.leaves_out(&entered.stage));
            said.entered.extend(at.map(|at| (place, at)));
        }
        if !layout.has_events {
            return;
        }
        said.asset = self.text(layout.cell(block, row, FactColumn::Content));
        if layout.moves {
            let stage = layout.cell(block, row, FactColumn::Stage);
            if !stage.is_empty() && !layout.stages.leaves_out(stage) {
                said.acts[2] = act(EventKind::Move, FactColumn::Happened);
                said.asset = self.text(layout.stages.kept(stage));
                said.campaign = self.text(layout.cell(block, row, FactColumn::Reason));
            }
            return;
        }
        said.channel = self.text(layout.cell(block, row, FactColumn::Channel));
        said.campaign = self.text(layout.cell(block, row, FactColumn::Campaign));
        if let Some(kind) = self.activity(block, row) {
            said.acts[2] = act(kind, FactColumn::Happened);
            said.mark = layout.mark(layout.cell(block, row, FactColumn::ActivityId));
            said.machine = self.is_machine(block, row);
        }
    }

    /// What happened, by the row's activity; nothing where it is none that counts.
    fn activity(&mut self, block: &Block, row: usize) -> Option<EventKind> {
        let layout = self.layout;
        let result = layout.cell(block, row, FactColumn::Result).to_lowercase();
        if ["skipped", "failed", "error"].contains(&result.as_str()) {
            return None;
        }
        let word = layout.cell(block, row, FactColumn::Activity);
        if layout.place(FactColumn::Activity).is_none() {
            return layout.every_activity;
        }
        match layout.activities.get(word) {
            Some(Happening::Of(kind)) => Some(kind),
            Some(Happening::Nothing) => None,
            None => {
                self.misread.unknown_activities += 1;
                Some(EventKind::Other)
            }
        }
    }

    fn is_machine(&self, block: &Block, row: usize) -> bool {
        let told = self.layout.cell(block, row, FactColumn::Machine);
        let attributes = self.layout.cell(block, row, FactColumn::Attributes);
        number::flag(told) == Some(true) || says_bot(attributes)
    }

    /// A text as it is kept: no longer than a line, without the mark against formulas.
    fn text<'b>(&mut self, text: &'b str) -> Cow<'b, str> {
        let mut end = text.len();
        if end > LINE_LIMIT {
            end = LINE_LIMIT;
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            self.misread.cut += 1;
        }
        let text = &text[..end];
        if let Some(mut told) = self.layout.erased.without(text) {
            disarm(&mut told);
            return Cow::Owned(told);
        }
        if text.starts_with('\'') {
            let mut owned = text.to_owned();
            disarm(&mut owned);
            return Cow::Owned(owned);
        }
        Cow::Borrowed(text)
    }
}

/// Whether attributes of an activity, as JSON, say that a machine was at work.
fn says_bot(attributes: &str) -> bool {
    if !attributes.starts_with('{') {
        return false;
    }
    let read: Option<serde_json::Map<String, serde_json::Value>> =
        serde_json::from_str(attributes).ok();
    let told = read.and_then(|map| map.get("Is Bot Activity").cloned());
    match told {
        Some(serde_json::Value::Bool(told)) => told,
        Some(serde_json::Value::String(told)) => number::flag(&told) == Some(true),
        Some(serde_json::Value::Number(told)) => told.as_i64() == Some(1),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::field::AccountField;
    use crate::model::Word;

    #[test]
    fn there_is_room_for_the_fields_of_any_subject() {
        assert!(Subject::ALL.iter().all(|subject| subject.fields().len() <= ROOM));
        assert_eq!(AccountField::Name.at(), 2);
    }

    #[test]
    fn attributes_tell_of_machines() {
        assert!(says_bot(r#"{"Is Bot Activity": true, "Link": "https://a.example"}"#));
        assert!(!says_bot(r#"{"Is Bot Activity": false}"#));
        assert!(!says_bot("{"));
    }
}
