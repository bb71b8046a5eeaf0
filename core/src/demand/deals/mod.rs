//! Deals: where they stand and for how long, who decides, and what content they touched (METHOD.md,
//! "Deals").
//!
//! A list is worked out from deals alone, of which there are thousands. Who belongs to each of them
//! takes a look at every lead: that is kept with a stamp, and holds numbers, no names.

mod content;
mod known;
mod list;
mod page;
mod people;
mod standing;
mod told;
mod whose;

pub use content::{DealContent, DealTouch};
pub(super) use known::{Deal, deals};
pub use list::{DealList, DealQuery, DealSort, DealStage, deal_list, deal_rows};
pub use page::{DealFacts, DealMove, DealVisit, deal};
pub use standing::{DealOutcome, DealRow, Deals, deals_of};
pub(super) use whose::{InDeals, NAMES, OfDeals, Whose};
