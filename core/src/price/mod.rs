//! What closing a gap is worth: how much leaks at its stage, and what money waits in its cell
//! (product.md, section 3; METHOD.md, "Gaps").
//!
//! Pure: whoever reads facts hands over what is counted, [`Prices`]; what that comes to for the
//! personas and the cells of a plan is worked out here each time, for it follows the plan: a persona
//! that weighs more gets more of what nobody is named for, at once.

mod leak;
mod money;
mod prices;
mod share;

pub use leak::{Leak, Leaks};
pub use money::{Priced, StageMoney};
pub use prices::{JourneyPrices, Pot, Prices, StagePrices};
pub use share::{ShareOf, Wins};

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;
