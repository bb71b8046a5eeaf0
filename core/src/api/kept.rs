//! Coverage held between calls, so that a view costs what changed since the one before.

use crate::coverage::Ledger;
use crate::plan::Plan;
use crate::price::Prices;
use chrono::NaiveDate;
use std::sync::{Arc, PoisonError, RwLock, RwLockWriteGuard};

/// The coverage last worked out.
#[derive(Debug, Default)]
pub(super) struct KeptCoverage(RwLock<Option<Kept>>);

#[derive(Debug)]
struct Kept {
    revision: u64,
    ledger: Ledger,
}

impl Kept {
    /// A plan that is newer than what was asked for is as good: it is what is saved by now.
    fn fits(&self, revision: u64, as_of: NaiveDate, prices: &Arc<Prices>) -> bool {
        let is_priced = Arc::ptr_eq(self.ledger.prices(), prices);
        self.revision >= revision && self.ledger.as_of() == as_of && is_priced
    }

    fn priced(self, prices: &Arc<Prices>) -> Self {
        Self { ledger: self.ledger.priced(Arc::clone(prices)), ..self }
    }

    /// Takes over what changed since; `None` where nobody knows what that is.
    fn follow(mut self, plan: &Plan) -> Option<Self> {
        let since = plan.since(self.revision);
        self.ledger.follow(&since.architecture, &since.changed?);
        self.revision = since.revision;
        Some(self)
    }

    fn anew(plan: &Plan, as_of: NaiveDate) -> Self {
        let since = plan.since(0);
        Self { revision: since.revision, ledger: Ledger::new(&since.architecture, as_of) }
    }
}

impl KeptCoverage {
    /// Reads the coverage of a plan as it is now, as of a date, by what gaps are worth. Reads run beside each other; the
    /// first one after a change brings it up to date for all.
    pub(super) fn read<T>(
        &self,
        plan: &Plan,
        as_of: NaiveDate,
        prices: &Arc<Prices>,
        read: impl FnOnce(&Ledger) -> T,
    ) -> T {
        let revision = plan.revision();
        let held = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = held.as_ref().filter(|kept| kept.fits(revision, as_of, prices)) {
            return read(&kept.ledger);
        }
        drop(held);
        let mut held = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let current = match held.take() {
            Some(kept) if kept.fits(revision, as_of, prices) => kept,
            Some(kept) if kept.ledger.as_of() == as_of => {
                kept.follow(plan).unwrap_or_else(|| Kept::anew(plan, as_of))
            }
            _ => Kept::anew(plan, as_of),
        };
        *held = Some(current.priced(prices));
        let held = RwLockWriteGuard::downgrade(held);
        let Some(kept) = held.as_ref() else { unreachable!("it was put there just now") };
        read(&kept.ledger)
    }
}
