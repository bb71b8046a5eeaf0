//! The one change of the plan that an import is: formats, assets, placements and the remembered
//! mapping, all or nothing.

use super::draft::{AssetDraft, Drafts, Progress, Tally, drafts};
use super::preview::notes;
use super::sheet::Sheet;
use crate::error::{Error, Result};
use crate::id::{AssetId, EntityKind, FormatId};
use crate::model::{MappingFields, PlacementFields};
use crate::plan::{By, Op, Outcome, Plan, Tx, Verb};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Imported {
    /// What became of the rows.
    #[serde(flatten)]
    pub tally: Tally,
    /// What is worth knowing, in words.
    pub notes: Vec<String>,
}

/// Imports a sheet by a completed mapping, as one change that one undo takes back. Importing the
/// same again changes nothing.
pub fn import(
    plan: &Plan,
    by: By,
    sheet: &Sheet,
    mapping: &MappingFields,
    progress: Progress<'_>,
) -> Result<Outcome<Imported>> {
    let drafted = drafts(sheet, mapping, &plan.view(), progress)?;
    let op = Op::many(Verb::Import, EntityKind::Asset, drafted.assets.len());
    plan.transact(by, op, |tx| {
        // Somebody may have changed the plan since it was looked at.
        let drafted =
            drafts(sheet, mapping, tx.view(), &|_, _| std::ops::ControlFlow::Continue(()))?;
        write(tx, &drafted, mapping, progress)?;
        let notes = notes(sheet, &drafted, mapping);
        Ok(Imported { tally: drafted.tally, notes })
    })
}

fn write(
    tx: &mut Tx<'_>,
    drafts: &Drafts,
    mapping: &MappingFields,
    progress: Progress<'_>,
) -> Result<()> {
    let mut formats = Vec::with_capacity(drafts.formats.len());
    for format in &drafts.formats {
        formats.push(tx.create(format.clone())?.id);
    }
    for (at, draft) in drafts.assets.iter().enumerate() {
        if at % 64 == 0 && progress(at, drafts.assets.len()).is_break() {
            return Err(Error::Cancelled);
        }
        let asset = write_asset(tx, draft, &formats)?;
        for (persona, stage) in &draft.cells {
            tx.create(PlacementFields::at(asset, *persona, *stage))?;
        }
    }
    remember(tx, mapping, drafts.assets.is_empty())
}

fn write_asset(tx: &mut Tx<'_>, draft: &AssetDraft, formats: &[FormatId]) -> Result<AssetId> {
    let mut fields = draft.fields.clone();
    if let Some(at) = draft.new_format {
        fields.format_id = formats.get(at).copied();
    }
    let asset = match draft.target {
        None => tx.create(fields)?,
        Some(id) => tx.update(id, None, |before| {
            *before = fields;
            Ok(())
        })?,
    };
    Ok(asset.id)
}

/// Keeps the mapping for the next file with the same header.
pub(super) fn remember(tx: &mut Tx<'_>, mapping: &MappingFields, idle: bool) -> Result<()> {
    let known = tx.view().mappings.iter().find(|known| known.header == mapping.header);
    match known.map(|known| (known.id, agrees(known, mapping))) {
        Some((_, true)) if idle => return Ok(()),
        Some((id, _)) => tx.update(id, None, |before| {
            *before = mapping.clone();
            Ok(())
        })?,
        None => tx.create(mapping.clone())?,
    };
    Ok(())
}

/// Whether everything that is remembered still holds; guesses for more values may have come.
fn agrees(known: &MappingFields, now: &MappingFields) -> bool {
    let same = |field: &String, theirs: &String, ours: &String| {
        now.mapped_values.get(field).and_then(|values| values.get(theirs)) == Some(ours)
    };
    known.columns == now.columns
        && known.choices == now.choices
        && known
            .mapped_values
            .iter()
            .all(|(field, values)| values.iter().all(|(theirs, ours)| same(field, theirs, ours)))
}
