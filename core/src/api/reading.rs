//! Who has read what a rep must know.

use super::Context;
use crate::error::Result;
use crate::id::{AssetId, EntityKind, MemberId};
use crate::model::ReadingFields;
use crate::plan::{Op, Outcome, Tx, Verb};
use serde::Deserialize;
use ts_rs::TS;

/// Marks takeaways as read, or as not read.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MarkRead {
    /// Of which assets.
    pub asset_ids: Vec<AssetId>,
    /// Whether the speaker has read them.
    pub read: bool,
}

/// Marks the takeaways of assets as read by the speaker, or as not read.
pub(super) fn mark_read(context: Context<'_>, request: MarkRead) -> Result<Outcome<()>> {
    let verb = if request.read { Verb::Read } else { Verb::Unread };
    let op = match request.asset_ids.as_slice() {
        [asset] => {
            let title = context.view()?.assets.need(*asset)?.title.clone();
            Op::one(verb, EntityKind::Reading, title)
        }
        many => Op::many(verb, EntityKind::Reading, many.len()),
    };
    context.transact(op, |tx| {
        let member = tx.speaker()?;
        let mark = if request.read { read } else { unread };
        request.asset_ids.iter().try_for_each(|asset| mark(tx, *asset, member))
    })
}

fn read(tx: &mut Tx<'_>, asset: AssetId, member: MemberId) -> Result<()> {
    let takeaways = tx.view().assets.need(asset)?.takeaways.clone();
    let now = ReadingFields { asset_id: asset, member_id: member, takeaways, read_at: tx.by().at };
    match tx.view().index.reading_of(asset, member) {
        None => tx.create(now).map(drop),
        Some(id) => tx
            .update::<ReadingFields>(id, None, |reading| {
                if reading.takeaways != now.takeaways {
                    *reading = now;
                }
                Ok(())
            })
            .map(drop),
    }
}

fn unread(tx: &mut Tx<'_>, asset: AssetId, member: MemberId) -> Result<()> {
    let reading = tx.view().index.reading_of(asset, member);
    reading.map_or(Ok(()), |id| tx.delete::<ReadingFields>(id))
}
