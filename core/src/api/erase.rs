//! Erasing leads, with the backups that hold them.

use super::Context;
use super::edit::Nothing;
use super::keeping::{self, BackupsCleansed};
use crate::backup::{Backups, Shelf};
use crate::demand::{self, LeadsHeld};
use crate::error::Result;
use crate::model::{Batch, Millis};
use crate::plan::{Outcome, files_aside};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Some leads.
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OfLeads {
    /// Their numbers.
    pub keys: Vec<u32>,
}

/// What erasing leads would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ErasureLook {
    /// What is held of them.
    pub held: LeadsHeld,
    /// How many backups there are: those that hold them are written anew without them.
    pub backups: usize,
    /// Damaged files that were set aside: what they hold stays until somebody deletes them.
    pub aside: Vec<String>,
}

/// What erasing leads did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LeadsErased {
    /// What is gone, and where they are named still.
    pub held: LeadsHeld,
    /// Why the file could not be written anew yet: the leads are gone, and bytes of them may be left
    /// in the file until it is.
    pub unswept: Option<String>,
    /// What became of the backups.
    pub backups: BackupsCleansed,
    /// Damaged files that were set aside: what they hold stays until somebody deletes them.
    pub aside: Vec<String>,
}

/// What erasing some leads would do; nothing is changed.
pub(super) fn look(context: Context<'_>, request: OfLeads) -> Result<ErasureLook> {
    let by = context.by()?;
    let open = context.open()?;
    let workspace = open.plan.view().workspace()?.id;
    let shelves = Backups::kept_in(context.host.backups()).of_workspace(&open.path, workspace);
    Ok(ErasureLook {
        held: demand::held_of_leads(&open.plan, by, &request.keys)?,
        backups: shelves.iter().map(Shelf::list).map(|list| list.len()).sum(),
        aside: aside(&open.path),
    })
}

/// Erases some leads, for good: from the workspace and from its backups.
pub(super) fn erase(context: Context<'_>, request: OfLeads) -> Result<Outcome<LeadsErased>> {
    let by = context.by()?;
    let open = context.open()?;
    let (erased, swept) = demand::erase_leads(&open.plan, by, &request.keys)?;
    open.prices.look_again();
    let Outcome { value: held, changes } = erased;
    let value = LeadsErased {
        held,
        unswept: swept.err().map(|error| error.to_string()),
        backups: keeping::cleanse_backups(context.host, &open),
        aside: aside(&open.path),
    };
    Ok(Outcome { value, changes })
}

fn aside(path: &std::path::Path) -> Vec<String> {
    files_aside(path).iter().map(|file| file.display().to_string()).collect()
}

/// How many leads were erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ErasedCount {
    /// All of them.
    #[ts(type = "number")]
    pub leads: u64,
    /// When the last one was.
    pub last: Option<Millis>,
    /// Of which imports' rows.
    pub batches: Vec<ErasedOfBatch>,
}

/// How many rows of an import were erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ErasedOfBatch {
    /// The import.
    pub id: crate::id::BatchId,
    /// So many of its leads.
    #[ts(type = "number")]
    pub leads: u64,
}

/// How many leads were erased.
pub(super) fn count(context: Context<'_>, _: Nothing) -> Result<ErasedCount> {
    let open = context.open()?;
    let view = open.plan.view();
    let erased = open.plan.erased_leads()?;
    let batch = |number: i64| view.batches.iter().find(|batch: &&_| batch.number == number);
    let of = |(number, leads): &(i64, u64)| {
        batch(*number)
            .map(|batch: &std::sync::Arc<Batch>| ErasedOfBatch { id: batch.id, leads: *leads })
    };
    Ok(ErasedCount {
        leads: erased.leads,
        last: erased.last,
        batches: erased.rows.iter().filter_map(of).collect(),
    })
}
