//! Which edits turned a cell, and where time alone did.

use crate::coverage::{Ledger, State};
use crate::id::{EntityKind, PersonaId, StageId};
use crate::model::Architecture;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;
use uuid::Uuid;

/// What turned a cell from one state into another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Cause {
    /// The number of the edit; `None` = time alone: a shelf life passed, or a day came.
    #[ts(type = "number | null")]
    pub edit: Option<i64>,
    /// The state before.
    pub before: State,
    /// The state after.
    pub after: State,
}

/// What turned a cell, in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CellCauses {
    /// Whose.
    pub persona_id: PersonaId,
    /// Where.
    pub stage_id: StageId,
    /// What turned it.
    pub causes: Vec<Cause>,
}

type States = BTreeMap<(PersonaId, StageId), State>;

/// Follows the edits from one state of the plan to another, and notes what each turned.
#[derive(Debug)]
pub struct Causes {
    ledger: Ledger,
    states: States,
    turned: BTreeMap<(PersonaId, StageId), Vec<Cause>>,
}

impl Causes {
    /// Begins with the plan as it was, its coverage as of that day, and goes on as of `to`. What is
    /// another state by then was turned by time alone.
    pub fn begin(then: &Ledger, to: chrono::NaiveDate) -> Self {
        let mut causes = Self {
            ledger: Ledger::new(then.architecture(), to),
            states: states(then),
            turned: BTreeMap::new(),
        };
        causes.note(None);
        causes
    }

    /// Follows an edit: its number, the plan after it, and every row it inserted, updated or deleted.
    pub fn follow(&mut self, edit: i64, after: &Architecture, changed: &[(EntityKind, Uuid)]) {
        let touched = self.ledger.follow(after, changed);
        let nothing = touched.rows.is_empty() && touched.columns.is_empty();
        if touched.everything || touched.all_rows || !nothing {
            self.note(Some(edit));
        }
    }

    fn note(&mut self, edit: Option<i64>) {
        let now = states(&self.ledger);
        for (cell, after) in &now {
            let before = self.states.get(cell).copied();
            if let Some(before) = before.filter(|before| before != after) {
                let cause = Cause { edit, before, after: *after };
                self.turned.entry(*cell).or_default().push(cause);
            }
        }
        self.states = now;
    }

    /// What turned each cell, in the order of personas and stages.
    pub fn end(self) -> Vec<CellCauses> {
        let cells = self.turned.into_iter();
        let named = cells.map(|((persona_id, stage_id), causes)| CellCauses {
            persona_id,
            stage_id,
            causes,
        });
        named.collect()
    }
}

fn states(ledger: &Ledger) -> States {
    ledger.cells().map(|cell| ((cell.persona_id, cell.stage_id), cell.state)).collect()
}
