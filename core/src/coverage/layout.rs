//! The columns of every journey, in order.

use crate::id::JourneyId;
use crate::model::{Architecture, Phase, Stage};
use std::ops::Range;
use std::sync::Arc;

/// A stage among all columns.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub(super) stage: Arc<Stage>,
    /// At or after the handoff of its journey.
    pub(super) handed: bool,
}

/// The columns of one phase of a journey.
#[derive(Clone, Debug)]
pub(super) struct Span {
    pub(super) phase: Phase,
    pub(super) columns: Vec<usize>,
}

/// Where a journey lies among all columns and spans.
#[derive(Clone, Debug)]
pub(super) struct Section {
    pub(super) journey: JourneyId,
    pub(super) columns: Range<usize>,
    pub(super) spans: Range<usize>,
}

/// The columns of all journeys, one journey after the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    pub(super) sections: Vec<Section>,
    pub(super) columns: Vec<Column>,
    pub(super) spans: Vec<Span>,
}

impl Layout {
    pub(super) fn of(architecture: &Architecture) -> Self {
        let mut layout = Self::default();
        for journey in architecture.journeys.in_order() {
            layout.add(journey.id, architecture.stages_of(journey.id));
        }
        layout
    }

    fn add(&mut self, journey: JourneyId, stages: Vec<Arc<Stage>>) {
        let (columns, spans) = (self.columns.len(), self.spans.len());
        let mut handed = false;
        for stage in stages {
            handed |= stage.handoff;
            let at = self.columns.len();
            let known = self.spans[spans..].iter_mut().find(|span| span.phase == stage.phase);
            match known {
                Some(span) => span.columns.push(at),
                None => self.spans.push(Span { phase: stage.phase, columns: vec![at] }),
            }
            self.columns.push(Column { stage, handed });
        }
        self.sections.push(Section {
            journey,
            columns: columns..self.columns.len(),
            spans: spans..self.spans.len(),
        });
    }

    /// Where a journey lies.
    pub(super) fn section(&self, journey: JourneyId) -> Option<&Section> {
        self.sections.iter().find(|section| section.journey == journey)
    }
}
