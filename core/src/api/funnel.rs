//! The funnel of a journey.

use super::Context;
use crate::demand::{self, FunnelQuery, FunnelReport};
use crate::error::Result;

/// What came into each stage, and what became of it.
pub(super) fn report(context: Context<'_>, request: FunnelQuery) -> Result<FunnelReport> {
    demand::funnel(&context.open()?.plan, &request)
}
