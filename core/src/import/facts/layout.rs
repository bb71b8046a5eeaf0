//! Where the cells of a file's rows are, and what is known of all of them: worked out once a file.

use super::super::field::plain;
use super::activity::{Happening, happening};
use super::block::Block;
use super::column::FactColumn;
use super::kind::subject;
use super::mapping::{
    ACTIVITY, Columns, DAY, EVERY_ACTIVITY, EVERY_STAGE, FROM, LEFT_OUT, kind_of,
};
use super::stages::{Told, stage_id};
use crate::error::Result;
use crate::facts::erased::Erased;
use crate::facts::identity::{Identities, Identity};
use crate::facts::subject::Subject;
use crate::id::EntityId;
use crate::model::EventKind;
use crate::model::{Architecture, FactKind, MappingFields, Word};
use chrono::NaiveDate;
use std::collections::HashMap;

/// A column of moments.
#[derive(Clone, Debug)]
pub(super) struct TimeColumn {
    pub(super) column: FactColumn,
    /// Its place among the wanted ones; none where every row has the same moment.
    pub(super) place: Option<usize>,
    /// The moment of every row where no column tells it.
    pub(super) every: Option<NaiveDate>,
    /// The field it fills.
    pub(super) field: Option<usize>,
}

/// A column that tells when a stage was reached.
#[derive(Clone, Debug)]
pub(super) struct EnteredColumn {
    /// Its place among the columns of moments.
    pub(super) time: usize,
    /// The stage.
    pub(super) stage: String,
}

/// What words of theirs for activities mean.
#[derive(Clone, Debug, Default)]
pub(super) struct Activities(HashMap<String, Happening>);

impl Activities {
    fn of(mapping: &MappingFields) -> Self {
        let prefix = format!("{ACTIVITY}:");
        let told = mapping.choices.iter().filter_map(|(choice, answer)| {
            let word = plain(choice.strip_prefix(&prefix)?);
            let kind = EventKind::from_word(answer).map(Happening::Of);
            Some((word, kind.or_else(|| (answer == LEFT_OUT).then_some(Happening::Nothing))?))
        });
        Self(told.collect())
    }

    /// What a word means, if that is known.
    pub(super) fn get(&self, word: &str) -> Option<Happening> {
        self.0.get(&plain(word)).copied().or_else(|| happening(word))
    }
}

/// Where the wanted cells of a block's rows are.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    pub(super) kind: FactKind,
    pub(super) subject: Subject,
    /// The columns of the file that are wanted, in ascending order.
    pub(super) wanted: Vec<usize>,
    at: [Option<usize>; FactColumn::ALL.len()],
    pub(super) times: Vec<TimeColumn>,
    pub(super) entered: Vec<EnteredColumn>,
    /// Whether rows tell when content was requested or opened.
    pub(super) has_requests: bool,
    /// Whether rows tell what happened.
    pub(super) has_events: bool,
    /// Whether what happened is that a stage was reached.
    pub(super) moves: bool,
    pub(super) every_activity: Option<EventKind>,
    pub(super) every_stage: String,
    pub(super) activities: Activities,
    pub(super) stages: Told,
    /// The currency of amounts that name none.
    pub(super) currency: String,
    /// Whom no file may bring back.
    pub(super) erased: Erased,
    identities: Identities,
}

