//! Whether two plans hold the same.

use throughline_core::each_kind;
use throughline_core::model::{Architecture, Kept};

/// Whether two plans hold the same entities.
pub(super) fn same(one: &Architecture, other: &Architecture) -> bool {
    let mut same = true;
    each_kind!(F => same &= table::<F>(one, other));
    same
}

fn table<F: Kept>(one: &Architecture, other: &Architecture) -> bool {
    F::table(one).iter().eq(F::table(other).iter())
}
