//! Taking answers in: one change that one undo takes back, signed by whose answers they are.

use super::filled::{Filled, RowFault};
use super::settle::{Change, Does, settle};
use crate::coverage::Ledger;
use crate::error::Result;
use crate::id::{EntityId, EntityKind, NeedId};
use crate::model::{Entity, NeedFields, Stamp};
use crate::plan::{By, Op, Outcome, Plan, Tx, Verb};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What is taken besides what comes in by itself.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AnswerChoices {
    /// Checks in conflict, by their placements, on which the file is right.
    #[ts(as = "Option<Vec<String>>")]
    pub take: Vec<Uuid>,
}

/// What taking answers in did.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TakenIn {
    /// Checks answered.
    pub checks: usize,
    /// Needs answered, declined or added.
    pub needs: usize,
    /// Conflicts in which what was said here stayed.
    pub kept: usize,
    /// Answers that were here already.
    pub already: usize,
    /// Rows that could not be taken in.
    pub faults: Vec<RowFault>,
}

/// Takes in what comes in by itself and what is chosen, as one change.
pub fn take_in(
    plan: &Plan,
    (by, today): (By, NaiveDate),
    filled: &Filled,
    choices: &AnswerChoices,
) -> Result<Outcome<TakenIn>> {
    let view = plan.view();
    let member = view.members.need(filled.member)?;
    let (wanted, _) = settle(&Ledger::new(&view, today), filled)?.split(choices);
    let size = u32::try_from(wanted.len()).unwrap_or(u32::MAX);
    let op = Op {
        verb: Verb::Hear,
        kind: Some(EntityKind::Verdict),
        subject: member.name.clone(),
        size,
    };
    plan.transact(by, op, |tx| {
        tx.speaker()?;
        // Somebody may have changed the plan since it was looked at.
        let settled = settle(&Ledger::new(tx.view(), today), filled)?;
        let (already, faults) = (settled.already, settled.faults.clone());
        let (wanted, kept) = settled.split(choices);
        let is_check = |one: &&Change| matches!(one.does, Does::Answer(..));
        let checks = wanted.iter().filter(is_check).count();
        let needs = wanted.len() - checks;
        wanted.into_iter().try_for_each(|one| take(tx, filled, one.does))?;
        Ok(TakenIn { checks, needs, kept, already, faults })
    })
}

impl super::settle::Settled {
    /// What comes in, and how many conflicts stay as they are.
    fn split(self, choices: &AnswerChoices) -> (Vec<Change>, usize) {
        let all = self.changes.len();
        let comes_in = |one: &Change| !one.item.conflict || choices.take.contains(&one.item.id);
        let wanted: Vec<Change> = self.changes.into_iter().filter(comes_in).collect();
        let kept = all - wanted.len();
        (wanted, kept)
    }
}

fn take(tx: &mut Tx<'_>, filled: &Filled, does: Does) -> Result<()> {
    match does {
        Does::Answer(placement, answer, reason) => {
            tx.answer(placement, filled.member, answer, &reason)
        }
        Does::Link(need, asset) => change(tx, need, |fields| fields.answer_ids.push(asset)),
        Does::Decline(need, reason) => change(tx, need, |fields| fields.declined = Some(reason)),
        Does::Add(need, fields) => add(tx, need, fields),
    }
}

fn change(tx: &mut Tx<'_>, need: NeedId, set: impl FnOnce(&mut NeedFields)) -> Result<()> {
    let set = |fields: &mut NeedFields| {
        set(fields);
        Ok(())
    };
    tx.update(need, None, set).map(drop)
}

/// Makes a need under the id that the file gave it: read again, it is known by it.
fn add(tx: &mut Tx<'_>, id: NeedId, fields: NeedFields) -> Result<()> {
    let mut beside = tx.view().clone();
    let stamp = Stamp { created_at: tx.by().at, ..Stamp::default() };
    beside.put(Entity { id, fields, position: 0, stamp });
    tx.bring_in(&beside, &[(EntityKind::Need, id.uuid())])
}
