//! Snapshots: frozen, named, compared.

use super::edit::Nothing;
use super::{Context, headline};
use crate::coverage::{Ledger, Score};
use crate::error::Result;
use crate::id::{EntityKind, SnapshotId};
use crate::model::{MemberFields, Millis, Snapshot, SnapshotFields};
use crate::plan::log::{Edit, edit_of};
use crate::plan::{Op, Outcome, Step, Verb};
use crate::snapshot::{
    Causes, CellCauses, Comparison, Figures, KpiTurn, StageTurn, TurnedCell, freeze, turned_cells,
    turned_kpis, turned_stages,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A snapshot by its name and its first figures.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SnapshotRow {
    /// The snapshot.
    pub id: SnapshotId,
    /// Its version, for changing it.
    #[ts(type = "number")]
    pub version: i64,
    /// What it is called.
    pub name: String,
    /// The day whose figures these are.
    pub as_of: NaiveDate,
    /// When it was taken.
    pub taken_at: Millis,
    /// Who took it; none where nobody spoke.
    pub taken_by: Option<String>,
    /// The score over all journeys.
    pub score: Score,
}

/// All snapshots, the latest first.
pub(super) fn list(context: Context<'_>, _: Nothing) -> Result<Vec<SnapshotRow>> {
    let view = context.view()?;
    let mut all: Vec<_> = view.snapshots.iter().collect();
    all.sort_by_key(|snapshot| std::cmp::Reverse((snapshot.as_of, snapshot.taken_at)));
    let row = |snapshot: &Snapshot| -> Result<SnapshotRow> {
        let by = snapshot.stamp.updated_by.and_then(|id| view.members.get(id));
        Ok(SnapshotRow {
            id: snapshot.id,
            version: snapshot.stamp.version,
            name: snapshot.name.clone(),
            as_of: snapshot.as_of,
            taken_at: snapshot.taken_at,
            taken_by: by.map(|member| MemberFields::clone(member).name),
            score: Figures::read(&snapshot.figures)?.workspace,
        })
    };
    all.into_iter().map(|snapshot| row(snapshot)).collect()
}

/// Freezes the figures of today.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Take {
    /// What the snapshot is called.
    pub name: String,
}

/// Freezes the figures of today.
pub(super) fn take(context: Context<'_>, request: Take) -> Result<Outcome<SnapshotId>> {
    let demand = headline::frozen(&context)?;
    let last_edit = context.open()?.plan.last_edit()?;
    let figures = context.coverage(None, |ledger| freeze(ledger, demand).write())??;
    let (as_of, taken_at) = (context.today()?, context.host.now());
    let op = Op::one(Verb::Create, EntityKind::Snapshot, request.name.clone());
    context.transact(op, |tx| {
        let fields = SnapshotFields { name: request.name, as_of, taken_at, last_edit, figures };
        tx.create(fields).map(|snapshot| snapshot.id)
    })
}

/// Gives a snapshot another name.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Rename {
    /// The snapshot.
    pub id: SnapshotId,
    /// Its new name.
    pub name: String,
}

/// Gives a snapshot another name. What was frozen stays as it is.
pub(super) fn rename(context: Context<'_>, request: Rename) -> Result<Outcome<()>> {
    let title = context.view()?.snapshots.need(request.id)?.name.clone();
    context.transact(Op::one(Verb::Update, EntityKind::Snapshot, title), |tx| {
        tx.update::<SnapshotFields>(request.id, None, |fields| {
            fields.name = request.name;
            Ok(())
        })
        .map(drop)
    })
}

/// Two snapshots to compare.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Compare {
    /// The older one.
    pub before: SnapshotId,
    /// The newer one; the plan as it is unless given.
    #[serde(default)]
    #[ts(optional)]
    pub after: Option<SnapshotId>,
}

/// What turned between two snapshots, and why.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Compared {
    /// What turned.
    pub comparison: Comparison,
    /// The cells whose state turned, those first that count most.
    pub turned: Vec<TurnedCell>,
    /// The figures of the dictionary that are not what they were.
    pub kpis: Vec<KpiTurn>,
    /// The stages of the funnel whose visits are not what they were.
    pub stages: Vec<StageTurn>,
    /// Whether the history reaches back to the older one, and so tells what turned them.
    pub explained: bool,
    /// The edits among the causes.
    pub edits: Vec<Edit>,
    /// The figures of the older one.
    pub before: Figures,
    /// The figures of the newer one.
    pub after: Figures,
}

/// One side of a comparison.
struct End {
    figures: Figures,
    last_edit: i64,
}

/// Compares two snapshots.
pub(super) fn compare(context: Context<'_>, request: Compare) -> Result<Compared> {
    let view = context.view()?;
    let frozen = |id| -> Result<End> {
        let snapshot = view.snapshots.need(id)?;
        Ok(End { figures: Figures::read(&snapshot.figures)?, last_edit: snapshot.last_edit })
    };
    let before = frozen(request.before)?;
    let after = match request.after {
        Some(id) => frozen(id)?,
        None => now(&context)?,
    };
    let causes = causes(&context, &before, &after)?;
    let edits = edits(&context, causes.as_deref().unwrap_or_default())?;
    let comparison = Comparison::between(&before.figures, &after.figures);
    let explained = causes.is_some();
    let turned =
        turned_cells(&before.figures, &after.figures, causes.as_deref().unwrap_or_default());
    let (before, after) = (before.figures, after.figures);
    let (kpis, stages) = (turned_kpis(&before, &after), turned_stages(&before, &after));
    Ok(Compared { comparison, turned, kpis, stages, explained, edits, before, after })
}

fn now(context: &Context<'_>) -> Result<End> {
    let last_edit = context.open()?.plan.last_edit()?;
    Ok(End { figures: figures_now(context)?, last_edit })
}

/// The figures of the plan as it is.
pub(super) fn figures_now(context: &Context<'_>) -> Result<Figures> {
    let demand = headline::frozen(context)?;
    context.coverage(None, |ledger| freeze(ledger, demand))
}

fn causes(context: &Context<'_>, before: &End, after: &End) -> Result<Option<Vec<CellCauses>>> {
    let open = context.open()?;
    let Some(steps) = open.plan.steps(before.last_edit, after.last_edit)? else { return Ok(None) };
    let then = Ledger::new(steps.plan(), before.figures.as_of);
    let mut causes = Causes::begin(&then, after.figures.as_of);
    for step in steps {
        let Step { edit, plan, changed } = step?;
        causes.follow(edit, &plan, &changed);
    }
    Ok(Some(causes.end()))
}

fn edits(context: &Context<'_>, causes: &[CellCauses]) -> Result<Vec<Edit>> {
    let open = context.open()?;
    let causes = causes.iter().flat_map(|cell| &cell.causes);
    let mut numbers: Vec<i64> = causes.filter_map(|cause| cause.edit).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let found = numbers.into_iter().map(|seq| edit_of(&open.plan, seq));
    found.filter_map(Result::transpose).collect()
}
