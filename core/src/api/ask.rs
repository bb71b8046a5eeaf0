//! Ask sales: the open checks and needs for one person, as a workbook to fill in.

use super::Context;
use super::edit::Nothing;
use super::export::{SavedFile, WORKBOOK, check, with_ending};
use crate::ask::{Asking, open_for};
use crate::error::{Error, Result};
use crate::export;
use crate::file;
use crate::id::MemberId;
use crate::model::{Role, Side};
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;

/// Somebody who can be asked, and how much there is to ask.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Askable {
    /// Who.
    pub member_id: MemberId,
    /// Their name.
    pub name: String,
    /// What they answer for.
    pub role: Role,
    /// Deal checks to ask their side.
    pub checks: usize,
    /// Needs that are open for somebody.
    pub needs: usize,
}

/// Everybody on the team with what is open for them, sales first.
pub(super) fn people(context: Context<'_>, _: Nothing) -> Result<Vec<Askable>> {
    let view = context.view()?;
    let (marketing, sales) = context.coverage(None, |ledger| {
        (open_for(ledger, Side::Marketing), open_for(ledger, Side::Sales))
    })?;
    let mut team = view.members.in_order();
    team.retain(|member| !member.former);
    team.sort_by_key(|member| member.role.side() != Side::Sales);
    let askable = |member: &std::sync::Arc<crate::model::Member>| {
        let open = if member.role.side() == Side::Sales { sales } else { marketing };
        Askable {
            member_id: member.id,
            name: member.name.clone(),
            role: member.role,
            checks: open.checks,
            needs: open.needs,
        }
    };
    Ok(team.iter().map(askable).collect())
}

/// Whom to ask.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskMember {
    /// Who.
    pub member_id: MemberId,
}

/// Asks where to and saves the questions for a member; none when thought better of it.
pub(super) fn write(context: Context<'_>, request: AskMember) -> Result<Option<SavedFile>> {
    let asking = asking(context, request.member_id)?;
    let about = format!("{} questions for {} {}", asking.workspace.1, asking.member.1, asking.day);
    let name = file::file_name(&about, WORKBOOK.ending);
    let Some(path) = context.host.pick_target("Save the questions", &name, WORKBOOK) else {
        return Ok(None);
    };
    save(context, &asking, &with_ending(path, WORKBOOK.ending)).map(Some)
}

/// Saves the questions for a member at a path: `throughline ask`.
pub fn save_questions(context: Context<'_>, member: MemberId, path: &Path) -> Result<SavedFile> {
    save(context, &asking(context, member)?, path)
}

fn asking(context: Context<'_>, member: MemberId) -> Result<Asking> {
    let (by, day) = (context.by()?, context.today()?);
    let asking =
        context.coverage(None, |ledger| Asking::of(ledger, member, by.member, (by.at, day)))??;
    if asking.checks.is_empty() && asking.needs.is_empty() {
        let name = &asking.member.1;
        return Err(Error::invalid(format!("No check and no need is open for {name} to answer.")));
    }
    Ok(asking)
}

fn save(context: Context<'_>, asking: &Asking, path: &Path) -> Result<SavedFile> {
    check(context, path)?;
    file::replace(path, |out| export::questions(asking, out))?;
    Ok(SavedFile::at(path))
}