impl Layout {
    pub(super) fn of(
        columns: &Columns,
        mapping: &MappingFields,
        plan: &Architecture,
    ) -> Result<Self> {
        let kind = kind_of(mapping);
        let subject = subject(kind, columns);
        let mut wanted: Vec<usize> = columns.all().map(|(_, at)| at).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let place = |at: usize| wanted.binary_search(&at).ok();
        let mut at = [None; FactColumn::ALL.len()];
        for column in FactColumn::ALL {
            at[*column as usize] = columns.get(*column).and_then(place);
        }
        let mut times = times(columns, mapping, subject, &place);
        let mut entered = Vec::new();
        for (at, stage) in &columns.entered {
            entered.push(EnteredColumn { time: times.len(), stage: stage.clone() });
            let column = FactColumn::Entered;
            times.push(TimeColumn { column, place: place(*at), every: None, field: None });
        }
        let workspace = plan.workspace()?;
        let has = |column| columns.has(column);
        let told = |choice| mapping.choices.get(choice);
        Ok(Self {
            kind,
            subject,
            at,
            times,
            entered,
            has_requests: has(FactColumn::Requested) || has(FactColumn::Opened),
            has_events: matches!(kind, FactKind::Leads | FactKind::Events | FactKind::Moves),
            moves: kind == FactKind::Moves,
            every_activity: told(EVERY_ACTIVITY).and_then(|word| EventKind::from_word(word)),
            every_stage: told(EVERY_STAGE).map(|told| stage_word(plan, told)).unwrap_or_default(),
            activities: Activities::of(mapping),
            stages: Told::of(mapping),
            currency: workspace.currency.clone(),
            erased: Erased::default(),
            identities: Identities::of(workspace.id.uuid()),
            wanted,
        })
    }

    /// Whether rows tell what holds of what they are about, and not only what happened.
    pub(super) fn is_entity(&self) -> bool {
        !matches!(self.kind, FactKind::Events | FactKind::Moves)
    }

    /// The place of a column among the wanted ones.
    pub(super) fn place(&self, column: FactColumn) -> Option<usize> {
        self.at[column as usize]
    }

    /// All columns with their places.
    pub(super) fn columns(&self) -> impl Iterator<Item = (FactColumn, usize)> {
        let all = FactColumn::ALL.iter();
        all.filter_map(|column| Some((*column, self.place(*column)?)))
    }

    /// The place of a column among those of moments.
    pub(super) fn time(&self, column: FactColumn) -> Option<usize> {
        self.times.iter().position(|time| time.column == column)
    }

    /// The cell of a row in a column; empty where the file has no such column.
    pub(super) fn cell<'a>(&self, block: &'a Block, row: usize, column: FactColumn) -> &'a str {
        self.place(column).map_or("", |at| block.cell(row, at))
    }

    /// The number of an identity.
    pub(super) fn number(&self, identity: Identity<'_>) -> u64 {
        self.identities.number(identity)
    }

    /// The number of all that some texts say.
    pub(super) fn content<'a>(&self, cells: impl Iterator<Item = &'a str>) -> u64 {
        self.identities.content(cells)
    }

    /// What tells one of several equal events apart: made of its id, 0 where it has none.
    pub(super) fn mark(&self, id: &str) -> u32 {
        if id.is_empty() {
            return 0;
        }
        let number = self.identities.content(std::iter::once(id)) & u64::from(u32::MAX);
        u32::try_from(number).unwrap_or(1).max(1)
    }
}

/// The columns of moments, and those that every row has.
fn times(
    columns: &Columns,
    mapping: &MappingFields,
    subject: Subject,
    place: &dyn Fn(usize) -> Option<usize>,
) -> Vec<TimeColumn> {
    let mut times = Vec::new();
    for column in FactColumn::ALL.iter().copied().filter(|column| column.is_time()) {
        let field = column.field_of(subject);
        if let Some(at) = columns.get(column) {
            times.push(TimeColumn { column, place: place(at), every: None, field });
            continue;
        }
        let choice = match column {
            FactColumn::Happened => DAY,
            FactColumn::From => FROM,
            _ => continue,
        };
        let every = mapping.choices.get(choice).and_then(|day| day.parse().ok());
        if every.is_some() && field.is_some() {
            times.push(TimeColumn { column, place: None, every, field });
        }
    }
    times
}

/// How a stage that every row counts is kept: by its name, or as an ending.
fn stage_word(plan: &Architecture, told: &str) -> String {
    let stage = stage_id(plan, told).and_then(|id| plan.stages.get(id));
    stage.map_or_else(|| told.to_owned(), |stage| stage.name.clone())
}
