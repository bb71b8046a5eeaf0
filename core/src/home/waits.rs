//! What waits for somebody.

use super::Few;
use super::news::AssetLine;
use crate::coverage::{Ledger, NeedStatus, freshness};
use crate::id::{AssetId, MemberId};
use crate::model::{Architecture, Asset, Importance, Side, Status};
use crate::review::funding;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeSet;
use ts_rs::TS;

/// What waits for a member.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Waits {
    /// Deal checks to ask the member's side.
    pub checks: usize,
    /// Placements on which the sides differ.
    pub disagreements: usize,
    /// Needs that are open for somebody.
    pub open_needs: usize,
    /// Must-needs among them.
    pub open_musts: usize,
    /// The member's own among them.
    pub my_open_needs: usize,
    /// Content that should be out by now and is not, the longest overdue first.
    pub overdue: Few<AssetLine>,
    /// Placed content whose shelf life ends within 60 days, the first to end first.
    pub expiring: Few<AssetLine>,
    /// Content of the playbook whose takeaways the member has not read as they are now; none where
    /// the member does not speak for sales.
    pub unread: Few<AssetLine>,
    /// Planned content at a gap that no reviewer has answered.
    pub to_fund: usize,
    /// Decisions that should be done by now and are not.
    pub decisions: usize,
}

impl Waits {
    /// What waits for a member who speaks for a side.
    pub fn of(ledger: &Ledger, member: Option<MemberId>, side: Side) -> Self {
        let plan = ledger.architecture();
        let open = ledger.need_statuses().filter(|(_, status)| *status == NeedStatus::Open);
        let open: Vec<_> = open.filter_map(|(id, _)| plan.needs.get(id)).collect();
        let mine = |author: Option<MemberId>| author.is_some() && author == member;
        Self {
            checks: ledger.questions(side).len(),
            disagreements: ledger.disagreements().count(),
            open_needs: open.len(),
            open_musts: open.iter().filter(|need| need.importance == Importance::Must).count(),
            my_open_needs: open.iter().filter(|need| mine(need.author_id)).count(),
            overdue: overdue(plan, ledger.as_of()),
            expiring: expiring(plan, ledger.as_of()),
            unread: unread(ledger, member.filter(|_| side == Side::Sales)),
            to_fund: to_fund(ledger),
            decisions: decisions(plan, ledger.as_of()),
        }
    }
}

fn unread(ledger: &Ledger, member: Option<MemberId>) -> Few<AssetLine> {
    let plan = ledger.architecture();
    let Some(member) = member else { return Few::from_iter([]) };
    let to_read = ledger.to_read();
    let unread = to_read.iter().filter(|asset| !plan.has_read(asset, member));
    unread.map(AssetLine::of).collect()
}

fn to_fund(ledger: &Ledger) -> usize {
    let lines = funding(ledger).lines;
    lines.iter().filter(|line| line.funding.is_none() && line.gap.is_some()).count()
}

fn decisions(plan: &Architecture, today: NaiveDate) -> usize {
    let open = plan.decisions.iter().filter(|decision| decision.done_on.is_none());
    open.filter(|decision| decision.due_on.is_some_and(|due| due < today)).count()
}

fn overdue(plan: &Architecture, today: NaiveDate) -> Few<AssetLine> {
    let is_made = |asset: &Asset| matches!(asset.status, Status::Published | Status::Retired);
    let due = |asset: &Asset| asset.due_on.filter(|due| *due < today && !is_made(asset));
    lines(plan, plan.assets.iter().filter_map(|asset| Some((due(asset)?, asset.id))))
}

fn expiring(plan: &Architecture, today: NaiveDate) -> Few<AssetLine> {
    let placed = plan.assets.iter().filter(|asset| plan.index.is_placed(asset.id));
    let fresh = placed.map(|asset| (freshness(plan, asset, today), asset.id));
    let soon = fresh.filter(|(freshness, _)| freshness.expires_soon(today));
    lines(plan, soon.filter_map(|(freshness, id)| Some((freshness.expires_on?, id))))
}

/// Assets by their titles, the earliest date first.
fn lines(plan: &Architecture, dated: impl Iterator<Item = (NaiveDate, AssetId)>) -> Few<AssetLine> {
    let in_order: BTreeSet<_> = dated.collect();
    in_order.into_iter().filter_map(|(_, id)| plan.asset(id)).map(AssetLine::of).collect()
}
