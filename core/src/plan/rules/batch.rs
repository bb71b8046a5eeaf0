//! Files of facts that were taken in.

use super::Ruled;
use crate::error::{Error, Result};
use crate::model::{Architecture, BatchFields};
use crate::plan::Tx;
use crate::require;
use crate::store::facts;

impl Ruled for BatchFields {
    fn check_in(&self, plan: &Architecture, id: Self::Id) -> Result<()> {
        let others = || plan.batches.iter().filter(|other| other.id != id);
        let taken = others().any(|other| other.number == self.number);
        require!(!taken, "number", "Another import has this number.");
        let mut needed = self.builds_on.iter();
        let there = needed.all(|number| others().any(|other| other.number == *number));
        require!(
            there,
            "buildsOn",
            "This import adds to leads of an earlier one that was taken back. Bring that back first."
        );
        Ok(())
    }

    fn make_room(&self, tx: &mut Tx<'_>, _id: Self::Id) -> Result<()> {
        let number = self.number;
        let there = tx.history(|session| Ok(facts::has_rows(session, number)?.then_some(())))?;
        match there {
            Some(()) => Ok(()),
            None => Err(Error::invalid(
                "The rows of this import were cleared away by a later one. Import the file again.",
            )),
        }
    }

    fn may_delete(plan: &Architecture, id: Self::Id) -> Result<()> {
        let number = plan.batches.need(id)?.number;
        let later = plan.batches.iter().find(|other| other.builds_on.contains(&number));
        match later {
            None => Ok(()),
            Some(later) => Err(Error::invalid(format!(
                "The import of \"{}\" adds to leads of this one. Take that back first.",
                later.file
            ))),
        }
    }
}
