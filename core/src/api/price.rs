//! What gaps are worth, held for the coverage. The map never waits for a count of many leads: it takes
//! the prices counted last, and whoever shows it asks beside it for a new count.

use super::Context;
use super::coverage::InJourney;
use super::edit::Nothing;
use crate::coverage::Pipeline;
use crate::demand;
use crate::error::{OrNotFound, Result};
use crate::id::EntityKind;
use crate::model::{Architecture, Millis};
use crate::plan::Plan;
use crate::price::Prices;
use serde::Serialize;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use ts_rs::TS;

/// So many rows and events are counted while somebody waits: that takes no longer than a blink.
const SMALL: i64 = 20_000;

/// What prices depend on.
const KINDS: [EntityKind; 6] = [
    EntityKind::Workspace,
    EntityKind::Persona,
    EntityKind::Journey,
    EntityKind::Stage,
    EntityKind::Batch,
    EntityKind::LeadAnswer,
];

/// The prices at hand.
#[derive(Debug, Default)]
pub(super) struct KeptPrices {
    state: Mutex<State>,
    /// Held by whoever counts: of those who ask meanwhile one counts what has changed since, once.
    counting: Mutex<()>,
}

#[derive(Debug, Default)]
struct State {
    prices: Arc<Prices>,
    /// The revision of the plan at which they were looked at last; `None` = they are to be looked at.
    revision: Option<u64>,
}

impl State {
    /// Whether nothing that prices depend on has changed since they were looked at.
    fn fits(&mut self, plan: &Plan) -> bool {
        let Some(revision) = self.revision else { return false };
        let since = plan.since(revision);
        let changed = since.changed.as_ref();
        let fits = changed.is_some_and(|rows| !rows.iter().any(|(kind, _)| KINDS.contains(kind)));
        if fits {
            self.revision = Some(since.revision);
        }
        fits
    }

    fn take(&mut self, prices: Prices, revision: u64) {
        // What is the same stays the same, so that nobody works anything out anew for it.
        if *self.prices != prices {
            self.prices = Arc::new(prices);
        }
        self.revision = Some(revision);
    }
}

impl KeptPrices {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The prices to go by now: those of what files say where they are few, else those counted last.
    pub(super) fn at_hand(&self, plan: &Plan) -> Arc<Prices> {
        let mut state = self.state();
        if !state.fits(plan) {
            let revision = plan.revision();
            // Where they cannot be read, the last ones stay: whoever looks at facts is told why.
            let known = demand::known_prices(plan);
            let known = known.unwrap_or_else(|_| (state.prices.as_ref().clone(), false));
            let told = match known {
                (_, false) if is_small(&plan.view()) => demand::prices(plan).ok(),
                (prices, is_current) => {
                    let is_known = is_current || !prices.is_empty();
                    is_known.then_some(prices)
                }
            };
            let prices = told.unwrap_or_else(|| state.prices.as_ref().clone());
            state.take(prices, revision);
        }
        Arc::clone(&state.prices)
    }

    /// Counts them where they are old, however long that takes; says whether they are others now.
    pub(super) fn count(&self, plan: &Plan) -> Result<bool> {
        let before = self.at_hand(plan);
        let _turn = self.counting.lock().unwrap_or_else(PoisonError::into_inner);
        let revision = plan.revision();
        let prices = demand::prices(plan)?;
        let mut state = self.state();
        state.take(prices, revision);
        Ok(!Arc::ptr_eq(&state.prices, &before))
    }

    /// They are to be looked at again.
    pub(super) fn look_again(&self) {
        self.state().revision = None;
    }
}

/// Whether all that files brought is soon counted.
fn is_small(view: &Architecture) -> bool {
    view.batches.iter().map(|batch| batch.rows.saturating_add(batch.events)).sum::<i64>() <= SMALL
}

/// How the prices of gaps stand.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PricesCounted {
    /// The newest time in the files; none where nothing was imported.
    pub as_of: Option<Millis>,
    /// Whether they are others than those that gaps were ranked by until now.
    pub changed: bool,
}

/// Counts what gaps are worth, where that is not known of all that files say now.
pub(super) fn count(context: Context<'_>, _: Nothing) -> Result<PricesCounted> {
    let open = context.open()?;
    let changed = open.prices.count(&open.plan)?;
    Ok(PricesCounted { as_of: open.prices.at_hand(&open.plan).as_of, changed })
}

/// The same for whoever has no map to show meanwhile, as on a terminal.
pub fn count_prices(context: Context<'_>) -> Result<()> {
    count(context, Nothing {}).map(drop)
}

/// The money that waits along a journey.
pub(super) fn pipeline(context: Context<'_>, request: InJourney) -> Result<Pipeline> {
    let journey = context.journey(request.journey_id)?;
    context.coverage(None, |ledger| ledger.pipeline(journey))?.or_not_found(EntityKind::Journey)
}
